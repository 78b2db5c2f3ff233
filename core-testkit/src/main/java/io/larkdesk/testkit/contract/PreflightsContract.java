package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.onboarding.Drift;
import io.larkdesk.core.onboarding.Finding;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Finding.Verdict;
import io.larkdesk.core.onboarding.Finding.What;
import io.larkdesk.core.onboarding.LarkDay;
import io.larkdesk.core.onboarding.Preflight;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.onboarding.Preflights}. */
public abstract class PreflightsContract extends StoresContract {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

    private Tenant acme;
    private Tenant other;

    /** Made for subclasses. */
    protected PreflightsContract() {}

    @BeforeEach
    void signUp() {
        acme = scene().customer("Acme");
        other = scene().customer("Other");
    }

    @Test
    void theLastOneOfATenantIsFoundAsItWas() {
        PersonId tam =
                scene().staff(scene().provider("Alder"), "Tam", StaffRole.TAM).id();
        assertThat(stores().preflights().find(acme.id())).isEmpty();

        Preflight first = preflight(acme, Optional.of(tam), all());
        stores().preflights().save(first);
        stores().preflights().save(preflight(other, Optional.empty(), List.of()));
        assertThat(stores().preflights().find(acme.id())).contains(first);

        Preflight second = preflight(acme, Optional.empty(), all().subList(2, 5));
        stores().preflights().save(second);
        assertThat(stores().preflights().find(acme.id())).contains(second);
        assertThat(stores().preflights().find(other.id())).contains(preflight(other, Optional.empty(), List.of()));
    }

    @Test
    void oneThatIsForgottenIsNotFound() {
        stores().preflights().save(preflight(acme, Optional.empty(), all()));
        Preflight kept = preflight(other, Optional.empty(), all());
        stores().preflights().save(kept);

        stores().preflights().forget(acme.id());

        assertThat(stores().preflights().find(acme.id())).isEmpty();
        assertThat(stores().preflights().find(other.id())).contains(kept);
    }

    @Test
    void whatIsRolledBackHasNotHappened() {
        Preflight kept = preflight(acme, Optional.empty(), all());
        stores().preflights().save(kept);

        assertThatThrownBy(() -> inTransaction(now -> {
                    stores().preflights().save(preflight(acme, Optional.empty(), List.of()));
                    stores().preflights().add(drift(acme, NOON));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(stores().preflights().find(acme.id())).contains(kept);
        assertThat(untold()).isEmpty();
    }

    @Test
    void driftIsGivenOutInItsOrderUntilSomebodyWasTold() {
        stores().preflights().add(drift(acme, NOON.plusMillis(1)));
        stores().preflights().add(drift(other, NOON));
        assertThat(untold()).contains(drift(other, NOON));
        assertThat(untold()).contains(drift(other, NOON));

        stores().preflights().told(drift(other, NOON), NOON);
        stores().preflights().add(drift(other, NOON));
        assertThat(untold()).contains(drift(acme, NOON.plusMillis(1)));

        stores().preflights().told(drift(acme, NOON.plusMillis(1)), NOON);
        assertThat(untold()).isEmpty();
    }

    @Test
    void noTwoAreGivenTheSameDriftAtOnce() {
        stores().preflights().add(drift(acme, NOON));
        inTransaction(now -> {
            assertThat(stores().preflights().lockUntold()).isPresent();
            assertThat(elsewhere(this::untold)).isEmpty();
        });
        assertThatThrownBy(() -> stores().preflights().lockUntold()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLastDayOfATenantIsKept() {
        assertThat(stores().preflights().findDay(acme.id())).isEmpty();
        LarkDay day = new LarkDay(acme.id(), TODAY, 17, false, false);
        stores().preflights().save(day);
        stores().preflights().save(new LarkDay(other.id(), TODAY.minusDays(1), 0, false, true));
        assertThat(stores().preflights().findDay(acme.id())).contains(day);
        assertThat(transactions().<Optional<LarkDay>>inTransaction(now -> stores().preflights()
                        .lockDay(acme.id())))
                .contains(day);

        LarkDay next = new LarkDay(acme.id(), TODAY.plusDays(1), 20, true, true);
        stores().preflights().save(next);
        assertThat(stores().preflights().findDay(acme.id())).contains(next);
        assertThatThrownBy(() -> stores().preflights().lockDay(acme.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thoseWhoseAppBrokeAreListedUntilTheyAreInspected() {
        stores().preflights().save(new LarkDay(acme.id(), TODAY, 17, true, false));
        stores().preflights().save(new LarkDay(other.id(), TODAY, 17, false, false));
        assertThat(stores().preflights().listBroken()).containsExactly(acme.id());

        stores().preflights().save(new LarkDay(acme.id(), TODAY, 17, true, true));
        assertThat(stores().preflights().listBroken()).isEmpty();
    }

    private Optional<Drift> untold() {
        return transactions().inTransaction(now -> stores().preflights().lockUntold());
    }

    private static Drift drift(Tenant tenant, Instant at) {
        return new Drift(tenant.id(), at, Set.of(Check.BOT, Check.REDIRECT_URLS));
    }

    private static Preflight preflight(Tenant tenant, Optional<PersonId> asker, List<Finding> findings) {
        return new Preflight(tenant.id(), NOON, asker, 4, findings);
    }

    /** A finding of every kind. */
    private static List<Finding> all() {
        Stream<Finding> checks = Arrays.stream(Check.values())
                .map(check -> new Finding(check, Verdict.PASSED, What.AS_EXPECTED, "a 'b' 数据", "", Optional.of(NOON)));
        Stream<Finding> whats = Arrays.stream(What.values())
                .map(what -> new Finding(Check.SCOPES, Verdict.FAILED, what, "", "\\ \"x\"", Optional.empty()));
        Stream<Finding> verdicts = Arrays.stream(Verdict.values())
                .map(verdict -> new Finding(Check.BOT, verdict, What.OFF, "", "", Optional.empty()));
        return Stream.of(checks, whats, verdicts).flatMap(some -> some).collect(Collectors.toList());
    }
}
