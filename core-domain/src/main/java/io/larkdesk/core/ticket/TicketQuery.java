package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tickets, in which order, and from where on.
 *
 * @param scope whose tickets
 * @param show in which states
 * @param product of which product only, if it matters
 * @param engineer who has them, if it matters
 * @param among only these, if it matters
 * @param search what they are found by, if it matters
 * @param sort in which order
 * @param after the place after which to begin; empty for the beginning
 */
public record TicketQuery(
        Scope scope,
        Show show,
        Optional<Product> product,
        Optional<PersonId> engineer,
        Optional<Set<GroupId>> among,
        Optional<Search> search,
        Sort sort,
        Optional<Place> after) {

    /** Copies the set. */
    public TicketQuery {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(show, "show");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(engineer, "engineer");
        among = among.map(Set::copyOf);
        Objects.requireNonNull(search, "search");
        Objects.requireNonNull(sort, "sort");
        Objects.requireNonNull(after, "after");
    }

    /** All of {@code scope}, from the last activity on. */
    public static TicketQuery of(Scope scope) {
        return new TicketQuery(
                scope,
                Show.ALL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Sort.LAST_ACTIVITY,
                Optional.empty());
    }

    /** The same, from another place on. */
    public TicketQuery from(Optional<Place> place) {
        return new TicketQuery(scope, show, product, engineer, among, search, sort, place);
    }

    /** The same, but only among {@code tickets}. */
    public TicketQuery only(Set<GroupId> tickets) {
        return new TicketQuery(scope, show, product, engineer, Optional.of(tickets), search, sort, after);
    }

    /** Whether {@code ticket} is one of those asked for, wherever it stands, and whatever it is found by. */
    public boolean includes(Ticket ticket) {
        return scope.fold(
                        ticket.openedFrom()::equals,
                        person -> ticket.engineer().filter(person::equals).isPresent())
                && show.includes(ticket.state())
                && (product.isEmpty() || product.equals(ticket.product()))
                && (engineer.isEmpty() || engineer.equals(ticket.engineer()))
                && among.map(only -> only.contains(ticket.id())).orElse(true);
    }

    /**
     * Finds tickets by their numbers, by their titles, and, in the groups in which the reader is, by their descriptions and by what was said.
     *
     * @param words what is looked for
     * @param reader who looks
     */
    public record Search(TicketWords words, PersonId reader) {

        /** Refuses null. */
        public Search {
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(reader, "reader");
        }
    }

    /** Whose tickets. */
    public sealed interface Scope {

        /** The answer of the one function that fits. */
        <T> T fold(Function<? super GroupId, ? extends T> group, Function<? super PersonId, ? extends T> engineer);
    }

    /**
     * Those opened from a service group.
     *
     * @param serviceGroup which one
     */
    public record OfGroup(GroupId serviceGroup) implements Scope {

        /** Refuses null. */
        public OfGroup {
            Objects.requireNonNull(serviceGroup, "serviceGroup");
        }

        @Override
        public <T> T fold(
                Function<? super GroupId, ? extends T> group, Function<? super PersonId, ? extends T> engineer) {
            return group.apply(serviceGroup);
        }
    }

    /**
     * Those that somebody of the service team has.
     *
     * @param person who
     */
    public record OfEngineer(PersonId person) implements Scope {

        /** Refuses null. */
        public OfEngineer {
            Objects.requireNonNull(person, "person");
        }

        @Override
        public <T> T fold(
                Function<? super GroupId, ? extends T> group, Function<? super PersonId, ? extends T> engineer) {
            return engineer.apply(person);
        }
    }

    /** In which states. */
    public enum Show {
        /** In any. */
        ALL,
        /** In those in which there is still something to be done. */
        OPEN,
        /** New ones. */
        NEW,
        /** Those being worked on. */
        IN_PROGRESS,
        /** Those that wait for the customer. */
        WAITING_FOR_CUSTOMER,
        /** Resolved ones. */
        RESOLVED,
        /** Closed ones. */
        CLOSED;

        /** Whether tickets in {@code state} are among them. */
        public boolean includes(TicketState state) {
            return this == ALL || (this == OPEN ? state.isOpen() : name().equals(state.name()));
        }
    }

    /** In which order; of those that are equal in it, the higher number comes first. */
    public enum Sort {
        /** What anybody did or said something about last comes first. */
        LAST_ACTIVITY,
        /** The last one opened comes first. */
        NUMBER,
        /** The most severe comes first. */
        SEVERITY
    }

    /**
     * Where a ticket stands, whatever the order. Its text form travels in addresses.
     *
     * @param number the ticket's number
     * @param activeAt its last activity, to the millisecond
     * @param severity how severe it is
     */
    public record Place(TicketNumber number, Instant activeAt, Severity severity) {

        private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,17})-(\\d{1,14})-([1-4])");

        /** Refuses null. */
        public Place {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(activeAt, "activeAt");
            Objects.requireNonNull(severity, "severity");
        }

        /** Where {@code ticket} stands. */
        public static Place of(Ticket ticket) {
            return new Place(ticket.number(), ticket.times().activeAt(), ticket.severity());
        }

        /** The place that {@link #toString} wrote as {@code text}, or nothing. */
        public static Optional<Place> parse(String text) {
            Matcher matcher = FORM.matcher(text);
            return matcher.matches()
                    ? Optional.of(new Place(
                            new TicketNumber(Long.parseLong(matcher.group(1))),
                            Instant.ofEpochMilli(Long.parseLong(matcher.group(2))),
                            Severity.of(Integer.parseInt(matcher.group(3))).orElseThrow()))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return number.value() + "-" + activeAt.toEpochMilli() + "-" + severity.weight();
        }
    }
}
