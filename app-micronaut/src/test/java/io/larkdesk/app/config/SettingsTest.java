package io.larkdesk.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.attachment.Storage;
import io.larkdesk.core.escalation.EmergencyPhone;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.lark.DeskLinks;
import io.micronaut.core.value.MapPropertyResolver;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static Settings read(String... namesAndValues) {
        Map<String, Object> settings = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put("larkdesk." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return Settings.read(new MapPropertyResolver(settings));
    }

    @Test
    void nothingNeedsToBeSet() {
        Settings settings = read();

        assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.database()).isEmpty();
        assertThat(settings.data()).isEqualTo(Path.of("larkdesk-data").toAbsolutePath());
        assertThat(settings.masterKeyFile()).isEqualTo(settings.data().resolve("master-key.json"));
        assertThat(settings.reminders().window()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.invites().lifetime()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.lark().of(Brand.LARK).open()).isEqualTo(URI.create("https://open.larksuite.com"));
        assertThat(settings.lark().of(Brand.FEISHU).accounts()).isEqualTo(URI.create("https://accounts.feishu.cn"));
        assertThat(settings.lark().links()).isEqualTo(DeskLinks.Style.APP_LINK);
    }

    @ParameterizedTest
    @CsvSource({
        "port, eighty",
        "port, 0",
        "port, 65536",
        "public-url, desk.example.com",
        "public-url, https://desk.example.com/path",
        "public-url, ftp://desk.example.com",
        "public-url, https://user@desk.example.com",
        "db.url, jdbc:mysql://db/larkdesk",
        "db.connections, 1",
        "lark.base-url, 127.0.0.1:8081",
        "lark.links, sometimes",
        "reminder.window, ten minutes",
        "reminder.window, PT9M59S",
        "reminder.window, PT0S",
        "reminder.window, -PT10M",
        "reminder.grace, 5",
        "invite.lifetime, a day",
        "invite.lifetime, PT0S",
        "invite.lifetime, -PT24H",
        "invite.lifetime, P31D",
        "deletion.wait, a month",
        "deletion.wait, PT23H59M",
        "deletion.wait, -P1D",
        "deletion.wait, P366D",
        "emergency.ack-within, PT0S",
        "emergency.ack-within, soon",
        "emergency.ack-within, P2D",
        "emergency.confirm-every, PT0S",
        "reminder.reply-within, -PT1M",
        "emergency.phone, +65 3159 0100 or perhaps +65 3159 0101 at night",
        "attachments.max-size, large",
        "attachments.max-size, 0",
        "attachments.max-size, 101MB",
        "attachments.max-size, 20MiB",
        "attachments.quota, 19MB",
        "attachments.quota, -1GB",
    })
    void aWrongValueIsNamedInOneLine(String name, String value) {
        assertThatThrownBy(() -> read(name, value))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("larkdesk." + name + " (LARKDESK_")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void withoutATelephoneNumberPagingGoesOnUntilSomebodyAnswers() {
        EscalationSettings silent = read("emergency.ack-within", "PT2M", "reminder.reply-within", "PT1H")
                .escalations();
        EscalationSettings callable = read("emergency.phone", " +65 3159 0100 ").escalations();

        assertThat(silent.plan().escalation())
                .isEqualTo(EscalationPolicy.standard(Duration.ofMinutes(2), Optional.empty()));
        assertThat(silent.plan().replyWithin()).isEqualTo(Duration.ofHours(1));
        assertThat(silent.phone()).isEqualTo(EmergencyPhone.NONE);
        assertThat(callable.plan().escalation().rounds()).contains(2);
        assertThat(callable.phone().number()).contains("+65 3159 0100");
    }

    @Test
    void aSandboxAllowsAShorterWindowAndHasBothBrandsOnOnePort() {
        Settings settings = read("lark.base-url", "http://127.0.0.1:8081/", "reminder.window", "PT3S");

        assertThat(settings.reminders().window()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.lark().isSandbox()).isTrue();
        assertThat(settings.lark().lark().accounts()).isEqualTo(URI.create("http://127.0.0.1:8081"));
        assertThat(settings.lark().feishu().open()).isEqualTo(URI.create("http://127.0.0.1:8081/feishu"));
        assertThat(settings.lark().links()).isEqualTo(DeskLinks.Style.PLAIN);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1.example.com", "http://localhost.example.com", "http://10.0.0.1:8081"})
    void whatOnlyLooksLikeThisMachineIsNoSandbox(String base) {
        assertThatThrownBy(() -> read("lark.base-url", base, "reminder.window", "PT3S"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("sandbox");
    }

    @Test
    void deletionsWaitAsLongAsIsSet() {
        assertThat(read("deletion.wait", "P1D").deletions().waiting()).isEqualTo(Duration.ofDays(1));
        assertThat(read("deletion.wait", "PT0S", "lark.base-url", "http://127.0.0.1:8081")
                        .deletions()
                        .waiting())
                .isZero();
    }

    @Test
    void invitesLastAsLongAsIsSet() {
        assertThat(read("invite.lifetime", "PT1H").invites().lifetime()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void filesAreAsLargeAsIsSet() {
        assertThat(read().attachments().maxSize()).isEqualTo(20_000_000);
        assertThat(read().attachments().quota()).isEqualTo(5_000_000_000L);
        Settings settings = read("attachments.max-size", "1500 kB", "attachments.quota", "2gb");
        assertThat(settings.attachments().maxSize()).isEqualTo(1_500_000);
        assertThat(settings.attachments().quota()).isEqualTo(2_000_000_000);
        assertThat(read("attachments.max-size", "123").attachments().maxSize()).isEqualTo(123);
    }

    @Test
    void filesGoIntoTheObjectStoreIfThereIsOneAndNothingElseIsSaid() {
        String[] bucket = {
            "attachments.s3.endpoint",
            "https://s3.example.com",
            "attachments.s3.bucket",
            "larkdesk-files",
            "attachments.s3.access-key",
            "AKIA7",
            "attachments.s3.secret-key",
            "hunter2"
        };
        Settings settings = read(bucket);
        assertThat(settings.attachments().storage()).isEqualTo(Storage.OBJECT_STORE);
        assertThat(settings.objectStore().orElseThrow().region()).isEqualTo("us-east-1");
        assertThat(settings.toString())
                .contains("larkdesk-files")
                .doesNotContain("hunter2")
                .doesNotContain("AKIA7");
        assertThat(read().attachments().storage()).isEqualTo(Storage.DATABASE);
        assertThat(read().objectStore()).isEmpty();

        String[] readOnly = Arrays.copyOf(bucket, bucket.length + 2);
        readOnly[bucket.length] = "attachments.store";
        readOnly[bucket.length + 1] = "database";
        assertThat(read(readOnly).attachments().storage()).isEqualTo(Storage.DATABASE);
        assertThat(read(readOnly).objectStore()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "attachments.store, s3, larkdesk.attachments.s3.endpoint",
        "attachments.store, disk, larkdesk.attachments.store",
        "attachments.s3.bucket, files, larkdesk.attachments.s3.endpoint",
        "attachments.s3.endpoint, s3.example.com, larkdesk.attachments.s3.endpoint",
        "attachments.s3.endpoint, https://s3.example.com/path, larkdesk.attachments.s3.endpoint",
        "attachments.s3.endpoint, https://s3.example.com, larkdesk.attachments.s3.bucket"
    })
    void anObjectStoreThatIsNotWhollySetUpIsRefused(String name, String value, String told) {
        assertThatThrownBy(() -> read(name, value))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource({
        "Files, secret, eu-central-1, bucket",
        "fi..les, secret, eu-central-1, bucket",
        "10.0.0.1, secret, eu-central-1, bucket",
        "fi, secret, eu-central-1, bucket",
        "files, '', eu-central-1, secret-key",
        "files, secret, eu central, region"
    })
    void whatNoObjectStoreTakesIsRefused(String bucket, String secret, String region, String told) {
        assertThatThrownBy(() -> read(
                        "attachments.s3.endpoint",
                        "https://s3.example.com",
                        "attachments.s3.bucket",
                        bucket,
                        "attachments.s3.region",
                        region,
                        "attachments.s3.access-key",
                        "AKIA7",
                        "attachments.s3.secret-key",
                        secret))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("larkdesk.attachments.s3." + told)
                .hasMessageNotContaining("'secret'");
    }

    @Test
    void aBlankValueCountsAsMissing() {
        assertThat(read("port", " ").port()).isEqualTo(8080);
    }

    @Test
    void theDatabasesPasswordIsNotInTheText() {
        Settings settings = read("db.url", "jdbc:postgresql://db/larkdesk?password=hunter2", "db.password", "hunter2");

        assertThat(settings.toString()).doesNotContain("hunter2");
        assertThat(settings.database().orElseThrow().serving().user()).isEqualTo("larkdesk");
    }

    @Test
    void theOwnerOfTheTablesMayBeAnotherThanWhoServes() {
        String url = "jdbc:postgresql://db/larkdesk";
        assertThat(read("db.url", url).database().orElseThrow().owner()).isEmpty();
        DatabaseSettings two = read("db.url", url, "db.owner-user", "own", "db.owner-password", "hunter2")
                .database()
                .orElseThrow();

        assertThat(two.owner()).contains(new DatabaseSettings.Login("own", "hunter2"));
        assertThat(two.owner().toString()).doesNotContain("hunter2");
        assertThatThrownBy(() -> read("db.url", url, "db.owner-password", "hunter2"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("larkdesk.db.owner-user");
    }
}
