package io.larkdesk.testkit.memory;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.escalation.Reminder;
import io.larkdesk.core.escalation.Reminders;
import io.larkdesk.core.escalation.Reminding;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ConflictException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reminders by their lines. */
final class InMemoryReminders implements Reminders {

    private static final Duration BELIEVABLE = Reminding.LONGEST_REST.multipliedBy(2);

    private final InMemoryTransactions transactions;
    private final Table<MessageId, Reminder> reminders;
    private final Table<ClientKey, MessageId> clientIds;

    InMemoryReminders(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.reminders = new Table<>(transactions);
        this.clientIds = new Table<>(transactions);
    }

    private record ClientKey(GroupId ticket, PersonId person, ClientId clientId) {}

    Stream<Reminder> all() {
        return reminders.list().stream();
    }

    @Override
    public List<Reminder> listLast(GroupId ticket, int limit) {
        return all().filter(reminder -> reminder.ticket().equals(ticket))
                .sorted(Comparator.comparing(
                                (Reminder reminder) -> reminder.line().seq())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Reminder> listLastOfEach(Collection<GroupId> tickets) {
        return tickets.stream()
                .distinct()
                .flatMap(ticket -> listLast(ticket, 1).stream())
                .toList();
    }

    @Override
    public Optional<Reminder> findByClientId(GroupId ticket, PersonId person, ClientId clientId) {
        return clientIds.find(new ClientKey(ticket, person, clientId)).flatMap(reminders::find);
    }

    @Override
    public void add(Reminder reminder) {
        transactions.inTransaction(now -> {
            ClientKey key = new ClientKey(reminder.ticket(), reminder.by(), reminder.clientId());
            clientIds.hold(key);
            if (clientIds.find(key).isPresent()) {
                throw new ConflictException("another Reminder has the same client id");
            }
            clientIds.put(key, reminder.line());
            reminders.put(reminder.line(), reminder);
            return reminder;
        });
    }

    @Override
    public void save(Reminder reminder) {
        transactions.require();
        reminders.put(reminder.line(), reminder);
    }

    @Override
    public List<Reminder> lockDue(Instant now, int limit) {
        transactions.require();
        return transactions.atOnce(() -> reminders.list().stream()
                .filter(reminder -> reminder.progress()
                        .lookAt()
                        .filter(at -> !at.isAfter(now) || at.isAfter(now.plus(BELIEVABLE)))
                        .isPresent())
                .sorted(Comparator.comparing(
                        reminder -> reminder.progress().lookAt().orElseThrow()))
                .filter(reminder -> reminders.tryHold(reminder.line()))
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<Instant> findEarliestDue() {
        return all().flatMap(reminder -> reminder.progress().lookAt().stream()).min(Comparator.naturalOrder());
    }
}
