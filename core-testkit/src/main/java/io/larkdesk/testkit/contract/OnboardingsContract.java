package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.onboarding.GuideLink;
import io.larkdesk.core.onboarding.GuideStep;
import io.larkdesk.core.onboarding.Onboarding;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.testkit.SeededRandomness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.onboarding.Onboardings}. */
public abstract class OnboardingsContract extends StoresContract {

    private final SeededRandomness randomness = new SeededRandomness(4);

    private Person tam;

    /** Made for subclasses. */
    protected OnboardingsContract() {}

    @BeforeEach
    void setUpTam() {
        tam = scene().staff(scene().provider("Alder Cloud"), "Sofia", StaffRole.TAM);
    }

    private Onboarding onboarding(
            String name, Set<GuideStep> said, Optional<GuideLink> link, Optional<Instant> activatedAt) {
        return new Onboarding(
                new TenantId(randomness.uuid()),
                new OrganisationName(name),
                new PlanName("Gold ‘A’"),
                tam.id(),
                said,
                link,
                present(),
                activatedAt);
    }

    private Onboarding plain(String name) {
        return onboarding(name, Set.of(), Optional.empty(), Optional.empty());
    }

    @Test
    void oneIsFoundAsItWasSaved() {
        BearerToken token = BearerToken.issue(randomness);
        GuideLink link = new GuideLink(token.hash(), present().plus(GuideLink.LASTS));
        Onboarding whole =
                onboarding("数据 'x' 🐦", Set.of(GuideStep.values()), Optional.of(link), Optional.of(present()));
        Onboarding bare = plain("Acme");
        stores().onboardings().save(whole);
        stores().onboardings().save(bare);

        assertThat(stores().onboardings().find(whole.tenant())).contains(whole);
        assertThat(stores().onboardings().findByLink(token.hash())).contains(whole);
        assertThat(stores().onboardings().find(bare.tenant())).contains(bare);
        inTransaction(now ->
                assertThat(stores().onboardings().findForUpdate(bare.tenant())).contains(bare));
        assertThat(stores().onboardings().find(new TenantId(new UUID(1, 1)))).isEmpty();
        assertThat(stores().onboardings()
                        .findByLink(BearerToken.issue(randomness).hash()))
                .isEmpty();
    }

    @Test
    void oneIsChanged() {
        Onboarding before = plain("Acme");
        stores().onboardings().save(before);
        Onboarding after = new Onboarding(
                before.tenant(),
                new OrganisationName("Acme Group"),
                before.plan(),
                before.tam(),
                Set.of(GuideStep.RELEASE),
                Optional.empty(),
                before.startedAt(),
                Optional.of(present()));
        stores().onboardings().save(after);

        assertThat(stores().onboardings().list()).containsExactly(after);
    }

    @Test
    void oneIsRemoved() {
        Onboarding one = plain("Acme");
        Onboarding other = plain("Beta");
        List.of(one, other).forEach(stores().onboardings()::save);
        stores().onboardings().remove(one.tenant());
        stores().onboardings().remove(one.tenant());

        assertThat(stores().onboardings().list()).containsExactly(other);
    }

    @Test
    void thoseThatAreNotOverAreListedFirst() {
        Onboarding over = onboarding("Alpha", Set.of(), Optional.empty(), Optional.of(present()));
        Onboarding gamma = plain("Gamma");
        Onboarding beta = plain("Beta");
        List.of(over, gamma, beta).forEach(stores().onboardings()::save);

        assertThat(stores().onboardings().list()).containsExactly(beta, gamma, over);
    }
}
