package io.larkdesk.app.config;

import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.deletion.DeletionPolicy;
import io.larkdesk.core.invite.InvitePolicy;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.webhook.WebhookPolicy;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * All that an operator can set. Each setting {@code larkdesk.a-b.c} is also the environment variable {@code LARKDESK_A_B_C}.
 *
 * @param port where the service listens
 * @param publicUrl where browsers find it: scheme and host, perhaps a port
 * @param data the folder of what the service keeps by itself
 * @param database the operator's PostgreSQL; empty for the embedded one
 * @param connections the most connections to the database, but for two that carry signals
 * @param masterKeyFile the file of the keys that seal secrets
 * @param bootstrapFile the file of provider, staff and tenants that is applied at each start
 * @param lark where Lark is found
 * @param reminders when people are reminded
 * @param invites how long invites last
 * @param escalations how Reminders and Emergencies go
 * @param attachments how large files may be, how much of them a tenant may have, and where new ones go
 * @param objectStore where files can be beside the database; empty if there only
 * @param webhooks which addresses may be told of events
 * @param deletions how long a customer's deletion waits
 * @param limits how many requests a node takes
 * @param trustedProxies who is believed to ask for others
 * @param monitors who sees figures, and the details of how well a node is
 * @param tracing who is told, by OTLP over HTTP, how long what took; empty for nobody
 * @param drain how long before it stops a node says that it is not ready any more
 */
public record Settings(
        int port,
        URI publicUrl,
        Path data,
        Optional<DatabaseSettings> database,
        int connections,
        Path masterKeyFile,
        Optional<Path> bootstrapFile,
        LarkSettings lark,
        ReminderPolicy reminders,
        InvitePolicy invites,
        EscalationSettings escalations,
        AttachmentPolicy attachments,
        Optional<ObjectStoreSettings> objectStore,
        WebhookPolicy webhooks,
        DeletionPolicy deletions,
        LimitSettings limits,
        Networks trustedProxies,
        Networks monitors,
        Optional<URI> tracing,
        Duration drain) {

    /** The folder of what the service keeps by itself. */
    public static final String DATA = "larkdesk.data";

    /** The file of the keys that seal secrets. */
    public static final String MASTER_KEY_FILE = "larkdesk.master-key-file";

    /** The file that is applied at each start. */
    public static final String BOOTSTRAP_FILE = "larkdesk.bootstrap-file";

    private static final String WINDOW = "larkdesk.reminder.window";
    private static final String GRACE = "larkdesk.reminder.grace";
    private static final String LIFETIME = "larkdesk.invite.lifetime";
    private static final String WAIT = "larkdesk.deletion.wait";
    private static final String MAX_SIZE = "larkdesk.attachments.max-size";
    private static final String QUOTA = "larkdesk.attachments.quota";

    /** Ten of them, with the form around them, are the largest request that the server takes. */
    private static final long HIGHEST_MAX_SIZE = 100_000_000;

    private static final long HIGHEST_QUOTA = 1_000_000_000_000_000L;
    private static final Duration SHORTEST_WAIT = Duration.ofDays(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(30);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final int PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_CONNECTIONS = 500;

    /** Refuses null. */
    public Settings {
        Objects.requireNonNull(publicUrl, "publicUrl");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(masterKeyFile, "masterKeyFile");
        Objects.requireNonNull(bootstrapFile, "bootstrapFile");
        Objects.requireNonNull(lark, "lark");
        Objects.requireNonNull(reminders, "reminders");
        Objects.requireNonNull(invites, "invites");
        Objects.requireNonNull(escalations, "escalations");
        Objects.requireNonNull(attachments, "attachments");
        Objects.requireNonNull(objectStore, "objectStore");
        Objects.requireNonNull(webhooks, "webhooks");
        Objects.requireNonNull(deletions, "deletions");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(trustedProxies, "trustedProxies");
        Objects.requireNonNull(monitors, "monitors");
        Objects.requireNonNull(tracing, "tracing");
        Objects.requireNonNull(drain, "drain");
    }

    /**
     * Reads and checks them.
     *
     * @throws SettingException at the first that is wrong
     */
    public static Settings read(PropertyResolver properties) {
        SettingReader reader = new SettingReader(properties);
        int port = reader.number("larkdesk.port", 1, HIGHEST_PORT, PORT);
        Path data = reader.path(DATA).orElse(Path.of("larkdesk-data").toAbsolutePath());
        LarkSettings lark = LarkSettings.read(reader);
        Optional<ObjectStoreSettings> objectStore = ObjectStoreSettings.read(reader);
        return new Settings(
                port,
                reader.origin("larkdesk.public-url").orElse(URI.create("http://localhost:" + port)),
                data,
                DatabaseSettings.read(reader),
                reader.number("larkdesk.db.connections", 2, MOST_CONNECTIONS, 20),
                reader.path(MASTER_KEY_FILE).orElse(data.resolve("master-key.json")),
                reader.path(BOOTSTRAP_FILE),
                lark,
                reminders(reader, lark),
                invites(reader),
                EscalationSettings.read(reader),
                ObjectStoreSettings.place(reader, objectStore, attachments(reader)),
                objectStore,
                new WebhookPolicy(reader.flag("larkdesk.webhooks.allowed-private", false)),
                deletions(reader, lark),
                LimitSettings.read(reader),
                Networks.read(reader, "larkdesk.trusted-proxies"),
                Networks.read(reader, "larkdesk.monitoring-from"),
                reader.address("larkdesk.tracing.endpoint"),
                reader.duration("larkdesk.drain", DRAIN));
    }

    private static AttachmentPolicy attachments(SettingReader reader) {
        AttachmentPolicy usual = AttachmentPolicy.DEFAULT;
        long largest = reader.size(MAX_SIZE, 1, HIGHEST_MAX_SIZE, usual.maxSize());
        long quota = reader.size(QUOTA, 1, HIGHEST_QUOTA, Math.max(largest, usual.quota()));
        if (quota < largest) {
            throw new SettingException(QUOTA, "is less than " + MAX_SIZE + ", so that the largest file has no room");
        }
        return usual.withLimits(largest, quota);
    }

    private static InvitePolicy invites(SettingReader reader) {
        Duration lifetime = reader.duration(LIFETIME, InvitePolicy.DEFAULT.lifetime());
        if (lifetime.isZero()) {
            throw new SettingException(LIFETIME, "is zero; links work for this time");
        }
        if (lifetime.compareTo(LONGEST_LIFETIME) > 0) {
            throw new SettingException(LIFETIME, "is longer than " + LONGEST_LIFETIME.toDays() + " days");
        }
        return InvitePolicy.DEFAULT.withLifetime(lifetime);
    }

    private static DeletionPolicy deletions(SettingReader reader, LarkSettings lark) {
        Duration wait = reader.duration(WAIT, DeletionPolicy.DEFAULT.waiting());
        if (wait.compareTo(SHORTEST_WAIT) < 0 && !lark.isSandbox()) {
            throw new SettingException(
                    WAIT,
                    "is shorter than a day, which is allowed only where " + LarkSettings.BASE_URL
                            + " is a sandbox on this machine");
        }
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new SettingException(WAIT, "is longer than " + LONGEST_WAIT.toDays() + " days");
        }
        return new DeletionPolicy(wait);
    }

    private static ReminderPolicy reminders(SettingReader reader, LarkSettings lark) {
        ReminderPolicy usual = ReminderPolicy.DEFAULT;
        Duration window = reader.duration(WINDOW, usual.window());
        if (window.isZero()) {
            throw new SettingException(WINDOW, "is zero; people are reminded at most once in this time");
        }
        if (window.compareTo(usual.window()) < 0 && !lark.isSandbox()) {
            throw new SettingException(
                    WINDOW,
                    "is shorter than " + usual.window() + ", which is allowed only where " + LarkSettings.BASE_URL
                            + " is a sandbox on this machine");
        }
        return new ReminderPolicy(
                window, reader.duration(GRACE, usual.grace()), usual.attemptWithin(), usual.retryWithin());
    }

    /** Whether browsers reach the service by https. */
    public boolean isSecure() {
        return "https".equals(publicUrl.getScheme());
    }
}
