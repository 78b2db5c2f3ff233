package io.larkdesk.core.onboarding;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.BearerToken;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Whether the deployment is still to be set up: until somebody is its administrator. Part of what does so. */
@Singleton
public final class Setup {

    private final People people;
    private final SetupLinks links;

    /** Takes its collaborators. */
    @Inject
    public Setup(People people, SetupLinks links) {
        this.people = people;
        this.links = links;
    }

    /** Whether there is no administrator. */
    boolean isOpen() {
        return people.listStaff().stream().noneMatch(person -> person.is(StaffRole.ADMIN));
    }

    /** Whether {@code token} opens it at {@code now}. */
    boolean isOpenedBy(BearerToken token, Instant now) {
        return links.find(token.hash()).filter(link -> link.isOpenAt(now)).isPresent() && isOpen();
    }
}
