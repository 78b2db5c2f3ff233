package io.larkdesk.core.clock;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The clocks of a ticket, which run by its calendar while the service team has to do something: not while the customer's answer is waited
 * for, and not once it is resolved. A goal that is come to at the very end of its time is missed.
 *
 * @param ticket whose
 * @param promise what was promised
 * @param used how much was worked until it ran the last time
 * @param runningSince since when it runs; empty while it stands still
 * @param responded after how much work the service team answered first; empty until it does
 * @param resolved after how much work it was resolved; empty while it is open
 * @param told of what somebody was told already
 * @param responseDue when the first answer is due; empty while the clock stands still, and once it is given
 * @param resolutionDue when it should be resolved; empty while the clock stands still
 * @param alertAt when there is something to tell next; empty if nothing is to be seen
 */
public record TicketClock(
        GroupId ticket,
        TicketPromise promise,
        Duration used,
        Optional<Instant> runningSince,
        Optional<Duration> responded,
        Optional<Duration> resolved,
        Set<Alert> told,
        Optional<Instant> responseDue,
        Optional<Instant> resolutionDue,
        Optional<Instant> alertAt) {

    /** Copies the set; refuses null. */
    public TicketClock {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(promise, "promise");
        Objects.requireNonNull(used, "used");
        Objects.requireNonNull(runningSince, "runningSince");
        Objects.requireNonNull(responded, "responded");
        Objects.requireNonNull(resolved, "resolved");
        told = Set.copyOf(told);
        Objects.requireNonNull(responseDue, "responseDue");
        Objects.requireNonNull(resolutionDue, "resolutionDue");
        Objects.requireNonNull(alertAt, "alertAt");
    }

    /** The clock of a ticket of which nothing was counted before {@code now}. */
    static TicketClock start(
            Ticket ticket,
            ServiceTargets targets,
            Function<? super CalendarName, BusinessCalendar> calendars,
            Instant now) {
        return new TicketClock(
                        ticket.id(),
                        targets.promise(ticket.severity()),
                        Duration.ZERO,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .follow(ticket, () -> Optional.of(targets), calendars, now);
    }

    /**
     * The clock after something happened to its ticket; the same if that means nothing to it.
     *
     * @param after the ticket as it is now
     * @param targets what its plan promises now: of another severity that is promised from now on
     */
    TicketClock follow(
            Ticket after,
            Supplier<Optional<ServiceTargets>> targets,
            Function<? super CalendarName, BusinessCalendar> calendars,
            Instant now) {
        boolean runs = isRunning(after.state());
        boolean answers = responded.isEmpty() && after.times().waitingSince().isEmpty();
        boolean weighs = after.severity() != promise.severity();
        if (!answers
                && !weighs
                && runs == runningSince.isPresent()
                && after.state().isOpen() == resolved.isEmpty()) {
            return this;
        }
        Duration worked = usedAt(calendars.apply(promise.calendar()), now);
        TicketPromise promised = weighs
                ? targets.get().map(other -> other.promise(after.severity())).orElse(promise)
                : promise;
        return new TicketClock(
                        ticket,
                        promised,
                        worked,
                        runs ? Optional.of(now) : Optional.empty(),
                        answers ? Optional.of(worked) : responded,
                        after.state().isOpen() ? Optional.empty() : resolved.or(() -> Optional.of(worked)),
                        stillTold(promised, worked),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .planned(calendars.apply(promised.calendar()));
    }

    private static boolean isRunning(TicketState state) {
        return state == TicketState.NEW || state == TicketState.IN_PROGRESS;
    }

    /** Where more time is promised than before, what is ahead again will be told again. */
    private Set<Alert> stillTold(TicketPromise promised, Duration worked) {
        if (promised.equals(promise)) {
            return told;
        }
        Set<Alert> passed = EnumSet.noneOf(Alert.class);
        told.stream()
                .filter(alert -> promised.reaches(alert)
                        .filter(limit -> worked.compareTo(limit) >= 0)
                        .isPresent())
                .forEach(passed::add);
        return passed;
    }

    /** The alerts to give at {@code now}, of each goal one at most. */
    List<Alert> alerts(BusinessCalendar calendar, Instant now) {
        Duration worked = usedAt(calendar, now);
        List<Alert> news = new ArrayList<>();
        for (Goal goal : Goal.values()) {
            untold().filter(alert -> alert.goal() == goal)
                    .filter(alert -> promise.reaches(alert)
                            .filter(limit -> worked.compareTo(limit) >= 0)
                            .isPresent())
                    .max(Comparator.comparing(Alert::isBreak))
                    .ifPresent(news::add);
        }
        return List.copyOf(news);
    }

    /** The clock after {@code alerts} were given; of what is broken no warning is given any more. */
    TicketClock told(List<Alert> alerts, BusinessCalendar calendar) {
        Set<Alert> all = EnumSet.noneOf(Alert.class);
        all.addAll(told);
        for (Alert alert : alerts) {
            Stream.of(Alert.values())
                    .filter(other -> other.goal() == alert.goal() && (alert.isBreak() || !other.isBreak()))
                    .forEach(all::add);
        }
        return new TicketClock(
                        ticket,
                        promise,
                        used,
                        runningSince,
                        responded,
                        resolved,
                        all,
                        responseDue,
                        resolutionDue,
                        alertAt)
                .planned(calendar);
    }

    /** What the clock of {@code goal} shows; empty where nothing is promised. */
    public Optional<Reading> reading(Goal goal, BusinessCalendar calendar, Instant now) {
        return promise.target().of(goal).map(target -> {
            Optional<Duration> came = came(goal);
            Duration shown = came.orElseGet(() -> usedAt(calendar, now));
            return new Reading(goal, state(goal, shown, target), shown, target, due(goal));
        });
    }

    private Reading.State state(Goal goal, Duration shown, Duration target) {
        boolean late = shown.compareTo(target) >= 0;
        if (came(goal).isPresent()) {
            return late ? Reading.State.MISSED : Reading.State.MET;
        }
        if (late) {
            return Reading.State.BROKEN;
        }
        if (runningSince.isEmpty()) {
            return Reading.State.PAUSED;
        }
        Alert soon = goal == Goal.RESPONSE ? Alert.RESPONSE_SOON : Alert.RESOLUTION_SOON;
        return promise.reaches(soon)
                        .filter(limit -> shown.compareTo(limit) >= 0)
                        .isPresent()
                ? Reading.State.WARNED
                : Reading.State.RUNNING;
    }

    /** When {@code goal} is due, if its clock runs. */
    public Optional<Instant> due(Goal goal) {
        return switch (goal) {
            case RESPONSE -> responseDue;
            case RESOLUTION -> resolutionDue;
        };
    }

    /** Whether {@code goal} was come to in time; false from when a break was told. Empty before, and where nothing is promised. */
    public Optional<Boolean> kept(Goal goal) {
        return promise.target().of(goal).flatMap(target -> came(goal)
                .map(took -> took.compareTo(target) < 0)
                .or(() -> told.stream()
                        .filter(alert -> alert.goal() == goal && alert.isBreak())
                        .findAny()
                        .map(broken -> false)));
    }

    /** Whether it runs, and somebody was told that one of its goals is due soon, or was not come to in time. */
    public boolean isAtRisk() {
        return told.stream().anyMatch(alert -> due(alert.goal()).isPresent());
    }

    private Optional<Duration> came(Goal goal) {
        return switch (goal) {
            case RESPONSE -> responded;
            case RESOLUTION -> resolved;
        };
    }

    private Duration usedAt(BusinessCalendar calendar, Instant now) {
        return runningSince.map(since -> used.plus(calendar.worked(since, now))).orElse(used);
    }

    private Stream<Alert> untold() {
        return Stream.of(Alert.values())
                .filter(alert -> !told.contains(alert) && came(alert.goal()).isEmpty());
    }

    /** With the instants at which it comes to what was promised. */
    private TicketClock planned(BusinessCalendar calendar) {
        return new TicketClock(
                ticket,
                promise,
                used,
                runningSince,
                responded,
                resolved,
                told,
                came(Goal.RESPONSE).isPresent()
                        ? Optional.empty()
                        : reaching(promise.target().response(), calendar),
                came(Goal.RESOLUTION).isPresent()
                        ? Optional.empty()
                        : reaching(promise.target().resolution(), calendar),
                untold().flatMap(alert -> reaching(promise.reaches(alert), calendar).stream())
                        .min(Comparator.naturalOrder()));
    }

    /** When so much will have been worked; if it was before the clock began to run again, then. */
    private Optional<Instant> reaching(Optional<Duration> work, BusinessCalendar calendar) {
        return runningSince.flatMap(since ->
                work.map(limit -> limit.compareTo(used) <= 0 ? since : calendar.addWorking(since, limit.minus(used))));
    }
}
