package io.larkdesk.core.escalation;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Randomness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Stores pages other than alerts; part of the use cases that cause them. */
@Singleton
public final class TellByPage {

    private final Pages pages;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public TellByPage(Pages pages, Randomness randomness) {
        this.pages = pages;
        this.randomness = randomness;
    }

    void execute(Emergency emergency, Page.Kind kind, PersonId person, Instant now) {
        execute(emergency, kind, List.of(person), now);
    }

    void execute(Emergency emergency, Page.Kind kind, Collection<PersonId> persons, Instant now) {
        Page.About about = new Page.About(kind, emergency.version(), 0);
        pages.add(
                persons.stream()
                        .map(person -> Page.of(new PageId(randomness.uuid()), emergency.id(), about, person, now))
                        .toList(),
                now);
    }
}
