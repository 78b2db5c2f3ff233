package io.larkdesk.core.deletion;

import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditTrail;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.LogQuery;
import io.larkdesk.core.reminder.LogSpot;
import io.larkdesk.core.reminder.LoggedMention;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.Tickets;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.ticket.Timelines;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads what an export has in lines, each page in a transaction of its own. Notes of the service team are no part of it, nor is any secret.
 *
 * <p>All methods throw IllegalStateException once the taker may not take it any more.
 */
@Singleton
public final class ReadExport {

    private static final int PAGE = 500;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final Transactions transactions;
    private final TakeExport takeExport;
    private final Archive archive;
    private final Messages messages;
    private final Tickets tickets;
    private final Timelines timelines;
    private final Mentions mentions;
    private final AuditTrail trail;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ReadExport(
            Transactions transactions,
            TakeExport takeExport,
            Archive archive,
            Messages messages,
            Tickets tickets,
            Timelines timelines,
            Mentions mentions,
            AuditTrail trail,
            People people) {
        this.transactions = transactions;
        this.takeExport = takeExport;
        this.archive = archive;
        this.messages = messages;
        this.tickets = tickets;
        this.timelines = timelines;
        this.mentions = mentions;
        this.trail = trail;
        this.people = people;
    }

    private <T> T read(TakeExport.Taking taking, Supplier<T> page) {
        return transactions.inTransaction(now -> {
            takeExport.require(taking);
            return page.get();
        });
    }

    /** Some of the customer's people; none after the last. */
    public List<Person> listPeople(TakeExport.Taking taking, Optional<PersonId> after) {
        return read(taking, () -> archive.listPeople(taking.tenant().id(), after, PAGE));
    }

    /** Those of {@code named} who are the provider's. */
    public List<Person> listTeam(TakeExport.Taking taking, Collection<PersonId> named) {
        return read(taking, () -> people.listAll(named).stream()
                .filter(person -> !person.id().tenant().equals(taking.tenant().id()))
                .toList());
    }

    /** Some of its groups. */
    public List<Group> listGroups(TakeExport.Taking taking, Optional<GroupId> after) {
        return read(taking, () -> archive.listGroups(taking.tenant().id(), after, PAGE));
    }

    /** Some who are, or were, in a group of the customer. */
    public List<Member> listMembers(TakeExport.Taking taking, GroupId group, Optional<PersonId> after) {
        return read(taking, () -> archive.listMembers(own(taking, group), after, PAGE));
    }

    /** Some of what was said in a group of the customer. */
    public List<Message> listMessages(TakeExport.Taking taking, GroupId group, long after) {
        return read(taking, () -> messages.listAfter(own(taking, group), after, PAGE));
    }

    /** The ticket whose group this is, if it is one. */
    public Optional<Ticket> findTicket(TakeExport.Taking taking, GroupId group) {
        return read(taking, () -> tickets.find(own(taking, group)));
    }

    /** Some of what happened to a ticket of the customer. */
    public List<TimelineEntry> listTimeline(TakeExport.Taking taking, GroupId ticket, long after) {
        return read(taking, () -> timelines.listAfter(own(taking, ticket), after, PAGE));
    }

    /** Some of what became of mentions in the customer's groups, the newest first. */
    public List<LoggedMention> listReminders(TakeExport.Taking taking, Optional<LogSpot> before) {
        return read(
                taking,
                () -> mentions.listLog(
                        new LogQuery(
                                Set.of(taking.tenant().id()),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Instant.EPOCH,
                                LAST,
                                before),
                        PAGE));
    }

    /** Some of the customer's audit log, up to the entry about this export. */
    public List<AuditEntry> listAudit(TakeExport.Taking taking, long after) {
        int limit = (int) Math.min(PAGE, taking.book().place() - after);
        return limit <= 0
                ? List.of()
                : read(
                        taking,
                        () -> trail.listAfter(AuditBook.of(taking.tenant().id()), after, limit));
    }

    private static GroupId own(TakeExport.Taking taking, GroupId group) {
        if (!group.tenant().equals(taking.tenant().id())) {
            throw new IllegalArgumentException("group is another tenant's: " + group);
        }
        return group;
    }
}
