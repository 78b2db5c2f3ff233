package io.larkdesk.core.reminder;

import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.shared.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a person is reminded, and of what.
 *
 * @param window at most one reminder to a person in this time; 10 minutes unless set otherwise
 * @param grace how long a mention waits for being read; 5 seconds unless set otherwise
 * @param attemptWithin how long one attempt to deliver may take, from the taking of the permit
 * @param retryWithin how long a reminder with unknown outcome is tried again, from the first attempt; less than the hour in which Lark
 *     recognises the same {@code uuid}
 */
public record ReminderPolicy(Duration window, Duration grace, Duration attemptWithin, Duration retryWithin) {

    /** Lark accepts a {@code uuid} at most once in this time. */
    public static final Duration LARK_DEDUPLICATES_FOR = Duration.ofHours(1);

    /** 10 minutes between reminders, 5 seconds of grace, 15 seconds an attempt, 50 minutes of trying. */
    public static final ReminderPolicy DEFAULT = new ReminderPolicy(
            Duration.ofMinutes(10), Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(50));

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** Refuses durations that are not positive (grace may be zero), and retries beyond Lark's hour. */
    public ReminderPolicy {
        Durations.requirePositive("window", window);
        Durations.requirePositive("attemptWithin", attemptWithin);
        Durations.requirePositive("retryWithin", retryWithin);
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace is negative: " + grace);
        }
        if (retryWithin.plus(attemptWithin).compareTo(LARK_DEDUPLICATES_FOR) >= 0) {
            throw new IllegalArgumentException("retryWithin reaches beyond Lark's hour: " + retryWithin);
        }
    }

    /** The same policy with another least time between two reminders to a person. */
    public ReminderPolicy withWindow(Duration other) {
        return new ReminderPolicy(other, grace, attemptWithin, retryWithin);
    }

    /** The same policy, with at least the time between two reminders that was asked for. */
    ReminderPolicy asking(ReminderWindow least) {
        return least.value().compareTo(window) > 0 ? withWindow(least.value()) : this;
    }

    /** Whether somebody can be reminded at all. */
    public enum Reach {
        /** They can. */
        OPEN,
        /** The tenant is not in service. */
        SUSPENDED,
        /** The tenant's budget allows no reminder. */
        OUT_OF_BUDGET,
        /** The tenant changed to another app, to which the person has not signed in yet: what there is to tell waits. */
        LEFT_BEHIND
    }

    /**
     * What to do about a person's pending mentions.
     *
     * @param dropped those that are not reminded of, and why
     * @param remind those that one reminder covers now; empty if none is due
     * @param due when to look at the person again, for the mentions that wait; empty if none waits
     */
    public record Plan(Map<MentionFacts, Reason> dropped, List<MentionFacts> remind, Optional<Instant> due) {

        /** Copies the collections. */
        public Plan {
            dropped = Map.copyOf(dropped);
            remind = List.copyOf(remind);
        }
    }

    /** Decides about {@code pending} of the person whose {@code permit} is free. */
    public Plan plan(Permit.Free permit, List<MentionFacts> pending, Reach reach, Instant now) {
        Map<MentionFacts, Reason> dropped = new LinkedHashMap<>();
        List<MentionFacts> waiting = new ArrayList<>();
        for (MentionFacts mention : pending) {
            reasonToDrop(mention, reach)
                    .ifPresentOrElse(reason -> dropped.put(mention, reason), () -> waiting.add(mention));
        }
        List<MentionFacts> unseen =
                waiting.stream().filter(mention -> !mention.isLookedAt(now)).toList();
        Instant opens = permit.notBefore();
        Optional<Instant> sends = unseen.stream()
                .map(mention -> graced(mention, now))
                .min(Comparator.naturalOrder())
                .map(graced -> latest(opens, graced));
        if (sends.isPresent() && !now.isBefore(sends.get())) {
            return new Plan(dropped, unseen, Optional.empty());
        }
        Optional<Instant> looksAway = waiting.stream()
                .filter(mention -> mention.isLookedAt(now))
                .flatMap(mention -> mention.lookingUntil().stream())
                .min(Comparator.naturalOrder())
                .map(until -> latest(opens, until));
        return new Plan(dropped, List.of(), earliest(sends, looksAway));
    }

    /** Of a mention that lies much later than now the grace counts as over: it was made before the clock was set back. */
    private Instant graced(MentionFacts mention, Instant now) {
        return mention.mentionedAt().isAfter(now.plus(Permit.CLOCK_STEP))
                ? now
                : mention.mentionedAt().plus(grace);
    }

    /** Whether a mention under a reminder with unknown outcome is still worth telling of. */
    public boolean isWanted(MentionFacts mention, Reach reach) {
        return reasonToDrop(mention, reach).isEmpty();
    }

    /**
     * Whether a reminder whose outcome is unknown may be tried again at {@code now}; not if it was taken later than now, since then
     * the clock was set back and nobody knows how old it is.
     */
    public boolean mayRetry(Permit.Held held, Instant now) {
        return !now.isBefore(held.takenAt()) && now.isBefore(held.takenAt().plus(retryWithin));
    }

    /** When a reminder whose attempt ended with an unknown outcome is tried again: later each time, up to a minute after the deadline. */
    public Instant retryAt(Permit.Held held) {
        Duration pause = Duration.ofSeconds(1L << Math.min(held.attempt() - 1, 6));
        return held.deadline().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    /** From when on a person can be reminded though all that was stored just before {@code lost} is lost: of an attempt that was under way, too. */
    Instant restedAfter(Instant lost) {
        return lost.plus(attemptWithin).plus(window);
    }

    private static Optional<Reason> reasonToDrop(MentionFacts mention, Reach reach) {
        if (mention.standing() == MentionFacts.Standing.DELETED) {
            return Optional.of(Reason.MESSAGE_DELETED);
        }
        if (mention.standing() == MentionFacts.Standing.EDITED_OUT) {
            return Optional.of(Reason.MENTION_EDITED_OUT);
        }
        if (!mention.member()) {
            return Optional.of(Reason.LEFT_GROUP);
        }
        if (mention.read()) {
            return Optional.of(Reason.READ_IN_TIME);
        }
        return switch (reach) {
            case OPEN, LEFT_BEHIND -> Optional.empty();
            case SUSPENDED -> Optional.of(Reason.TENANT_SUSPENDED);
            case OUT_OF_BUDGET -> Optional.of(Reason.OUT_OF_BUDGET);
        };
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(earliest(one.get(), other.get()))
                : one.or(() -> other);
    }
}
