package io.larkdesk.testkit.memory;

import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditEnd;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.audit.AuditSpot;
import io.larkdesk.core.audit.AuditTrail;
import io.larkdesk.core.shared.ConflictException;
import java.util.Comparator;
import java.util.List;

/** Entries by their places, and where each book ends. */
final class InMemoryAuditTrail implements AuditTrail {

    private static final Comparator<AuditBook> BOOKS =
            Comparator.comparing(book -> book.id().toString());
    private static final Comparator<AuditSpot> OLDEST_FIRST = Comparator.comparing(AuditSpot::at)
            .thenComparing(AuditSpot::book, BOOKS)
            .thenComparingLong(AuditSpot::place);

    private final InMemoryTransactions transactions;
    private final Table<Spot, AuditEntry> entries;
    private final Table<AuditBook, AuditEnd> ends;

    InMemoryAuditTrail(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.entries = new Table<>(transactions);
        this.ends = new Table<>(transactions);
    }

    private record Spot(AuditBook book, long place) {}

    @Override
    public AuditEnd end(AuditBook book) {
        return ends.find(book).orElse(AuditEnd.START);
    }

    @Override
    public AuditEnd lockEnd(AuditBook book) {
        ends.hold(book);
        return end(book);
    }

    @Override
    public void append(AuditEntry entry) {
        transactions.inTransaction(now -> {
            AuditBook book = entry.event().book();
            ends.hold(book);
            if (entry.place() != end(book).place() + 1) {
                throw new ConflictException("an entry stands at this place already");
            }
            entries.put(new Spot(book, entry.place()), entry);
            ends.put(book, new AuditEnd(entry.place(), entry.hash()));
            return entry;
        });
    }

    @Override
    public List<AuditEntry> listAfter(AuditBook book, long placeExclusive, int limit) {
        return entries.list().stream()
                .filter(entry -> entry.event().book().equals(book) && entry.place() > placeExclusive)
                .sorted(Comparator.comparingLong(AuditEntry::place))
                .limit(limit)
                .toList();
    }

    @Override
    public List<AuditEntry> list(AuditQuery query, int limit) {
        return entries.list().stream()
                .filter(entry -> isWanted(entry, query))
                .sorted(Comparator.comparing(AuditEntry::spot, OLDEST_FIRST).reversed())
                .limit(limit)
                .toList();
    }

    private static boolean isWanted(AuditEntry entry, AuditQuery query) {
        return query.books().map(books -> books.contains(entry.event().book())).orElse(true)
                && query.actor()
                        .map(actor -> actor.equals(entry.event().actor()))
                        .orElse(true)
                && query.action()
                        .map(action -> action == entry.event().action())
                        .orElse(true)
                && query.fromInclusive().map(from -> !entry.at().isBefore(from)).orElse(true)
                && query.untilExclusive()
                        .map(until -> entry.at().isBefore(until))
                        .orElse(true)
                && query.before()
                        .map(spot -> OLDEST_FIRST.compare(entry.spot(), spot) < 0)
                        .orElse(true);
    }

    @Override
    public List<AuditBook> listBooks() {
        return entries.list().stream()
                .map(entry -> entry.event().book())
                .distinct()
                .sorted(BOOKS)
                .toList();
    }
}
