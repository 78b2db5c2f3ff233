package io.larkdesk.lark;

import java.util.Objects;

/**
 * A scope for which an app has asked.
 *
 * @param name as Lark calls it
 * @param granted whether the organisation has approved it
 */
public record ScopeGrant(String name, boolean granted) {

    /** Refuses null. */
    public ScopeGrant {
        Objects.requireNonNull(name, "name");
    }
}
