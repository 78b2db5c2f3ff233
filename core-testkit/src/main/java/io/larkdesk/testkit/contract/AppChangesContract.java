package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.onboarding.AppChange;
import io.larkdesk.core.onboarding.Finding;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Finding.Verdict;
import io.larkdesk.core.onboarding.Finding.What;
import io.larkdesk.core.onboarding.Preflight;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.onboarding.AppChanges}. */
public abstract class AppChangesContract extends StoresContract {

    private static final TenantId ACME = new TenantId(new UUID(1, 1));
    private static final TenantId OTHER = new TenantId(new UUID(1, 2));

    /** Made for subclasses. */
    protected AppChangesContract() {}

    private AppChange change(TenantId tenant, Optional<Preflight> preflight) {
        return new AppChange(
                tenant,
                new AppId("cli_next"),
                new SealedSecret("c2VhbGVk".repeat(200)),
                "736588c9260f175d",
                present(),
                preflight);
    }

    private Preflight preflight(Optional<PersonId> asker) {
        return new Preflight(
                ACME,
                present(),
                asker,
                5,
                List.of(
                        new Finding(Check.BRAND, Verdict.PASSED, What.AS_EXPECTED, "", "LARK", Optional.empty()),
                        new Finding(
                                Check.HOME_PAGE,
                                Verdict.FAILED,
                                What.OTHER_ADDRESS,
                                "https://desk.example/\"a\",{b}",
                                "two\nlines, '数据' 🐦 NULL",
                                Optional.of(present())),
                        new Finding(Check.SCOPES, Verdict.NOT_CHECKABLE, What.BLOCKED, "", "", Optional.empty())));
    }

    @Test
    void aChangeIsFoundAsSaved() {
        AppChange begun = change(ACME, Optional.empty());
        stores().appChanges().save(begun);
        assertThat(stores().appChanges().find(ACME)).contains(begun);
        assertThat(stores().appChanges().find(OTHER)).isEmpty();

        for (Optional<PersonId> asker :
                List.of(Optional.<PersonId>empty(), Optional.of(new PersonId(OTHER, new UUID(3, 4))))) {
            AppChange checked = change(ACME, Optional.of(preflight(asker)));
            stores().appChanges().save(checked);
            assertThat(stores().appChanges().find(ACME)).contains(checked);
        }
        stores().appChanges().save(begun);
        assertThat(stores().appChanges().find(ACME)).contains(begun);
    }

    @Test
    void oneThatIsForgottenIsTheTenantsAlone() {
        stores().appChanges().save(change(ACME, Optional.empty()));
        stores().appChanges().save(change(OTHER, Optional.empty()));

        stores().appChanges().delete(ACME);
        stores().appChanges().delete(ACME);

        assertThat(stores().appChanges().find(ACME)).isEmpty();
        assertThat(stores().appChanges().find(OTHER)).isPresent();
    }
}
