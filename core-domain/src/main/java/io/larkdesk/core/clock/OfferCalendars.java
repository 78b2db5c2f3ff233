package io.larkdesk.core.clock;

import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An operator says which calendars there are. What is said anew holds; said again it changes nothing that people have changed since. None
 * goes away, because tickets may be counted by it.
 */
@Singleton
public final class OfferCalendars {

    private final Transactions transactions;
    private final Calendars calendars;
    private final RecordCalendar record;

    /** Takes its collaborators. */
    @Inject
    public OfferCalendars(Transactions transactions, Calendars calendars, RecordCalendar record) {
        this.transactions = transactions;
        this.calendars = calendars;
        this.record = record;
    }

    /** Whether this changed anything: offering the same again writes nothing. */
    public boolean execute(Collection<BusinessCalendar> offered) {
        return transactions.inTransaction(now -> {
            Map<CalendarName, KeptCalendar> kept =
                    calendars.lock().stream().collect(Collectors.toMap(KeptCalendar::name, Function.identity()));
            boolean changes = false;
            for (BusinessCalendar calendar : offered) {
                KeptCalendar before = kept.get(calendar.name());
                KeptCalendar after = before == null ? KeptCalendar.offering(calendar) : before.offered(calendar);
                if (!after.equals(before)) {
                    calendars.save(after);
                    record(Optional.ofNullable(before), after);
                    changes = true;
                }
            }
            return changes;
        });
    }

    /** What the file says and people have changed since, stays as it is. */
    private void record(Optional<KeptCalendar> before, KeptCalendar after) {
        Optional<BusinessCalendar> was = before.map(KeptCalendar::calendar);
        if (!was.equals(Optional.of(after.calendar()))) {
            record.changed(AuditActor.BOOTSTRAP_FILE, was, after.calendar());
        }
    }
}
