package io.larkdesk.sandbox.internal.faults;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When a connection is lost: before the platform saw the call, or after it did what was asked. */
public enum Drop {
    @JsonProperty("none")
    NONE,
    @JsonProperty("before")
    BEFORE,
    @JsonProperty("after")
    AFTER
}
