package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.deletion.Deletion;
import io.larkdesk.core.deletion.DeletionReason;
import io.larkdesk.core.deletion.Deletions;
import io.larkdesk.core.deletion.Tally;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The promises of {@link Deletions}. */
public abstract class DeletionsContract extends StoresContract {

    private static final TenantId ACME = new TenantId(new UUID(1, 1));
    private static final TenantId OTHER = new TenantId(new UUID(1, 2));
    private static final PersonId ADA = new PersonId(new TenantId(new UUID(1, 3)), new UUID(2, 1));
    private static final Instant DUE = Instant.parse("2026-05-04T12:00:00.123Z");

    /** Made for subclasses. */
    protected DeletionsContract() {}

    private Deletions deletions() {
        return stores().deletions();
    }

    private static Deletion deletion(TenantId tenant, Instant lookAt, boolean withoutExport) {
        return deletion(tenant, lookAt, withoutExport, Optional.empty(), Optional.empty(), Tally.NONE);
    }

    private static Deletion deletion(
            TenantId tenant,
            Instant lookAt,
            boolean withoutExport,
            Optional<Instant> exportedAt,
            Optional<Instant> begunAt,
            Tally erased) {
        return new Deletion(
                tenant,
                ADA,
                DUE.minus(Duration.ofDays(30)),
                new DeletionReason("It's over “for good” 数据 %s"),
                DUE,
                withoutExport,
                exportedAt,
                begunAt,
                lookAt,
                erased);
    }

    private Optional<TenantId> due(Instant now) {
        return transactions().inTransaction(time -> deletions().lockDue(now)).map(Deletion::tenant);
    }

    @Test
    void aDeletionIsFoundAsSaved() {
        List<Deletion> states = List.of(
                deletion(ACME, DUE, false),
                deletion(ACME, DUE, true),
                deletion(ACME, DUE, false, Optional.of(DUE.minusMillis(1)), Optional.empty(), Tally.NONE),
                deletion(
                        ACME,
                        DUE.plusMillis(7),
                        true,
                        Optional.of(DUE.plusMillis(1)),
                        Optional.of(DUE),
                        new Tally(1, 2, 3, 4, 5_000_000_000L)));
        for (Deletion state : states) {
            deletions().save(state);

            assertThat(deletions().find(ACME)).contains(state);
            inTransaction(now -> assertThat(deletions().lock(ACME)).contains(state));
            assertThat(deletions().listAll(List.of(ACME, OTHER))).containsExactly(state);
        }
        assertThat(deletions().find(OTHER)).isEmpty();
        inTransaction(now -> assertThat(deletions().lock(OTHER)).isEmpty());
        assertThat(deletions().listAll(List.of())).isEmpty();
    }

    @Test
    void oneThatIsRemovedIsTheTenantsAlone() {
        deletions().save(deletion(ACME, DUE, true));
        deletions().save(deletion(OTHER, DUE, true));

        deletions().remove(ACME);
        deletions().remove(ACME);

        assertThat(deletions().find(ACME)).isEmpty();
        assertThat(deletions().find(OTHER)).isPresent();
    }

    @Test
    void whatIsDueIsFoundFromItsInstantOnTheLongestDueFirst() {
        deletions().save(deletion(ACME, DUE.plusMillis(5), true));
        deletions().save(deletion(OTHER, DUE.plusMillis(6), true));

        assertThat(due(DUE.plusMillis(4))).isEmpty();
        assertThat(due(DUE.plusMillis(5))).contains(ACME);
        assertThat(due(DUE.plusMillis(6))).contains(ACME);
        deletions().save(deletion(ACME, DUE.plusMillis(7), true));
        assertThat(due(DUE.plusMillis(9))).contains(OTHER);
    }

    @Test
    void whatWaitsForAnExportIsNotDue() {
        deletions().save(deletion(ACME, DUE, false));
        assertThat(due(DUE.plusSeconds(1))).isEmpty();

        deletions().save(deletion(ACME, DUE, false, Optional.of(DUE), Optional.empty(), Tally.NONE));
        assertThat(due(DUE.minusMillis(1))).isEmpty();
        assertThat(due(DUE)).contains(ACME);
    }

    @Test
    void whatSomebodyElseHasIsSkipped() {
        deletions().save(deletion(ACME, DUE, true));
        deletions().save(deletion(OTHER, DUE.plusMillis(1), true));

        inTransaction(now -> {
            assertThat(deletions().lockDue(DUE.plusMillis(1)).map(Deletion::tenant))
                    .contains(ACME);
            assertThat(elsewhere(() -> due(DUE.plusMillis(1)))).contains(OTHER);
        });
        assertThat(due(DUE.plusMillis(1))).contains(ACME);
        assertThatThrownBy(() -> deletions().lockDue(DUE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> deletions().lock(ACME)).isInstanceOf(IllegalStateException.class);
    }
}
