package io.larkdesk.core.queue;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketWords;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tickets that are not closed, and from where on. They come in the order in which they want to be answered: those whose customer
 * waits first, the longest first; then the others, those longest silent first.
 *
 * @param whose in whose hands
 * @param asker who asks, one of the staff
 * @param turn whose turn it has to be; empty if that does not matter
 * @param customer of which customer only, if it matters
 * @param engineer in whose hands, if it matters
 * @param isAtRisk whether only those of which it was told that a target is due soon, or was not kept
 * @param words what their number or title has, if it matters
 * @param among only these, if it matters
 * @param after the place after which to begin; empty for the beginning
 */
public record QueueQuery(
        Whose whose,
        PersonId asker,
        Optional<Side> turn,
        Optional<TenantId> customer,
        Optional<Assignee> engineer,
        boolean isAtRisk,
        Optional<TicketWords> words,
        Optional<Set<GroupId>> among,
        Optional<Place> after) {

    /** Copies the set. */
    public QueueQuery {
        Objects.requireNonNull(whose, "whose");
        Objects.requireNonNull(asker, "asker");
        Objects.requireNonNull(turn, "turn");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(engineer, "engineer");
        Objects.requireNonNull(words, "words");
        among = among.map(Set::copyOf);
        Objects.requireNonNull(after, "after");
    }

    /** All that are in these hands. */
    public static QueueQuery of(Whose whose, PersonId asker) {
        return new QueueQuery(
                whose,
                asker,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, but only where it is the turn of {@code side}. */
    public QueueQuery onTurn(Side side) {
        return new QueueQuery(whose, asker, Optional.of(side), customer, engineer, isAtRisk, words, among, after);
    }

    /** The same, but only of one customer, if there is one. */
    public QueueQuery ofCustomer(Optional<TenantId> tenant) {
        return new QueueQuery(whose, asker, turn, tenant, engineer, isAtRisk, words, among, after);
    }

    /** The same, but only what {@code assignee} has, if that matters. */
    public QueueQuery assignedTo(Optional<Assignee> assignee) {
        return new QueueQuery(whose, asker, turn, customer, assignee, isAtRisk, words, among, after);
    }

    /** The same, but only those at risk, if {@code only}. */
    public QueueQuery atRisk(boolean only) {
        return new QueueQuery(whose, asker, turn, customer, engineer, only, words, among, after);
    }

    /** The same, but only what is found by {@code sought}, if anything is. */
    public QueueQuery foundBy(Optional<TicketWords> sought) {
        return new QueueQuery(whose, asker, turn, customer, engineer, isAtRisk, sought, among, after);
    }

    /** The same, but only among {@code tickets}. */
    public QueueQuery only(Set<GroupId> tickets) {
        return new QueueQuery(whose, asker, turn, customer, engineer, isAtRisk, words, Optional.of(tickets), after);
    }

    /** The same, from another place on. */
    public QueueQuery from(Optional<Place> place) {
        return new QueueQuery(whose, asker, turn, customer, engineer, isAtRisk, words, among, place);
    }

    /**
     * Who has a ticket.
     *
     * @param engineer which one of the staff; empty if nobody has it
     */
    public record Assignee(Optional<PersonId> engineer) {

        /** Refuses null. */
        public Assignee {
            Objects.requireNonNull(engineer, "engineer");
        }
    }

    /** In whose hands tickets are. */
    public enum Whose {
        /** The asker's own. */
        MINE,
        /** Those of the customers in whose service groups the asker is. */
        SERVED,
        /** Those of all customers. */
        ALL
    }

    /**
     * Where a ticket stands. Its text form travels in addresses.
     *
     * @param isAnswered whether its customer does not wait
     * @param since since when its customer waits, or how long it has been silent; to the millisecond
     * @param number the ticket's number
     */
    public record Place(boolean isAnswered, Instant since, TicketNumber number) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::isAnswered)
                .thenComparing(Place::since)
                .thenComparing(Place::number);
        private static final Pattern FORM = Pattern.compile("([wa])-(\\d{1,14})-([1-9]\\d{0,17})");

        /** Refuses null. */
        public Place {
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(number, "number");
        }

        /** Where {@code ticket} stands. */
        public static Place of(Ticket ticket) {
            Optional<Instant> waiting = ticket.times().waitingSince();
            return new Place(waiting.isEmpty(), waiting.orElse(ticket.times().activeAt()), ticket.number());
        }

        /** The place that {@link #toString} wrote as {@code text}, or nothing. */
        public static Optional<Place> parse(String text) {
            Matcher matcher = FORM.matcher(text);
            return matcher.matches()
                    ? Optional.of(new Place(
                            matcher.group(1).equals("a"),
                            Instant.ofEpochMilli(Long.parseLong(matcher.group(2))),
                            new TicketNumber(Long.parseLong(matcher.group(3)))))
                    : Optional.empty();
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return (isAnswered ? "a-" : "w-") + since.toEpochMilli() + "-" + number.value();
        }
    }
}
