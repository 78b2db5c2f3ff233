package io.larkdesk.sandbox.internal.platform;

/** What an organisation pays; the free edition has a monthly allowance of API calls. */
public enum Edition {
    FREE,
    PAID
}
