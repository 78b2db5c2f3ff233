package io.larkdesk.core.reminding;

import io.larkdesk.core.budgeting.Overseers;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.ExplainFate;
import io.larkdesk.core.reminder.Explanation;
import io.larkdesk.core.reminder.LogQuery;
import io.larkdesk.core.reminder.LogSpot;
import io.larkdesk.core.reminder.LoggedMention;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.Outcome;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.Tickets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows staff what became of the mentions in the groups of their customers, the latest first. Nothing that was said is in it. */
@Singleton
public final class ShowReminders {

    /** So far back it goes, unless it is asked from when on. */
    public static final Duration SHOWN_BACK = Duration.ofDays(30);

    private final Transactions transactions;
    private final Overseers overseers;
    private final Mentions mentions;
    private final ExplainFate explain;
    private final Tickets tickets;
    private final Groups groups;
    private final Members members;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ShowReminders(
            Transactions transactions,
            Overseers overseers,
            Mentions mentions,
            ExplainFate explain,
            Tickets tickets,
            Groups groups,
            Members members,
            People people) {
        this.transactions = transactions;
        this.overseers = overseers;
        this.mentions = mentions;
        this.explain = explain;
        this.tickets = tickets;
        this.groups = groups;
        this.members = members;
        this.people = people;
    }

    /**
     * What is wanted.
     *
     * @param asker who asks
     * @param filter which mentions
     * @param after after which to go on
     * @param limit at most how many
     */
    public record Command(PersonId asker, Filter filter, Optional<LogSpot> after, int limit) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(asker, "asker");
            Objects.requireNonNull(filter, "filter");
            Objects.requireNonNull(after, "after");
        }
    }

    /**
     * Which mentions are wanted.
     *
     * @param customer in whose groups only
     * @param person of whom only
     * @param ticket in whose group only
     * @param outcome with which outcome only
     * @param fromInclusive not older; empty for {@link #SHOWN_BACK}
     * @param untilExclusive older; empty for all up to now
     */
    public record Filter(
            Optional<TenantId> customer,
            Optional<PersonId> person,
            Optional<TicketNumber> ticket,
            Optional<Outcome> outcome,
            Optional<Instant> fromInclusive,
            Optional<Instant> untilExclusive) {

        /** Refuses null. */
        public Filter {
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(fromInclusive, "fromInclusive");
            Objects.requireNonNull(untilExclusive, "untilExclusive");
        }
    }

    /**
     * A mention, and why it is as it is.
     *
     * @param mention the mention
     * @param explanation what became of it, or what it waits for
     */
    public record Entry(LoggedMention mention, Explanation explanation) {

        /** Refuses null. */
        public Entry {
            Objects.requireNonNull(mention, "mention");
            Objects.requireNonNull(explanation, "explanation");
        }

        /** What became of it. */
        public Outcome outcome() {
            return explanation instanceof Explanation.Decided decided
                    ? Outcome.of(Optional.of(decided.decision()))
                    : Outcome.WAITING;
        }
    }

    /**
     * What there is.
     *
     * @param entries the mentions
     * @param next after which to go on, if there are more
     * @param groups those in which they were made
     * @param joined those service groups that the asker is in
     * @param named everybody named in them
     * @param choices whose mentions may be asked for: of one customer all in its service group, of all the staff
     * @param customers the customers of whom the asker may see that
     */
    public record Shown(
            List<Entry> entries,
            Optional<LogSpot> next,
            Set<Group> groups,
            Set<GroupId> joined,
            Set<Person> named,
            List<Person> choices,
            List<Tenant> customers) {

        /** Copies the collections. */
        public Shown {
            entries = List.copyOf(entries);
            Objects.requireNonNull(next, "next");
            groups = Set.copyOf(groups);
            joined = Set.copyOf(joined);
            named = Set.copyOf(named);
            choices = List.copyOf(choices);
            customers = List.copyOf(customers);
        }
    }

    /** The mentions; empty if they are none of the asker's business. */
    public Optional<Shown> execute(Command command) {
        return transactions.inTransaction(
                now -> overseers.list(command.asker()).map(customers -> show(command, customers, now)));
    }

    private Shown show(Command command, List<Tenant> customers, Instant now) {
        Filter filter = command.filter();
        List<LoggedMention> found = query(command, customers, now)
                .map(query -> mentions.listLog(query, command.limit() + 1))
                .orElse(List.of());
        List<LoggedMention> page = found.subList(0, Math.min(found.size(), command.limit()));
        Optional<LogSpot> next = found.size() > page.size()
                ? Optional.of(page.get(page.size() - 1).spot())
                : Optional.empty();
        Set<GroupId> in =
                page.stream().map(mention -> mention.message().group()).collect(Collectors.toSet());
        Set<PersonId> named = Stream.concat(
                        page.stream()
                                .flatMap(mention ->
                                        Stream.concat(Stream.of(mention.person()), mention.author().stream())),
                        filter.person().stream())
                .collect(Collectors.toSet());
        return new Shown(
                page.stream().map(mention -> entry(mention, now)).toList(),
                next,
                Set.copyOf(groups.listAll(in)),
                joined(command.asker(), in),
                Set.copyOf(people.listAll(named)),
                choices(filter.customer().filter(id -> isOneOf(customers, id))),
                customers);
    }

    /** Empty if nothing can be found. */
    private Optional<LogQuery> query(Command command, List<Tenant> customers, Instant now) {
        Filter filter = command.filter();
        Optional<GroupId> group = filter.ticket().flatMap(tickets::findByNumber).map(Ticket::id);
        if (filter.ticket().isPresent() && group.isEmpty()) {
            return Optional.empty();
        }
        Set<TenantId> wanted = customers.stream()
                .map(Tenant::id)
                .filter(id -> filter.customer().map(id::equals).orElse(true))
                .filter(id -> group.map(in -> in.tenant().equals(id)).orElse(true))
                .collect(Collectors.toSet());
        // What is made in this very instant is in
        Instant until = filter.untilExclusive().orElse(now.plusMillis(1));
        return Optional.of(new LogQuery(
                wanted,
                filter.person(),
                group,
                filter.outcome(),
                filter.fromInclusive().orElse(until.minus(SHOWN_BACK)),
                until,
                command.after()));
    }

    private Entry entry(LoggedMention mention, Instant now) {
        Explanation explanation = mention.decision()
                .<Explanation>map(Explanation.Decided::new)
                .or(() -> explain.execute(mention.message(), mention.person(), now))
                .orElseThrow();
        return new Entry(mention, explanation);
    }

    private Set<GroupId> joined(PersonId asker, Collection<GroupId> in) {
        return members.listOf(asker).stream()
                .map(Member::group)
                .filter(in::contains)
                .collect(Collectors.toSet());
    }

    private List<Person> choices(Optional<TenantId> customer) {
        if (customer.isEmpty()) {
            return people.listStaff();
        }
        Collection<PersonId> there =
                customer
                        .flatMap(groups::findServiceGroupOf)
                        .map(ServiceGroup::id)
                        .map(members::list)
                        .orElse(List.of())
                        .stream()
                        .map(Member::person)
                        .toList();
        return people.listAll(there);
    }

    private static boolean isOneOf(List<Tenant> customers, TenantId id) {
        return customers.stream().anyMatch(customer -> customer.id().equals(id));
    }
}
