package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChain;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEnd;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.AuditToken;
import io.larkdesk.core.audit.Origin;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.FixedOrigins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.audit.AuditTrail}. */
public abstract class AuditTrailContract extends StoresContract {

    private static final int AT_ONCE = 8;
    private static final Origin HERE = new Origin("2001:db8::1", "0a1b2c3d4e");

    private AuditBook acme;
    private AuditBook other;
    private Person ann;

    /** Made for subclasses. */
    protected AuditTrailContract() {}

    @BeforeEach
    void openBooks() {
        Tenant tenant = scene().customer("Acme");
        acme = AuditBook.of(tenant.id());
        other = AuditBook.of(scene().customer("Other").id());
        ann = scene().person(tenant, "Ann");
    }

    @Test
    void entriesAreListedAsTheyWereAppendedAndHoldTogether() {
        AuditChanges changes = AuditChanges.NONE
                .and(AuditField.NAME, AuditDetail.of(new PlanName("数据 'x' 🐦")))
                .and(AuditField.ALLOWANCE, AuditDetail.of(1), AuditDetail.of(2))
                .and(AuditField.PLAN, Optional.of(AuditDetail.of(ann.id())), Optional.empty())
                .andSecret(AuditField.APP_SECRET);
        List<AuditEntry> kept = List.of(
                record(acme, AuditActor.of(ann.id()), AuditAction.APP_ENTERED, changes, Optional.of(HERE)),
                record(acme, AuditActor.SETUP_LINK, AuditAction.ROLE_GIVEN, AuditChanges.NONE, Optional.empty()),
                new RecordAudit(
                                transactions(),
                                stores().auditTrail(),
                                new FixedOrigins(Optional.of(HERE), Optional.of(new AuditToken(new UUID(7, 7)))))
                        .execute(new AuditEvent(
                                acme,
                                AuditActor.of(ann.id()),
                                AuditAction.ROLE_GIVEN,
                                AuditSubject.of(ann.id()),
                                AuditChanges.NONE)));
        assertThat(kept.get(2).event().changes())
                .isEqualTo(AuditChanges.NONE.and(AuditField.TOKEN, AuditDetail.of(new AuditToken(new UUID(7, 7)))));
        assertThat(stores().auditTrail().listAfter(acme, 0, 10)).isEqualTo(kept);
        assertThat(stores().auditTrail().listAfter(acme, 1, 1)).containsExactly(kept.get(1));
        assertThat(stores().auditTrail().listAfter(acme, 3, 10)).isEmpty();
        AuditEnd end = stores().auditTrail().end(acme);
        assertThat(end).isEqualTo(new AuditEnd(3, kept.get(2).hash()));
        assertThat(AuditChain.verify(acme, stores().auditTrail().listAfter(acme, 0, 10), end))
                .isEmpty();
    }

    @Test
    void theNewestOfAllBooksComeFirstAndGoOnAfterASpot() {
        List<AuditEntry> kept = new ArrayList<>();
        for (int each = 0; each < 6; each++) {
            kept.add(0, record(List.of(acme, other, AuditBook.PROVIDER).get(each % 3), AuditAction.SIGNED_IN));
        }
        List<AuditEntry> listed = stores().auditTrail().list(AuditQuery.ALL, 10);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(listed.stream().map(AuditEntry::at).toList())
                .isSortedAccordingTo((one, another) -> another.compareTo(one));
        List<AuditEntry> paged = new ArrayList<>();
        AuditQuery query = AuditQuery.ALL;
        for (List<AuditEntry> page = stores().auditTrail().list(query, 2);
                !page.isEmpty();
                page = stores().auditTrail().list(query, 2)) {
            paged.addAll(page);
            query = query.after(page.get(page.size() - 1).spot());
        }
        assertThat(paged).isEqualTo(listed);
    }

    @Test
    void onlyWhatIsWantedIsListed() {
        AuditEntry first = record(acme, AuditAction.SIGNED_IN);
        AuditEntry second =
                record(other, AuditActor.BOOTSTRAP_FILE, AuditAction.PLAN_CHANGED, AuditChanges.NONE, Optional.empty());
        assertThat(list(AuditQuery.ALL.of(Set.of(acme)))).containsExactly(first);
        assertThat(list(AuditQuery.ALL.of(Set.of()))).isEmpty();
        assertThat(list(AuditQuery.ALL.of(Set.of(acme, other)))).containsExactlyInAnyOrder(first, second);
        assertThat(list(AuditQuery.ALL.by(AuditActor.BOOTSTRAP_FILE))).containsExactly(second);
        assertThat(list(AuditQuery.ALL.by(AuditActor.of(ann.id())))).containsExactly(first);
        assertThat(list(AuditQuery.ALL.of(AuditAction.PLAN_CHANGED))).containsExactly(second);
        assertThat(list(AuditQuery.ALL.from(second.at()))).contains(second);
        assertThat(list(AuditQuery.ALL.from(second.at().plusMillis(1)))).isEmpty();
        assertThat(list(AuditQuery.ALL.until(first.at()))).isEmpty();
        assertThat(list(AuditQuery.ALL.until(first.at().plusMillis(1)))).contains(first);
    }

    @Test
    void aBookWithoutEntriesBeginsBeforeTheFirst() {
        assertThat(stores().auditTrail().listBooks()).isEmpty();
        record(other, AuditAction.SIGNED_IN);
        record(AuditBook.PROVIDER, AuditAction.SIGNED_IN);
        assertThat(stores().auditTrail().end(acme)).isEqualTo(AuditEnd.START);
        inTransaction(now -> assertThat(stores().auditTrail().lockEnd(acme)).isEqualTo(AuditEnd.START));
        assertThat(stores().auditTrail().listBooks()).containsExactly(AuditBook.PROVIDER, other);
    }

    @Test
    void noEntryStandsWhereAnotherDoes() {
        AuditEntry first = record(acme, AuditAction.SIGNED_IN);
        assertThatThrownBy(() -> stores().auditTrail().append(first)).isInstanceOf(ConflictException.class);
        assertThat(stores().auditTrail().listAfter(acme, 0, 10)).containsExactly(first);
    }

    @Test
    void theEndIsLockedOnlyInsideATransaction() {
        assertThatThrownBy(() -> stores().auditTrail().lockEnd(acme)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatManyWriteAtOnceIsOneChain() {
        Together.run(AT_ONCE, worker -> record(acme, AuditAction.SIGNED_IN));
        List<AuditEntry> entries = stores().auditTrail().listAfter(acme, 0, 100);
        assertThat(entries).hasSize(AT_ONCE);
        assertThat(AuditChain.verify(acme, entries, stores().auditTrail().end(acme)))
                .isEmpty();
    }

    @Test
    void whatIsRolledBackHasNotHappened() {
        assertThatThrownBy(() -> inTransaction(now -> {
                    record(acme, AuditAction.SIGNED_IN);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(stores().auditTrail().end(acme)).isEqualTo(AuditEnd.START);
        assertThat(stores().auditTrail().listAfter(acme, 0, 10)).isEmpty();
    }

    private List<AuditEntry> list(AuditQuery query) {
        return stores().auditTrail().list(query, 10);
    }

    private AuditEntry record(AuditBook book, AuditAction action) {
        return record(book, AuditActor.of(ann.id()), action, AuditChanges.NONE, Optional.of(HERE));
    }

    private AuditEntry record(
            AuditBook book, AuditActor actor, AuditAction action, AuditChanges changes, Optional<Origin> origin) {
        return new RecordAudit(transactions(), stores().auditTrail(), new FixedOrigins(origin, Optional.empty()))
                .execute(new AuditEvent(book, actor, action, AuditSubject.of(ann.id()), changes));
    }
}
