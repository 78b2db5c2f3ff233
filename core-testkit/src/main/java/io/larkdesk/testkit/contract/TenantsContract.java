package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.CallTerms;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The promises of {@link io.larkdesk.core.tenant.Tenants}. */
public abstract class TenantsContract extends StoresContract {

    /** Made for subclasses. */
    protected TenantsContract() {}

    @ParameterizedTest
    @EnumSource(TenantState.class)
    void aTenantIsFoundAsItWasSaved(TenantState state) {
        Tenant tenant = new Tenant(
                new TenantId(new UUID(1, 2)),
                Tenant.Kind.CUSTOMER,
                "Hôtel “Ünïcode” 数据 🐦 'x' \\ %",
                new AppId("cli_a8f3d0c21e79500d"),
                Brand.FEISHU,
                new SealedSecret("c2VhbGVk".repeat(200)),
                Edition.PAID,
                Allowance.UNLIMITED,
                Optional.of(new PlanName("Plan ‘A’")),
                state,
                Optional.of("736588c9260f175d"),
                state == TenantState.ACTIVE);

        stores().tenants().save(tenant);

        assertThat(stores().tenants().get(tenant.id())).isEqualTo(tenant);
        assertThat(stores().tenants().findByApp(tenant.appId())).contains(tenant);
        assertThat(stores().tenants().list()).containsExactly(tenant);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        scene().customer("Acme");

        assertThat(stores().tenants().findByApp(new AppId("cli_other"))).isEmpty();
        assertThat(stores().tenants().findProvider()).isEmpty();
        assertThatThrownBy(() -> stores().tenants().get(new TenantId(new UUID(0, 1))))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void manyAreFoundAtOnceAndEachOfThemOnce() {
        Tenant acme = scene().customer("Acme");
        Tenant provider = scene().provider("Provider");
        scene().customer("Other");

        assertThat(stores().tenants()
                        .listAll(List.of(acme.id(), provider.id(), acme.id(), new TenantId(new UUID(0, 1)))))
                .containsExactlyInAnyOrder(acme, provider);
        assertThat(stores().tenants().listAll(List.of())).isEmpty();
    }

    @Test
    void savingAgainChanges() {
        Tenant tenant = scene().customer("Acme");
        Tenant changed = tenant.become(TenantState.SUSPENDED).withTenantKey("key");

        stores().tenants().save(changed);

        assertThat(stores().tenants().list()).containsExactly(changed);
    }

    @Test
    void aTenantMayMoveToAnotherApp() {
        Tenant tenant = scene().customer("Acme");
        Tenant moved = withApp(tenant, new AppId("cli_new"));

        stores().tenants().save(moved);

        assertThat(stores().tenants().findByApp(tenant.appId())).isEmpty();
        assertThat(stores().tenants().findByApp(moved.appId())).contains(moved);
    }

    @Test
    void twoTenantsCannotHaveOneApp() {
        Tenant tenant = scene().customer("Acme");
        Tenant other = withApp(scene().tenant(Tenant.Kind.CUSTOMER, "Other"), tenant.appId());

        assertThatThrownBy(() -> stores().tenants().save(other)).isInstanceOf(ConflictException.class);

        assertThat(stores().tenants().list()).containsExactly(tenant);
    }

    @Test
    void thereIsOneProvider() {
        Tenant provider = scene().provider("Provider");

        assertThatThrownBy(() -> scene().provider("Usurper")).isInstanceOf(ConflictException.class);
        stores().tenants().save(provider.withTenantKey("key"));

        assertThat(stores().tenants().findProvider()).contains(provider.withTenantKey("key"));
    }

    @Test
    void theProviderIsListedFirstAndTheOthersByName() {
        scene().customer("Beta");
        scene().provider("Zulu");
        scene().customer("Alpha");
        scene().customer("Gamma");

        assertThat(stores().tenants().list())
                .extracting(Tenant::organisation)
                .containsExactly("Zulu", "Alpha", "Beta", "Gamma");
    }

    @Test
    void ofTwoWhoTakeOneAppAtOnceOneIsRefused() {
        List<Tenant> rivals = List.of(
                withApp(scene().tenant(Tenant.Kind.CUSTOMER, "One"), new AppId("cli_same")),
                withApp(scene().tenant(Tenant.Kind.CUSTOMER, "Two"), new AppId("cli_same")));

        List<Boolean> saved = Together.run(2, worker -> {
            try {
                stores().tenants().save(rivals.get(worker));
                return true;
            } catch (ConflictException taken) {
                return false;
            }
        });

        assertThat(saved).containsExactlyInAnyOrder(true, false);
        assertThat(stores().tenants().list()).hasSize(1);
    }

    @Test
    void whatAConfigurationSaidOfCallsIsKeptBesideWhatIsAgreed() {
        Tenant acme = scene().customer("Acme");
        CallTerms first = new CallTerms(Edition.FREE, new Allowance(8_000));
        CallTerms second = new CallTerms(Edition.PAID, Allowance.UNLIMITED);
        assertThat(stores().tenants().findConfigured(acme.id())).isEmpty();

        stores().tenants().configure(acme.id(), first);
        assertThat(stores().tenants().findConfigured(acme.id())).contains(first);
        stores().tenants().configure(acme.id(), second);
        stores().tenants().save(acme.called("Acme Ltd"));

        assertThat(stores().tenants().findConfigured(acme.id())).contains(second);
        assertThat(stores().tenants().get(acme.id()).terms()).isEqualTo(acme.terms());
    }

    @Test
    void theTenantOfAFormerAppIsFoundUntilTheAppIsSomebodysAgain() {
        Tenant acme = scene().customer("Acme");
        AppId before = acme.appId();
        stores().tenants().addFormerApp(acme.id(), before);
        assertThat(stores().tenants().findByFormerApp(before)).isEmpty();

        Tenant moved = withApp(acme, new AppId("cli_new"));
        stores().tenants().save(moved);
        assertThat(stores().tenants().findByFormerApp(before)).contains(moved);
        assertThat(stores().tenants().findByFormerApp(moved.appId())).isEmpty();

        stores().tenants().save(withApp(scene().tenant(Tenant.Kind.CUSTOMER, "Other"), before));
        assertThat(stores().tenants().findByFormerApp(before)).isEmpty();
    }

    @Test
    void whoeverLocksATenantWaitsForThoseWhoHoldIt() {
        Tenant acme = scene().customer("Acme");

        List<AppId> seen = Together.run(4, worker -> transactions().inTransaction(now -> {
            if (worker == 0) {
                stores().tenants().save(withApp(stores().tenants().lock(acme.id()), new AppId("cli_new")));
                return new AppId("cli_new");
            }
            AppId held = stores().tenants().hold(acme.id()).appId();
            assertThat(stores().tenants().get(acme.id()).appId()).isEqualTo(held);
            return held;
        }));

        assertThat(seen).isSubsetOf(acme.appId(), new AppId("cli_new"));
        assertThat(stores().tenants().get(acme.id()).appId()).isEqualTo(new AppId("cli_new"));
        TenantId nobody = new TenantId(new UUID(0, 1));
        assertThatThrownBy(() -> inTransaction(now -> stores().tenants().hold(nobody)))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> inTransaction(now -> stores().tenants().lock(nobody)))
                .isInstanceOf(NoSuchElementException.class);
    }

    private static Tenant withApp(Tenant tenant, AppId app) {
        return new Tenant(
                tenant.id(),
                tenant.kind(),
                tenant.organisation(),
                app,
                tenant.brand(),
                tenant.secret(),
                tenant.edition(),
                tenant.allowance(),
                tenant.plan(),
                tenant.state(),
                tenant.tenantKey(),
                tenant.joinsAtSignIn());
    }
}
