package io.larkdesk.testkit.memory;

import io.larkdesk.core.clock.BusinessCalendar;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Calendars;
import io.larkdesk.core.clock.KeptCalendar;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Calendars by name. */
final class InMemoryCalendars implements Calendars {

    private static final CalendarName ALL = new CalendarName("all");

    private final InMemoryTransactions transactions;
    private final Table<CalendarName, KeptCalendar> calendars;
    private final Table<CalendarName, CalendarName> held;

    InMemoryCalendars(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.calendars = new Table<>(transactions);
        this.held = new Table<>(transactions);
    }

    @Override
    public Optional<BusinessCalendar> find(CalendarName name) {
        return calendars.find(name).map(KeptCalendar::calendar);
    }

    @Override
    public Optional<BusinessCalendar> hold(CalendarName name) {
        transactions.require();
        calendars.hold(name);
        return find(name);
    }

    @Override
    public List<KeptCalendar> list() {
        return calendars.list().stream()
                .sorted(Comparator.comparing(calendar -> calendar.name().value()))
                .toList();
    }

    @Override
    public List<KeptCalendar> lock() {
        transactions.require();
        held.hold(ALL);
        return list();
    }

    @Override
    public void save(KeptCalendar calendar) {
        transactions.inTransaction(now -> {
            calendars.put(calendar.name(), calendar);
            return calendar;
        });
    }
}
