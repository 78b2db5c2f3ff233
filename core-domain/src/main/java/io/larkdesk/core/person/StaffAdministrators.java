package io.larkdesk.core.person;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Which of the provider's people are administrators. Part of what only they may do. */
@Singleton
public final class StaffAdministrators {

    private final People people;

    /** Takes its collaborators. */
    @Inject
    public StaffAdministrators(People people) {
        this.people = people;
    }

    /** Whether {@code person} is one. */
    public boolean include(PersonId person) {
        return people.find(person).filter(known -> known.is(StaffRole.ADMIN)).isPresent();
    }
}
