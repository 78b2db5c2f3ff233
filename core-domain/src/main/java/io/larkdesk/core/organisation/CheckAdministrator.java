package io.larkdesk.core.organisation;

import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells whether somebody sees to their own organisation. */
@Singleton
public final class CheckAdministrator {

    private final Administrators administrators;

    /** Takes its collaborators. */
    @Inject
    public CheckAdministrator(Administrators administrators) {
        this.administrators = administrators;
    }

    /** Whether {@code person} does. */
    public boolean execute(PersonId person) {
        return administrators.has(person);
    }
}
