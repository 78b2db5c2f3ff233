package io.larkdesk.core.onboarding;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Who may bring a customer in: its TAM, administrators, and whoever has its link. Part of all that they do. */
@Singleton
public final class Onboarders {

    private final People people;
    private final Onboardings onboardings;

    /** Takes its collaborators. */
    @Inject
    public Onboarders(People people, Onboardings onboardings) {
        this.people = people;
        this.onboardings = onboardings;
    }

    /** What {@code access} leads to; empty if there is nothing there for whoever comes so at {@code now}. */
    Optional<Onboarding> find(Access access, Instant now) {
        return access instanceof Access.ByLink byLink
                ? onboardings.findByLink(byLink.token().hash()).filter(onboarding -> isOpen(onboarding, now))
                : find((Access.ByStaff) access);
    }

    /** The same, to be changed in this transaction; empty also once it is over. */
    Optional<Onboarding> findForUpdate(Access access, Instant now) {
        return find(access, now)
                .flatMap(onboarding -> onboardings.findForUpdate(onboarding.tenant()))
                .filter(onboarding -> !onboarding.isOver() && find(access, now).isPresent());
    }

    private Optional<Onboarding> find(Access.ByStaff access) {
        return people.find(access.person())
                .flatMap(person -> onboardings.find(access.tenant()).filter(onboarding -> may(person, onboarding)));
    }

    private static boolean may(Person person, Onboarding onboarding) {
        return person.role()
                .filter(role -> role == StaffRole.ADMIN
                        || (role == StaffRole.TAM && onboarding.tam().equals(person.id())))
                .isPresent();
    }

    private static boolean isOpen(Onboarding onboarding, Instant now) {
        return onboarding.link().filter(link -> link.isOpenAt(now)).isPresent();
    }
}
