package io.larkdesk.core.notice;

import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Objects;

/**
 * An operational notice to one person, on its way out or sent.
 *
 * @param id the same over all attempts
 * @param person to whom
 * @param matter what it tells
 * @param delivery how far it has come
 */
public record Notice(NoticeId id, PersonId person, Matter matter, Delivery delivery) {

    /** Refuses null. */
    public Notice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(matter, "matter");
        Objects.requireNonNull(delivery, "delivery");
    }

    static Notice of(NoticeId id, PersonId person, Matter matter, Instant now) {
        return new Notice(id, person, matter, new Delivery.Waiting(0, now));
    }

    Notice in(Delivery next) {
        return new Notice(id, person, matter, next);
    }
}
