package io.larkdesk.faults.agent;

/** A method of the service, or of what it uses, on whose way in and out something may happen. */
enum Place {
    POST("io.larkdesk.core.conversation.PostMessage", "execute"),
    DELIVER("io.larkdesk.app.reminders.DeliverReminder", "execute"),
    SETTLE("io.larkdesk.core.reminder.SettleReminder", "execute"),
    COMMIT("io.larkdesk.persistence.jdbi.RunningTransaction", "commit"),
    DATABASES_ANSWER("org.postgresql.core.v3.QueryExecutorImpl", "processResults"),
    REQUEST_HEAD("okhttp3.internal.http1.Http1ExchangeCodec", "writeRequest"),
    LARKS_ANSWER("okhttp3.internal.http1.Http1ExchangeCodec", "readResponseHeaders"),
    MIGRATION("org.flywaydb.core.internal.schemahistory.JdbcTableSchemaHistory", "doAddAppliedMigration"),
    DRAIN("io.larkdesk.app.reminders.ReminderWorker", "stop"),
    /** The exchange of a request that sends a card. */
    OF_CARD("", ""),
    /** The exchange of a request for an app's token. */
    OF_TOKEN("", ""),
    /** Where every thread is. */
    ANYWHERE("", "");

    private final String type;
    private final String method;

    Place(String type, String method) {
        this.type = type;
        this.method = method;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }
}
