package io.larkdesk.core.conversation;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketGroup;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands at one place of a group's sequence. */
public sealed interface Content {

    /** Who did it, and whom it is about; not those whom words mention. */
    Set<PersonId> subjects();

    /**
     * Somebody's words, files, or both.
     *
     * @param author who wrote them
     * @param clientId chosen by the author's browser
     * @param body the words; {@link MessageBody#NONE} only beside files
     * @param attachments the files, in the author's order; bound to nothing else
     * @param editedAt when the author changed the words, the last time
     */
    record Words(
            PersonId author,
            ClientId clientId,
            MessageBody body,
            List<Attachment> attachments,
            Optional<Instant> editedAt)
            implements Content {

        /** Refuses null, and a message of nothing. */
        public Words {
            Objects.requireNonNull(author, "author");
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(body, "body");
            attachments = List.copyOf(attachments);
            Objects.requireNonNull(editedAt, "editedAt");
            if (body.isNone() && attachments.isEmpty()) {
                throw new IllegalArgumentException("neither body nor attachments: a message of nothing");
            }
        }

        /** Words without files. */
        public Words(PersonId author, ClientId clientId, MessageBody body, Optional<Instant> editedAt) {
            this(author, clientId, body, List.of(), editedAt);
        }

        @Override
        public Set<PersonId> subjects() {
            return Set.of(author);
        }

        /** The same, with other words. */
        Words edited(MessageBody other, Instant now) {
            return new Words(author, clientId, other, attachments, Optional.of(now));
        }
    }

    /**
     * Words that their author took back. The place stays, so that the sequence has no gap; the words are gone.
     *
     * @param author who wrote them
     * @param clientId chosen by the author's browser
     * @param deletedAt when they were taken back
     */
    record Deleted(PersonId author, ClientId clientId, Instant deletedAt) implements Content {

        /** Refuses null. */
        public Deleted {
            Objects.requireNonNull(author, "author");
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(deletedAt, "deletedAt");
        }

        @Override
        public Set<PersonId> subjects() {
            return Set.of(author);
        }
    }

    /**
     * A line of the desk itself.
     *
     * @param event what happened
     * @param about to whom
     * @param by through whom, if through somebody else: whose invite it was, who removed
     */
    record Notice(Event event, PersonId about, Optional<PersonId> by) implements Content {

        /** Refuses null. */
        public Notice {
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(by, "by");
        }

        /** What happened through nobody else. */
        public Notice(Event event, PersonId about) {
            this(event, about, Optional.empty());
        }

        @Override
        public Set<PersonId> subjects() {
            return Stream.concat(Stream.of(about), by.stream()).collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * A line of the desk about a ticket.
     *
     * @param event what happened
     * @param ticket to which ticket: in a ticket group its own, in a service group one opened from it
     * @param by who did it; empty if the desk did by itself
     * @param about whom it is about: who has the ticket from now on, or whose it is
     * @param until until when that person is on duty; empty if nobody was on duty, or it does not matter
     * @param words said of it: what was done, the new severity; perhaps nothing
     */
    record TicketNotice(
            TicketEvent event,
            TicketLink ticket,
            Optional<PersonId> by,
            Optional<PersonId> about,
            Optional<Instant> until,
            String words)
            implements Content {

        /** The most characters of {@link #words}. */
        public static final int LONGEST_WORDS = 1_000;

        /** Refuses null, and too many words. */
        public TicketNotice {
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(until, "until");
            if (words.length() > LONGEST_WORDS) {
                throw new IllegalArgumentException("words has more than " + LONGEST_WORDS + " characters");
            }
        }

        @Override
        public Set<PersonId> subjects() {
            return Stream.concat(by.stream(), about.stream()).collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * Leads to a ticket.
     *
     * @param group the ticket's group
     * @param number the ticket's number
     * @param title the ticket's title
     */
    record TicketLink(GroupId group, TicketNumber number, String title) {

        /** Refuses null. */
        public TicketLink {
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(title, "title");
        }

        /** To the ticket of {@code group}. */
        public static TicketLink to(TicketGroup group) {
            return new TicketLink(group.id(), group.number(), group.title());
        }
    }

    /** What the desk notes of a ticket. */
    enum TicketEvent {
        /** It was opened; somebody has it, the engineer on duty or, if {@code until} is empty, a TAM because nobody was. */
        CREATED,
        /** The service team works on it. */
        STARTED,
        /** The service team waits for the customer. */
        AWAITING_CUSTOMER,
        /** The service team works on it again. */
        RESUMED,
        /** The service team says what was done. */
        RESOLVED,
        /** The customer confirmed that it works; the ticket is closed. */
        CONFIRMED,
        /** Nobody said anything for so long after it was resolved that the desk closed it. */
        CLOSED_BY_ITSELF,
        /** The customer says how well it went; the words are the stars, and perhaps a space and a word. */
        RATED,
        /** It was not solved after all. */
        REOPENED,
        /** Somebody else has it. */
        REASSIGNED,
        /** It is more or less severe than before. */
        SEVERITY_CHANGED,
        /** On the customer's side it is a colleague's from now on, whom it is about. */
        HANDED_OVER,
        /** A customer asks for speed; it is about whoever is told. */
        REMINDER_SENT,
        /** Earlier Reminders had no reply in time; the TAM, whom it is about, is told too. */
        REMINDER_IN_VAIN,
        /** Lark could not deliver a Reminder; it is about whoever is told instead. */
        REMINDER_PASSED_ON,
        /** A customer declared an Emergency; the words are the reason's name. */
        EMERGENCY_DECLARED,
        /** Another customer declared it too; the words are the reason's name. */
        EMERGENCY_JOINED,
        /** Somebody is paged; the words are the level, from 1. */
        EMERGENCY_PAGED,
        /** Nobody is on duty to be paged; the words are the level, from 1. */
        EMERGENCY_LEVEL_EMPTY,
        /** Somebody could not be paged; the words say why, in one word. */
        EMERGENCY_PAGE_FAILED,
        /** All levels were paged and nobody acknowledged; the words are the number to call, if there is one. */
        EMERGENCY_UNANSWERED,
        /** What was due did not happen in time. */
        EMERGENCY_OVERDUE,
        /** Somebody works on it. */
        EMERGENCY_ACKNOWLEDGED,
        /** Somebody else works on it too. */
        EMERGENCY_HELPED,
        /** Whoever works on it still does. */
        EMERGENCY_CONFIRMED,
        /** Somebody else is to work on it. */
        EMERGENCY_HANDED_OVER,
        /** Whom it is about did not confirm; paging resumes. */
        EMERGENCY_LAPSED,
        /** A customer says that all works again. */
        EMERGENCY_BACK,
        /** A backup was restored, and nobody is paged by itself any more. */
        EMERGENCY_SILENCED,
        /** It is over; the words say what was done. */
        EMERGENCY_ENDED
    }

    /** What the desk notes of people in a conversation. */
    enum Event {
        /** A person came into the group. */
        JOINED,
        /** A person left the group. */
        LEFT
    }
}
