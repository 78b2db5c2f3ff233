package io.larkdesk.core.escalation;

import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.clock.Calendars;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.PlanName;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/**
 * An administrator makes a support plan, or changes what one promises. It holds for tickets from now on, and for those that come to another
 * severity; what was promised of others stays.
 */
@Singleton
public final class ChangePlan {

    private final Transactions transactions;
    private final PlanPromises promises;
    private final Calendars calendars;
    private final StaffAdministrators administrators;
    private final RecordPlan record;

    /** Takes its collaborators. */
    @Inject
    public ChangePlan(
            Transactions transactions,
            PlanPromises promises,
            Calendars calendars,
            StaffAdministrators administrators,
            RecordPlan record) {
        this.transactions = transactions;
        this.promises = promises;
        this.calendars = calendars;
        this.administrators = administrators;
        this.record = record;
    }

    /**
     * What is to be.
     *
     * @param administrator who says so
     * @param name of which plan
     * @param plan what it is to promise
     * @param seen the version that the administrator looked at; 0 for a plan that promised nothing of its own
     */
    public record Command(PersonId administrator, PlanName name, SupportPlan plan, long seen) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(administrator, "administrator");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(plan, "plan");
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
        /** There is no calendar of that name. */
        NO_CALENDAR,
        /** Who wants it is no administrator. */
        NOT_ALLOWED
    }

    /** Makes or changes it. */
    public Result execute(Command command) {
        return transactions.inTransaction(
                now -> administrators.include(command.administrator()) ? change(command) : Result.NOT_ALLOWED);
    }

    private Result change(Command command) {
        SupportPlan wanted = command.plan();
        Optional<KeptPlan> before = promises.lock().stream()
                .filter(kept -> kept.name().equals(command.name()))
                .findFirst();
        if (before.filter(kept -> kept.plan().equals(wanted)).isPresent()) {
            return Result.THE_SAME;
        }
        if (before.map(KeptPlan::version).orElse(0L) != command.seen()) {
            return Result.STALE;
        }
        if (wanted.targets()
                .filter(targets -> calendars.find(targets.calendar()).isEmpty())
                .isPresent()) {
            return Result.NO_CALENDAR;
        }
        promises.save(
                before.map(kept -> kept.changed(wanted)).orElseGet(() -> KeptPlan.making(command.name(), wanted)));
        record.changed(
                AuditActor.of(command.administrator()),
                command.name(),
                before.map(KeptPlan::plan),
                Optional.of(wanted));
        return Result.CHANGED;
    }
}
