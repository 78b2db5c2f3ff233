package io.larkdesk.testkit.memory;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.clock.Goal;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.report.MonthFigures;
import io.larkdesk.core.report.Promises;
import io.larkdesk.core.report.Ratings;
import io.larkdesk.core.report.Reports;
import io.larkdesk.core.report.Spread;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts what the other stores have. */
final class InMemoryReports implements Reports {

    private final InMemoryTransactions transactions;
    private final InMemoryTickets tickets;
    private final InMemoryMessages messages;
    private final InMemoryClocks clocks;
    private final InMemoryTimelines timelines;
    private final InMemoryEmergencies emergencies;
    private final InMemoryReminders reminders;

    InMemoryReports(
            InMemoryTransactions transactions,
            InMemoryTickets tickets,
            InMemoryMessages messages,
            InMemoryClocks clocks,
            InMemoryTimelines timelines,
            InMemoryEmergencies emergencies,
            InMemoryReminders reminders) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.messages = messages;
        this.clocks = clocks;
        this.timelines = timelines;
        this.emergencies = emergencies;
        this.reminders = reminders;
    }

    @Override
    public List<MonthFigures> list(Collection<TenantId> tenants, YearMonth first, YearMonth last) {
        return transactions.atOnce(() -> tenants.stream()
                .distinct()
                .flatMap(tenant -> Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                        .flatMap(month -> figures(tenant, month).stream()))
                .toList());
    }

    private Optional<MonthFigures> figures(TenantId tenant, YearMonth month) {
        List<Ticket> opened = tickets.all()
                .filter(ticket -> ticket.id().tenant().equals(tenant)
                        && CallBudget.monthOf(ticket.times().openedAt()).equals(month))
                .toList();
        List<Emergency> declared = emergencies
                .all()
                .filter(emergency -> emergency.id().ticket().tenant().equals(tenant)
                        && CallBudget.monthOf(emergency.start().at()).equals(month))
                .toList();
        int pressed = (int) reminders
                .all()
                .filter(reminder -> reminder.ticket().tenant().equals(tenant)
                        && CallBudget.monthOf(reminder.at()).equals(month))
                .count();
        return opened.isEmpty() && declared.isEmpty() && pressed == 0
                ? Optional.empty()
                : Optional.of(new MonthFigures(
                        tenant,
                        month,
                        opened.size(),
                        spread(opened, ticket -> ticket.times().openedAt(), this::repliedAt),
                        spread(opened, ticket -> ticket.times().openedAt(), ticket -> ticket.times()
                                .resolvedAt()),
                        promises(opened, Goal.RESPONSE),
                        promises(opened, Goal.RESOLUTION),
                        ratings(opened),
                        declared.size(),
                        spread(declared, emergency -> emergency.start().at(), this::acknowledgedAt),
                        pressed));
    }

    private Optional<Instant> repliedAt(Ticket ticket) {
        return messages.between(ticket.id(), 1, messages.end(ticket.id()).seq())
                .filter(message -> message.words()
                        .filter(words -> Side.of(words.author(), ticket.id()) == Side.SERVICE_TEAM)
                        .isPresent())
                .map(Message::postedAt)
                .findFirst();
    }

    private Optional<Instant> acknowledgedAt(Emergency emergency) {
        return timelines
                .findFirst(
                        emergency.id().ticket(),
                        TimelineEntry.Kind.EMERGENCY_ACKNOWLEDGED,
                        emergency.start().at())
                .map(TimelineEntry::at)
                .filter(at -> emergency
                        .ending()
                        .filter(ended -> ended.at().isBefore(at))
                        .isEmpty());
    }

    private static <T> Spread spread(List<T> all, Function<T, Instant> from, Function<T, Optional<Instant>> until) {
        return Spread.of(all.stream()
                .flatMap(one -> until.apply(one).map(end -> Duration.between(from.apply(one), end)).stream())
                .toList());
    }

    private Promises promises(List<Ticket> opened, Goal goal) {
        List<Boolean> kept = clocks.listAll(opened.stream().map(Ticket::id).toList()).stream()
                .flatMap(clock -> clock.kept(goal).stream())
                .toList();
        return new Promises(Collections.frequency(kept, true), Collections.frequency(kept, false));
    }

    private static Ratings ratings(List<Ticket> opened) {
        return new Ratings(IntStream.rangeClosed(1, 5)
                .mapToObj(stars -> (int) opened.stream()
                        .filter(ticket -> ticket.rating()
                                .filter(rating -> rating.stars() == stars)
                                .isPresent())
                        .count())
                .toList());
    }
}
