package io.larkdesk.app.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.sealing.SealAnew;
import io.larkdesk.core.sealing.SealAnew.Found;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Secrets.KeyAge;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are sealed anew as their key changes; more of them than fit on a page. */
class SealAnewTest {

    private static final int TENANTS = 230;

    private final Stores stores = new InMemoryDesk(new ManualClock());
    private final Scene scene = new Scene(stores, new SeededRandomness(5));

    @TempDir
    private Path folder;

    private MasterKeys keys;
    private TinkSecrets secrets;
    private List<Tenant> tenants;

    @BeforeEach
    void seal() {
        Path file = folder.resolve("keys.json");
        MasterKeys.create(file);
        keys = MasterKeys.read(file);
        secrets = new TinkSecrets(keys);
        tenants = IntStream.range(0, TENANTS)
                .mapToObj(i -> scene.customer("Customer " + i))
                .map(tenant -> tenant.withSecret(secrets.seal(tenant.id(), secretOf(tenant))))
                .toList();
        tenants.forEach(stores.tenants()::save);
    }

    private static AppSecret secretOf(Tenant tenant) {
        return AppSecret.of("secret of " + tenant.organisation());
    }

    private Found look() {
        return new SealAnew(stores.transactions(), stores.sealedTexts(), secrets).execute();
    }

    @Test
    void whatIsCurrentIsLeftAlone() {
        assertThat(look()).isEqualTo(new Found(TENANTS, 0, 0, 0));
        assertThat(stores.tenants().list()).containsExactlyInAnyOrderElementsOf(tenants);
    }

    @Test
    void whatAnOlderKeySealedIsSealedAnewAndOpensAsBefore() {
        keys.addKey();
        assertThat(look()).isEqualTo(new Found(TENANTS, 0, 0, 0));

        keys.useKey();
        assertThat(look()).isEqualTo(new Found(0, TENANTS, 0, 0));
        assertThat(look()).isEqualTo(new Found(TENANTS, 0, 0, 0));

        keys.removeOldKeys();
        assertThat(stores.tenants().list()).hasSize(TENANTS).allSatisfy(tenant -> {
            assertThat(secrets.age(tenant.secret())).isEqualTo(KeyAge.CURRENT);
            assertThat(secrets.open(tenant.id(), tenant.secret())).isEqualTo(secretOf(tenant));
        });
    }

    @Test
    void whatDoesNotOpenIsLeftAndKeepsTheOldKeyNeeded() {
        SealedSecret ofAnother = tenants.get(1).secret();
        stores.tenants().save(tenants.get(0).withSecret(ofAnother));
        keys.addKey();
        keys.useKey();

        assertThat(look()).isEqualTo(new Found(0, TENANTS - 1, 1, 0));
        assertThat(stores.tenants().get(tenants.get(0).id()).secret()).isEqualTo(ofAnother);
    }

    @Test
    void whatIsSealedByAKeyThatIsNotHereIsCounted() throws Exception {
        Path elsewhere = folder.resolve("other.json");
        MasterKeys.create(elsewhere);
        Tenant tenant = tenants.get(0);
        SealedSecret foreign = new TinkSecrets(MasterKeys.read(elsewhere)).seal(tenant.id(), secretOf(tenant));
        stores.tenants().save(tenant.withSecret(foreign));

        assertThat(look()).isEqualTo(new Found(TENANTS - 1, 0, 0, 1));
        assertThat(stores.tenants().get(tenant.id()).secret()).isEqualTo(foreign);
        assertThat(Files.readString(elsewhere)).doesNotContain(secretOf(tenant).reveal());
    }
}
