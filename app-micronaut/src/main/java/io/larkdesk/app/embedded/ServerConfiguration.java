package io.larkdesk.app.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The server's settings, written anew before each start; they go before all others. */
final class ServerConfiguration {

    /** What is committed is on the disk: these are PostgreSQL's own defaults, said so that nothing can loosen them by the way. */
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private ServerConfiguration() {}

    static String on(int port) {
        Map<String, String> settings = new LinkedHashMap<>(DURABLE);
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "128MB");
        settings.put("logging_collector", "on");
        settings.put("log_filename", "postgresql-%a.log");
        settings.put("log_truncate_on_rotation", "on");
        settings.put("log_rotation_age", "1d");
        settings.put("log_timezone", "UTC");
        settings.put("timezone", "UTC");
        // A failed statement could be logged with what somebody wrote
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'\n")
                .collect(Collectors.joining());
    }
}
