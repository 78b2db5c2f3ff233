package io.larkdesk.testkit.memory;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.ReadCursors;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.Decision.NotReminded;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.LogQuery;
import io.larkdesk.core.reminder.LogSpot;
import io.larkdesk.core.reminder.LoggedMention;
import io.larkdesk.core.reminder.MentionFacts;
import io.larkdesk.core.reminder.MentionFacts.Standing;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.Outcome;
import io.larkdesk.core.reminder.PastMention;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Mentions, with the facts about them drawn from the other stores. */
final class InMemoryMentions implements Mentions {

    private static final Comparator<Row> OLDEST_FIRST = Comparator.comparing(Row::mentionedAt)
            .thenComparingLong(row -> row.message().seq());
    private static final Comparator<LogSpot> LOG_ORDER = Comparator.comparing(LogSpot::mentionedAt)
            .thenComparing(spot -> spot.message().group().tenant().toString())
            .thenComparing(spot -> spot.message().group().value().toString())
            .thenComparingLong(spot -> spot.message().seq())
            .thenComparing(spot -> spot.person().tenant().toString())
            .thenComparing(spot -> spot.person().toString());

    private final InMemoryTransactions transactions;
    private final Members members;
    private final Messages messages;
    private final ReadCursors cursors;
    private final InMemoryPresences presences;
    private final Table<Key, Row> mentions;

    /** Where to look for a person's undecided mentions; some of them may never have been committed. */
    private final Map<PersonId, Set<Key>> noted = new HashMap<>();

    InMemoryMentions(
            InMemoryTransactions transactions,
            Members members,
            Messages messages,
            ReadCursors cursors,
            InMemoryPresences presences) {
        this.transactions = transactions;
        this.members = members;
        this.messages = messages;
        this.cursors = cursors;
        this.presences = presences;
        this.mentions = new Table<>(transactions);
    }

    private record Key(MessageId message, PersonId person) {}

    /** {@code readFrom}: where the cursor must be for the mention to count as read. */
    private record Row(
            MessageId message,
            PersonId person,
            Instant mentionedAt,
            long readFrom,
            Optional<ReminderId> reminder,
            Optional<Decision> decision) {

        boolean isPending() {
            return reminder.isEmpty() && decision.isEmpty();
        }

        boolean isUnder(ReminderId id) {
            return decision.isEmpty() && reminder.equals(Optional.of(id));
        }

        Row under(Optional<ReminderId> id) {
            return new Row(message, person, mentionedAt, readFrom, id, decision);
        }

        boolean isEditedOut() {
            return reason().equals(Optional.of(Reason.MENTION_EDITED_OUT));
        }

        Optional<Reason> reason() {
            return decision.filter(end -> end instanceof NotReminded).map(end -> ((NotReminded) end).reason());
        }

        Row decided(Decision end) {
            return new Row(message, person, mentionedAt, readFrom, reminder, Optional.of(end));
        }

        Row reopened() {
            return new Row(message, person, mentionedAt, readFrom, Optional.empty(), Optional.empty());
        }

        LogSpot spot() {
            return new LogSpot(mentionedAt, message, person);
        }
    }

    @Override
    public Collection<PersonId> add(MessageId message, Collection<PersonId> persons, Instant mentionedAt) {
        return transactions.inTransaction(now -> {
            List<PersonId> added = new ArrayList<>();
            for (PersonId person : persons.stream().sorted().distinct().toList()) {
                Key key = new Key(message, person);
                mentions.hold(key);
                if (mentions.find(key).filter(row -> !row.isEditedOut()).isEmpty()) {
                    note(key);
                    // Who decided it may be about to forget it
                    transactions.afterCommit(() -> note(key));
                    long cursor = cursors.get(message.group(), person);
                    long readFrom = Math.max(message.seq(), cursor + 1);
                    mentions.put(
                            key, new Row(message, person, mentionedAt, readFrom, Optional.empty(), Optional.empty()));
                    added.add(person);
                }
            }
            return added;
        });
    }

    @Override
    public List<MentionFacts> listPending(PersonId person, int limit) {
        return transactions.atOnce(
                () -> rows(person, Row::isPending).limit(limit).map(this::facts).toList());
    }

    @Override
    public boolean hasPending(PersonId person) {
        return rows(person, Row::isPending).findAny().isPresent();
    }

    @Override
    public void cover(PersonId person, ReminderId reminder, Collection<MessageId> covered) {
        transactions.inTransaction(now -> {
            for (MessageId message : covered) {
                Key key = new Key(message, person);
                mentions.hold(key);
                Row row = mentions.find(key)
                        .filter(Row::isPending)
                        .orElseThrow(() -> new IllegalStateException("no pending mention in " + message));
                mentions.put(key, row.under(Optional.of(reminder)));
            }
            return covered;
        });
    }

    @Override
    public List<MentionFacts> listCovered(PersonId person, ReminderId reminder) {
        return transactions.atOnce(() ->
                rows(person, row -> row.isUnder(reminder)).map(this::facts).toList());
    }

    @Override
    public void uncover(PersonId person, ReminderId reminder) {
        transactions.inTransaction(now -> {
            rows(person, row -> row.isUnder(reminder))
                    .forEach(row -> mentions.put(new Key(row.message(), person), row.under(Optional.empty())));
            return reminder;
        });
    }

    @Override
    public void decide(Collection<MessageId> messages, PersonId person, Decision decision) {
        transactions.inTransaction(now -> {
            messages.stream().distinct().forEach(message -> decide(new Key(message, person), decision));
            return messages;
        });
    }

    private void decide(Key key, Decision decision) {
        mentions.hold(key);
        Row row = mentions.find(key)
                .filter(mention -> mention.decision().isEmpty())
                .orElseThrow(() -> new IllegalStateException("no undecided mention in " + key.message()));
        mentions.put(key, row.decided(decision));
        transactions.afterCommit(() -> forget(key));
    }

    @Override
    public boolean reopen(MessageId message, PersonId person) {
        return transactions.inTransaction(now -> {
            Key key = new Key(message, person);
            mentions.hold(key);
            Optional<Row> failed = mentions.find(key)
                    .filter(row -> row.reason().filter(Reason::isFailure).isPresent());
            failed.ifPresent(row -> {
                mentions.put(key, row.reopened());
                note(key);
                // Who decided it may be about to forget it
                transactions.afterCommit(() -> note(key));
            });
            return failed.isPresent();
        });
    }

    @Override
    public Optional<MentionFacts> find(MessageId message, PersonId person) {
        return transactions.atOnce(() -> mentions.find(new Key(message, person)).map(this::facts));
    }

    @Override
    public Optional<Decision> findDecision(MessageId message, PersonId person) {
        return mentions.find(new Key(message, person)).flatMap(Row::decision);
    }

    @Override
    public List<PastMention> listLast(TenantId tenant, Instant fromInclusive, int limit) {
        return mentions.list().stream()
                .filter(row -> row.person().tenant().equals(tenant))
                .filter(row -> !row.mentionedAt().isBefore(fromInclusive))
                .sorted(Comparator.comparing(Row::mentionedAt).reversed())
                .limit(limit)
                .map(row -> new PastMention(row.person(), row.mentionedAt(), row.reason()))
                .toList();
    }

    @Override
    public List<LoggedMention> listLog(LogQuery query, int limit) {
        return transactions.atOnce(() -> {
            List<Row> all = mentions.list();
            return all.stream()
                    .filter(row -> isWanted(row, query))
                    .sorted(Comparator.comparing(Row::spot, LOG_ORDER).reversed())
                    .limit(limit)
                    .map(row -> logged(row, all))
                    .toList();
        });
    }

    private static boolean isWanted(Row row, LogQuery query) {
        return query.tenants().contains(row.message().group().tenant())
                && query.person().map(row.person()::equals).orElse(true)
                && query.group().map(row.message().group()::equals).orElse(true)
                && query.outcome()
                        .map(outcome -> outcome == Outcome.of(row.decision()))
                        .orElse(true)
                && !row.mentionedAt().isBefore(query.fromInclusive())
                && row.mentionedAt().isBefore(query.untilExclusive())
                && query.before()
                        .map(spot -> LOG_ORDER.compare(row.spot(), spot) < 0)
                        .orElse(true);
    }

    private LoggedMention logged(Row row, List<Row> all) {
        long together = all.stream()
                .filter(other -> other.person().equals(row.person())
                        && other.reminder().equals(row.reminder())
                        && Outcome.of(other.decision()) == Outcome.DELIVERED)
                .count();
        return new LoggedMention(
                row.message(),
                row.person(),
                row.mentionedAt(),
                author(messages.find(row.message()).orElseThrow().content()),
                row.decision(),
                Outcome.of(row.decision()) == Outcome.DELIVERED ? (int) together : 1);
    }

    private static Optional<PersonId> author(Content content) {
        if (content instanceof Content.Words words) {
            return Optional.of(words.author());
        }
        return content instanceof Content.Deleted deleted ? Optional.of(deleted.author()) : Optional.empty();
    }

    private Stream<Row> rows(PersonId person, Predicate<Row> condition) {
        return transactions.atOnce(() -> noted.getOrDefault(person, Set.of()).stream()
                .flatMap(key -> mentions.find(key).stream())
                .filter(condition)
                .sorted(OLDEST_FIRST)
                .toList()
                .stream());
    }

    private void note(Key key) {
        transactions.atOnce(() -> noted.computeIfAbsent(key.person(), any -> new LinkedHashSet<>())
                .add(key));
    }

    private void forget(Key key) {
        transactions.atOnce(() -> mentions.find(key)
                .filter(row -> row.decision().isPresent())
                .map(row -> noted.getOrDefault(key.person(), Set.of()).remove(key)));
    }

    private MentionFacts facts(Row row) {
        MessageId id = row.message();
        return new MentionFacts(
                id,
                row.person(),
                row.mentionedAt(),
                members.find(id.group(), row.person()).filter(Member::isIn).isPresent(),
                standing(messages.find(id).orElseThrow(), row.person()),
                cursors.get(id.group(), row.person()) >= row.readFrom(),
                presences.find(id.group(), row.person()));
    }

    private static Standing standing(Message message, PersonId person) {
        if (message.content() instanceof Content.Deleted) {
            return Standing.DELETED;
        }
        if (message.content() instanceof Content.TicketNotice) {
            return Standing.STANDS;
        }
        boolean named = message.words()
                .filter(words -> words.body().mentionedPersons().contains(person.value()))
                .isPresent();
        return named ? Standing.STANDS : Standing.EDITED_OUT;
    }
}
