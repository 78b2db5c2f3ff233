package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ChainHash;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that happened to a ticket, as it stands on the Timeline for good.
 *
 * @param ticket to which ticket
 * @param place 1 for the ticket's first entry; without gap or duplicate
 * @param at when, to the millisecond
 * @param kind what
 * @param by who did it; empty if the desk did by itself
 * @param about whom it is about, if anybody
 * @param words said of it, perhaps none; at most 1,000 characters
 * @param hash over this entry and the hash before it
 */
public record TimelineEntry(
        GroupId ticket,
        long place,
        Instant at,
        Kind kind,
        Optional<PersonId> by,
        Optional<PersonId> about,
        String words,
        ChainHash hash) {

    /** The most characters of {@link #words}. */
    public static final int LONGEST_WORDS = 1_000;

    /** What can happen to a ticket. The names are part of what is hashed: none is ever renamed. */
    public enum Kind {
        /** It was opened. */
        CREATED,
        /** Somebody has it from now on; the words say why. */
        ASSIGNED,
        /** The service team answered for the first time, which began the work. */
        FIRST_REPLY,
        /** The service team began. */
        STARTED,
        /** The service team needs something of the customer. */
        AWAITING_CUSTOMER,
        /** The customer answered, and the work goes on. */
        CUSTOMER_REPLIED,
        /** The service team goes on without an answer. */
        RESUMED,
        /** The service team solved it; the words say how. */
        RESOLVED,
        /** The customer confirmed, and it was closed. */
        CONFIRMED,
        /** It was closed because nobody said anything any more. */
        CLOSED_BY_ITSELF,
        /** The customer said how well it went: stars, and perhaps a word. */
        RATED,
        /** It was opened again. */
        REOPENED,
        /** It is more or less severe; the words say how much. */
        SEVERITY_CHANGED,
        /** A colleague of its owner is the owner from now on. */
        HANDED_OVER,
        /** The first answer was due, and there was none. */
        RESPONSE_OVERDUE,
        /** It should have been resolved. */
        RESOLUTION_OVERDUE,
        /** A customer pressed Reminder. */
        REMINDER_SENT,
        /** Lark took the Reminder's card. */
        REMINDER_DELIVERED,
        /** The Reminder's card could not be delivered. */
        REMINDER_FAILED,
        /** Whom the Reminder is about has seen the ticket since. */
        REMINDER_READ,
        /** Earlier Reminders had no reply in time, so the TAM was told too. */
        REMINDER_IN_VAIN,
        /** A Reminder could not be delivered, so somebody else was told. */
        REMINDER_PASSED_ON,
        /** An Emergency began; the words say why. */
        EMERGENCY_DECLARED,
        /** Somebody else declared the same Emergency. */
        EMERGENCY_JOINED,
        /** Somebody on duty was paged. */
        EMERGENCY_PAGED,
        /** A page could not be delivered. */
        EMERGENCY_PAGE_FAILED,
        /** Nobody was on duty to be paged. */
        EMERGENCY_LEVEL_EMPTY,
        /** All levels were paged and nobody took it on. */
        EMERGENCY_UNANSWERED,
        /** Somebody took the Emergency on. */
        EMERGENCY_ACKNOWLEDGED,
        /** Somebody else works on it too. */
        EMERGENCY_HELPED,
        /** Who took it on is still working on it. */
        EMERGENCY_CONFIRMED,
        /** Somebody else took it over. */
        EMERGENCY_HANDED_OVER,
        /** Who took it on did not confirm in time, so paging began again. */
        EMERGENCY_LAPSED,
        /** The customer said that all works again. */
        EMERGENCY_BACK,
        /** A backup was restored, and nobody is paged by itself any more. */
        EMERGENCY_SILENCED,
        /** A step did not happen when it had to. */
        EMERGENCY_OVERDUE,
        /** The Emergency is over; the words say what was done. */
        EMERGENCY_ENDED
    }

    /** Refuses null, a place before the first, and too many words. */
    public TimelineEntry {
        Objects.requireNonNull(ticket, "ticket");
        if (place < 1) {
            throw new IllegalArgumentException("place is before the first: " + place);
        }
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(about, "about");
        if (words.length() > LONGEST_WORDS) {
            throw new IllegalArgumentException("words has more than " + LONGEST_WORDS + " characters");
        }
        Objects.requireNonNull(hash, "hash");
    }
}
