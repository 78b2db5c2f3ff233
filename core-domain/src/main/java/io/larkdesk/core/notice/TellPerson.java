package io.larkdesk.core.notice;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Randomness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;

/** Stores notices; part of what tells people. */
@Singleton
public final class TellPerson {

    private final Notices notices;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public TellPerson(Notices notices, Randomness randomness) {
        this.notices = notices;
        this.randomness = randomness;
    }

    void execute(Collection<PersonId> persons, Matter matter, Instant now) {
        persons.stream()
                .map(person -> Notice.of(new NoticeId(randomness.uuid()), person, matter, now))
                .forEach(notices::save);
    }
}
