package io.larkdesk.testkit.memory;

import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.PageId;
import io.larkdesk.core.escalation.Pages;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Pages, each a row to be held. */
final class InMemoryPages implements Pages {

    private final InMemoryTransactions transactions;
    private final Table<PageId, Row> pages;
    private final Table<Taken, PageId> taken;

    InMemoryPages(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.pages = new Table<>(transactions);
        this.taken = new Table<>(transactions);
    }

    private record Taken(EmergencyId emergency, Page.Kind kind, long number, PersonId person) {

        static Taken by(Page page) {
            return new Taken(page.emergency(), page.about().kind(), page.about().number(), page.person());
        }
    }

    private record Row(Page page, Instant notedAt, int place) {

        boolean isDue(Instant now) {
            return page.state()
                    .due()
                    .filter(due -> !due.isAfter(now) || notedAt.isAfter(now.plus(Emergency.CLOCK_STEP)))
                    .isPresent();
        }
    }

    @Override
    public List<Page> add(Collection<Page> wanted, Instant now) {
        return transactions.inTransaction(ignored -> {
            List<Page> added = new ArrayList<>();
            for (Page page : wanted) {
                Taken key = Taken.by(page);
                taken.hold(key);
                if (taken.find(key).isEmpty()) {
                    taken.put(key, page.id());
                    pages.put(page.id(), new Row(page, now, pages.list().size()));
                    added.add(page);
                }
            }
            return added;
        });
    }

    @Override
    public List<Page> list(EmergencyId emergency) {
        return pages.list().stream()
                .filter(row -> row.page().emergency().equals(emergency))
                .sorted(Comparator.comparing(Row::place))
                .map(Row::page)
                .toList();
    }

    @Override
    public Optional<Page> lock(EmergencyId emergency, PageId id) {
        transactions.require();
        pages.hold(id);
        return pages.find(id).map(Row::page).filter(page -> page.emergency().equals(emergency));
    }

    @Override
    public void save(Page page, Instant now) {
        transactions.require();
        int place = pages.find(page.id()).orElseThrow().place();
        pages.put(page.id(), new Row(page, now, place));
    }

    @Override
    public List<Page> lockDue(Instant now, int limit) {
        transactions.require();
        return transactions.atOnce(() -> pages.list().stream()
                .filter(row -> row.isDue(now))
                .map(Row::page)
                .sorted(Comparator.comparing(page -> page.state().due().orElseThrow()))
                .filter(page -> pages.tryHold(page.id()))
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<Instant> findEarliestDue() {
        return pages.list().stream()
                .flatMap(row -> row.page().state().due().stream())
                .min(Comparator.naturalOrder());
    }
}
