package io.larkdesk.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.PlainSecrets;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.contract.Together;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConfigureTenantTest {

    private final InMemoryDesk desk = new InMemoryDesk(new ManualClock());
    private final ConfigureTenant configureTenant = configure(desk.tenants());

    private ConfigureTenant configure(Tenants tenants) {
        return new ConfigureTenant(
                desk.transactions(), tenants, new PlainSecrets(), new SeededRandomness(7), Records.tenants(desk));
    }

    private static ConfigureTenant.Command provider(String app) {
        return provider(app, Allowance.UNLIMITED);
    }

    private static ConfigureTenant.Command provider(String app, Allowance allowance) {
        return new ConfigureTenant.Command(
                Tenant.Kind.PROVIDER,
                "Alder Cloud",
                new AppId(app),
                Brand.LARK,
                AppSecret.of("secret"),
                Edition.PAID,
                allowance,
                Optional.empty(),
                true);
    }

    @Test
    void thereIsOneProvider() {
        Tenant provider = configureTenant.execute(provider("cli_one"));
        assertThat(configureTenant.execute(provider("cli_one"))).isEqualTo(provider);
        assertThatThrownBy(() -> configureTenant.execute(provider("cli_other")))
                .hasMessage("the provider has the app cli_one already");
    }

    @Test
    void aFileThatNamesAFormerAppChangesNothing() {
        Tenant before = configureTenant.execute(provider("cli_one"));
        Tenant after = before.withApp(new AppId("cli_two"), before.secret());
        desk.tenants().save(after);
        desk.tenants().addFormerApp(after.id(), new AppId("cli_one"));

        assertThat(configureTenant.execute(provider("cli_one"))).isEqualTo(after);
        assertThat(desk.tenants().list()).containsExactly(after);
    }

    @Test
    void whatStaffAgreedStandsUntilTheOperatorSaysSomethingElse() {
        Tenant before = configureTenant.execute(provider("cli_one"));
        Tenant agreed = before.with(Edition.FREE, new Allowance(9_000));
        desk.tenants().save(agreed);

        assertThat(configureTenant.execute(provider("cli_one"))).isEqualTo(agreed);
        assertThat(configureTenant.execute(provider("cli_one", new Allowance(7_000))))
                .isEqualTo(before.with(Edition.PAID, new Allowance(7_000)));
        assertThat(configureTenant.execute(provider("cli_one"))).isEqualTo(before);
    }

    @Test
    void severalNodesMayBeTheFirst() {
        AtomicInteger looks = new AtomicInteger();
        Tenants interrupted = (Tenants) Proxy.newProxyInstance(
                Tenants.class.getClassLoader(), new Class<?>[] {Tenants.class}, (proxy, method, arguments) -> {
                    if (looks.incrementAndGet() == 3) {
                        Together.elsewhere(() -> configureTenant.execute(provider("cli_one")));
                    }
                    return method.invoke(desk.tenants(), arguments);
                });

        Tenant provider = configure(interrupted).execute(provider("cli_one"));
        assertThat(desk.tenants().findProvider()).contains(provider);
    }
}
