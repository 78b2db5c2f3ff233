package io.larkdesk.core.clock;

import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An administrator makes a calendar, or changes one. The clocks that run by it count by the new one since they ran last, and what is due by
 * them is found anew.
 */
@Singleton
public final class ChangeCalendar {

    private final Transactions transactions;
    private final Calendars calendars;
    private final Clocks clocks;
    private final StaffAdministrators administrators;
    private final RecordCalendar record;

    /** Takes its collaborators. */
    @Inject
    public ChangeCalendar(
            Transactions transactions,
            Calendars calendars,
            Clocks clocks,
            StaffAdministrators administrators,
            RecordCalendar record) {
        this.transactions = transactions;
        this.calendars = calendars;
        this.clocks = clocks;
        this.administrators = administrators;
        this.record = record;
    }

    /**
     * What is to be.
     *
     * @param administrator who says so
     * @param calendar as it is to be
     * @param seen the version that the administrator looked at; 0 for a new one
     */
    public record Command(PersonId administrator, BusinessCalendar calendar, long seen) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(administrator, "administrator");
            Objects.requireNonNull(calendar, "calendar");
        }
    }

    /** How it ended. */
    public enum Result {
        /** So it is from now on. */
        CHANGED,
        /** So it was already. */
        THE_SAME,
        /** Somebody else changed it meanwhile, or made one of that name. */
        STALE,
        /** Who wants it is no administrator. */
        NOT_ALLOWED
    }

    /** Makes or changes it. */
    public Result execute(Command command) {
        return transactions.inTransaction(
                now -> administrators.include(command.administrator()) ? change(command, now) : Result.NOT_ALLOWED);
    }

    private Result change(Command command, Instant now) {
        BusinessCalendar wanted = command.calendar();
        Optional<KeptCalendar> before = calendars.lock().stream()
                .filter(kept -> kept.name().equals(wanted.name()))
                .findFirst();
        if (before.filter(kept -> kept.calendar().equals(wanted)).isPresent()) {
            return Result.THE_SAME;
        }
        if (before.map(KeptCalendar::version).orElse(0L) != command.seen()) {
            return Result.STALE;
        }
        calendars.save(before.map(kept -> kept.changed(wanted)).orElseGet(() -> KeptCalendar.making(wanted)));
        clocks.wake(wanted.name(), now);
        record.changed(AuditActor.of(command.administrator()), before.map(KeptCalendar::calendar), wanted);
        return Result.CHANGED;
    }
}
