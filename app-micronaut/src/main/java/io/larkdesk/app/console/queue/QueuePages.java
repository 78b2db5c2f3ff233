package io.larkdesk.app.console.queue;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.console.budgets.BudgetPages;
import io.larkdesk.app.console.roster.DutyBoards;
import io.larkdesk.app.page.ClockLine;
import io.larkdesk.app.page.PersonView;
import io.larkdesk.app.page.TicketRow;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.clock.ShowClocks;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.ListStaff;
import io.larkdesk.core.queue.KeepViews;
import io.larkdesk.core.queue.ListQueue;
import io.larkdesk.core.queue.ListQueue.Entry;
import io.larkdesk.core.queue.ListQueue.Listed;
import io.larkdesk.core.queue.QueueQuery;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Ticket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the queue into the page that shows it. */
@Singleton
final class QueuePages {

    /** More tickets than these are on the next page. */
    private static final int PAGE = 50;

    /** More budgets than these are on their own page. */
    private static final int MOST_BUDGETS = 5;

    /** How long before the end of a duty one is asked to hand over. */
    private static final Duration SOON = Duration.ofMinutes(30);

    private final ListQueue listQueue;
    private final ListStaff listStaff;
    private final ShowClocks showClocks;
    private final KeepViews keepViews;
    private final DutyBoards dutyBoards;
    private final BudgetPages budgetPages;
    private final ConsoleFrames consoleFrames;

    QueuePages(
            ListQueue listQueue,
            ListStaff listStaff,
            ShowClocks showClocks,
            KeepViews keepViews,
            DutyBoards dutyBoards,
            BudgetPages budgetPages,
            ConsoleFrames consoleFrames) {
        this.listQueue = listQueue;
        this.listStaff = listStaff;
        this.showClocks = showClocks;
        this.keepViews = keepViews;
        this.dutyBoards = dutyBoards;
        this.budgetPages = budgetPages;
        this.consoleFrames = consoleFrames;
    }

    /**
     * The page; empty if what is asked for is not for {@code staff}.
     *
     * @param whole whether all of it is drawn, or only what changes
     */
    Optional<QueuePage> find(Staff staff, QueueFilter filter, Told told, boolean whole) {
        QueueQuery query = filter.query(staff.id());
        return listQueue
                .execute(query, PAGE)
                .map(listed -> page(
                        staff,
                        filter,
                        listed,
                        whole ? listQueue.listCustomers(query) : List.of(),
                        whole ? Optional.of(beside(staff)) : Optional.empty(),
                        told));
    }

    private QueuePage.Beside beside(Staff staff) {
        return new QueuePage.Beside(dutyBoards.find(staff), budgetPages.listAtRisk(staff, MOST_BUDGETS));
    }

    private QueuePage page(
            Staff staff,
            QueueFilter filter,
            Listed listed,
            List<Tenant> customers,
            Optional<QueuePage.Beside> beside,
            Told told) {
        ConsoleFrame frame = consoleFrames.around(staff, Section.QUEUE, filter.path());
        Map<GroupId, ShowClocks.Shown> clocks = showClocks.execute(tickets(listed));
        return new QueuePage(
                frame,
                filter,
                rows(frame, listed.emergencies(), clocks, true),
                listed.parts().stream()
                        .map(part -> new QueuePage.Part(
                                part.turn(),
                                rows(frame, part.entries(), clocks, false),
                                part.next().map(place -> filter.from(part.turn(), place)
                                        .path())))
                        .toList(),
                listed.waiting(),
                customers,
                listed.onDutyUntil()
                        .filter(end -> end.isBefore(frame.viewer().now().plus(SOON)))
                        .map(frame.viewer().times()::clock),
                listStaff.execute(staff.id(), 0).map(ListStaff.Shown::staff).orElseGet(List::of),
                beside,
                beside.isPresent() ? keepViews.list(staff.id()) : List.of(),
                told);
    }

    private static List<GroupId> tickets(Listed listed) {
        return Stream.concat(
                        listed.emergencies().stream(), listed.parts().stream().flatMap(part -> part.entries().stream()))
                .map(entry -> entry.ticket().id())
                .toList();
    }

    private static List<QueueRow> rows(
            ConsoleFrame frame, List<Entry> entries, Map<GroupId, ShowClocks.Shown> clocks, boolean emergency) {
        return entries.stream()
                .map(entry -> row(
                        frame,
                        entry,
                        ClockLine.nearest(
                                frame.viewer(),
                                Optional.ofNullable(clocks.get(entry.ticket().id()))),
                        emergency))
                .toList();
    }

    private static QueueRow row(ConsoleFrame frame, Entry entry, Optional<ClockLine> clock, boolean emergency) {
        Ticket ticket = entry.ticket();
        Optional<PersonView> engineer = entry.engineer().map(person -> PersonView.of(person, Side.SERVICE_TEAM));
        TicketRow row = new TicketRow(
                ticket,
                Optional.of(Addresses.ticket(new AppId(frame.appId()), ticket.number())),
                "",
                engineer,
                emergency,
                entry.unread(),
                Optional.empty());
        return new QueueRow(
                row,
                entry.organisation(),
                clock,
                entry.remindedAt().map(at -> frame.viewer()
                        .texts()
                        .say("queue.reminded", "ago", frame.viewer().times().since(at))),
                engineer.filter(person -> person.id().equals(frame.me().id())).isPresent());
    }
}
