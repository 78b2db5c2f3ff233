package io.larkdesk.sandbox.internal.gate;

/** Whose token an API wants. */
public enum Access {
    /** None: the API itself checks who calls. */
    OPEN,
    TENANT,
    APP,
    USER
}
