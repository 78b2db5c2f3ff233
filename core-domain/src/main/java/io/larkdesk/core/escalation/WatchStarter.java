package io.larkdesk.core.escalation;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.OnDuty;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** Asks a TAM to look where one person starts many Emergencies in a day; none of them is refused. Part of declaring one. */
@Singleton
public final class WatchStarter {

    /** From so many Emergencies in a day on, a TAM is asked to look. */
    public static final int MANY = 3;

    private static final Duration DAY = Duration.ofDays(1);

    private final Emergencies emergencies;
    private final People people;
    private final OnDuty onDuty;
    private final TellByPage tell;

    /** Takes its collaborators. */
    @Inject
    public WatchStarter(Emergencies emergencies, People people, OnDuty onDuty, TellByPage tell) {
        this.emergencies = emergencies;
        this.people = people;
        this.onDuty = onDuty;
        this.tell = tell;
    }

    void execute(Emergency started, Instant now) {
        if (emergencies.countStartedBy(started.start().by(), now.minus(DAY)) >= MANY) {
            tell.execute(started, Page.Kind.MANY_IN_A_DAY, tams(now), now);
        }
    }

    /** Those on duty; all of them where none is. */
    private Collection<PersonId> tams(Instant now) {
        Collection<PersonId> present = onDuty.execute(StaffRole.TAM, now).keySet();
        return present.isEmpty()
                ? people.listStaff().stream()
                        .filter(person -> person.is(StaffRole.TAM))
                        .map(Person::id)
                        .sorted()
                        .toList()
                : present;
    }
}
