package io.larkdesk.app.web;

import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import java.util.Objects;

/**
 * One of the service team, signed in through the provider's own app. A controller of the console that takes one is asked for nobody else.
 *
 * @param visitor who, and how the person reads
 * @param role what the person does
 */
public record Staff(Visitor visitor, StaffRole role) {

    /** Refuses null. */
    public Staff {
        Objects.requireNonNull(visitor, "visitor");
        Objects.requireNonNull(role, "role");
    }

    /** Who. */
    public PersonId id() {
        return visitor.person().id();
    }

    /** For whom pages are drawn, and when. */
    public Viewer viewer() {
        return visitor.viewer();
    }
}
