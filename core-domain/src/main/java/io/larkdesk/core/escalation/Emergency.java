package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Data lost or corrupted, or a business down: the service team is paged, level after level, until somebody acknowledges.
 *
 * @param id identifies it, and the ticket
 * @param start who declared it, when and why
 * @param policy who is paged: that of the support plan at the start, whatever becomes of the plan
 * @param version grows whenever somebody else becomes responsible for it, or nobody; a command carries the one that its sender saw
 * @param steps how many steps were paged or passed over so far; the number of the next one, from 0
 * @param state how it stands
 * @param back the customer's word that all works again, once given
 */
public record Emergency(
        EmergencyId id,
        Declaration start,
        EscalationPolicy policy,
        long version,
        int steps,
        State state,
        Optional<Back> back) {

    /** What was noted later than now by more than this was noted before the database's clock was set back. */
    public static final Duration CLOCK_STEP = Duration.ofMinutes(1);

    /** The longest text about the impact, and the longest closing word, in characters. */
    public static final int LONGEST_TEXT = 500;

    /** Refuses null, and what cannot be counted. */
    public Emergency {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(back, "back");
        if (version < 1 || steps < 0) {
            throw new IllegalArgumentException("version or steps is too small: " + version + ", " + steps);
        }
    }

    /** What is wrong: the only reasons for an Emergency. */
    public enum Reason {
        /** Data is gone or cannot be restored. */
        DATA_LOSS,
        /** Data is there but wrong or unreadable. */
        DATA_CORRUPTION,
        /** The customer's customers cannot use the service. */
        BUSINESS_UNAVAILABLE
    }

    /**
     * That somebody declared an Emergency, or joined one by declaring it too.
     *
     * @param by who
     * @param at when
     * @param reason what is wrong
     * @param impact what is affected, in the customer's words; may be empty
     * @param clientId the browser's id of this declaration, the same for each try
     */
    public record Declaration(PersonId by, Instant at, Reason reason, String impact, ClientId clientId) {

        /** Refuses null, and an overlong impact. */
        public Declaration {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(clientId, "clientId");
            requireText("impact", impact);
        }
    }

    /**
     * That the customer says that all works again, and so asks staff to end it.
     *
     * @param by who
     * @param at when
     */
    public record Back(PersonId by, Instant at) {

        /** Refuses null. */
        public Back {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * When something is to happen by itself.
     *
     * @param dueAt when
     * @param late whether the watchdog has noted that it did not
     */
    public record Timer(Instant dueAt, boolean late) {

        /** Refuses null. */
        public Timer {
            Objects.requireNonNull(dueAt, "dueAt");
        }

        static Timer at(Instant dueAt) {
            return new Timer(dueAt, false);
        }
    }

    /** How an Emergency stands. */
    public sealed interface State {

        /** What is to happen by itself, if anything is. */
        Optional<Timer> timer();
    }

    /**
     * Nobody has acknowledged.
     *
     * @param from the number of the step with which paging began, or was resumed
     * @param next when the next step is due
     */
    public record Paging(int from, Timer next) implements State {

        /** Refuses null. */
        public Paging {
            Objects.requireNonNull(next, "next");
        }

        @Override
        public Optional<Timer> timer() {
            return Optional.of(next);
        }
    }

    /**
     * Nobody has acknowledged, and the policy has nobody left to page.
     *
     * @param since since when
     */
    public record Unanswered(Instant since) implements State {

        /** Refuses null. */
        public Unanswered {
            Objects.requireNonNull(since, "since");
        }

        @Override
        public Optional<Timer> timer() {
            return Optional.empty();
        }
    }

    /**
     * Somebody works on it.
     *
     * @param by who is responsible
     * @param at since when
     * @param firm whether that person said so; not after a hand-over, until it is confirmed
     * @param joined who else works on it
     * @param confirm until when it must be confirmed; at this instant paging resumes
     */
    public record Acknowledged(PersonId by, Instant at, boolean firm, Set<PersonId> joined, Timer confirm)
            implements State {

        /** Copies the set. */
        public Acknowledged {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            joined = Set.copyOf(joined);
            Objects.requireNonNull(confirm, "confirm");
        }

        /** Whether {@code person} works on it. */
        public boolean isBy(PersonId person) {
            return by.equals(person) || joined.contains(person);
        }

        @Override
        public Optional<Timer> timer() {
            return Optional.of(confirm);
        }
    }

    /**
     * It is over.
     *
     * @param by who ended it
     * @param at when
     * @param word what was done
     */
    public record Ended(PersonId by, Instant at, String word) implements State {

        /** Refuses null, and a word that is blank or overlong. */
        public Ended {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            requireText("word", word);
            if (word.isBlank()) {
                throw new IllegalArgumentException("word is blank");
            }
        }

        @Override
        public Optional<Timer> timer() {
            return Optional.empty();
        }
    }

    private static void requireText(String name, String value) {
        if (!isText(value)) {
            throw new IllegalArgumentException(name + " is longer than " + LONGEST_TEXT + ": " + value.length());
        }
    }

    /** Whether {@code value} is short enough for an impact or a closing word. */
    public static boolean isText(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST_TEXT;
    }

    static Emergency declare(EmergencyId id, Declaration start, EscalationPolicy policy) {
        return new Emergency(id, start, policy, 1, 0, new Paging(0, Timer.at(start.at())), Optional.empty());
    }

    /** Whether it is not over. */
    public boolean isActive() {
        return !(state instanceof Ended);
    }

    /** Whether its customers still wait for somebody to acknowledge. */
    public boolean isUnacknowledged() {
        return state instanceof Paging || state instanceof Unanswered;
    }

    /** Who is responsible and who joined, if somebody acknowledged. */
    public Optional<Acknowledged> acknowledgement() {
        return state instanceof Acknowledged acknowledged ? Optional.of(acknowledged) : Optional.empty();
    }

    /** How it ended, if it has. */
    public Optional<Ended> ending() {
        return state instanceof Ended ended ? Optional.of(ended) : Optional.empty();
    }

    /** When something is to happen by itself next. */
    public Optional<Instant> due() {
        return state.timer().map(Timer::dueAt);
    }

    /** How many steps were paged since paging began or was resumed; meaningless in any other state. */
    private int paged() {
        return state instanceof Paging paging ? steps - paging.from() : 0;
    }

    /** The level that is paged next, from 1. */
    public int nextLevel() {
        return paged() % policy.steps().size() + 1;
    }

    EscalationPolicy.Step nextStep() {
        return policy.stepAfter(paged());
    }

    boolean isRoundOver() {
        return policy.isFullRound(paged());
    }

    boolean isPolicyOver() {
        return policy.isOverAfter(paged());
    }

    /** The same, with its next step paged at {@code now}. */
    Emergency stepPaged(Instant now) {
        return stepDone(now.plus(nextStep().acknowledgeWithin()));
    }

    /** The same, with its next step passed over since nobody is there; the one after it is due at once. */
    Emergency stepPassedOver(Instant now) {
        return stepDone(now);
    }

    private Emergency stepDone(Instant nextDueAt) {
        Paging paging = (Paging) state;
        return new Emergency(
                id, start, policy, version, steps + 1, new Paging(paging.from(), Timer.at(nextDueAt)), back);
    }

    Emergency unanswered(Instant now) {
        return in(new Unanswered(now));
    }

    /** Nobody is paged by itself any more, and nobody is responsible. */
    Emergency silenced(Instant now) {
        return next(new Unanswered(now));
    }

    /** Acknowledged by {@code person}, or joined if somebody else was first. */
    Emergency acknowledge(PersonId person, Instant now) {
        if (state instanceof Acknowledged acknowledged) {
            Set<PersonId> joined = new HashSet<>(acknowledged.joined());
            joined.add(person);
            joined.remove(acknowledged.by());
            return in(new Acknowledged(
                    acknowledged.by(), acknowledged.at(), acknowledged.firm(), joined, acknowledged.confirm()));
        }
        Timer confirm = Timer.at(now.plus(policy.confirmEvery()));
        return next(new Acknowledged(person, now, true, Set.of(), confirm));
    }

    /** Handed over to {@code person}, who has as long to confirm as the first level has to acknowledge. */
    Emergency handOver(PersonId person, Instant now) {
        Set<PersonId> joined = new HashSet<>(acknowledgement().orElseThrow().joined());
        joined.remove(person);
        Timer confirm = Timer.at(now.plus(policy.stepAfter(0).acknowledgeWithin()));
        return next(new Acknowledged(person, now, false, joined, confirm));
    }

    Emergency confirm(PersonId person, Instant now) {
        Acknowledged acknowledged = acknowledgement().orElseThrow();
        boolean firm = acknowledged.firm() || acknowledged.by().equals(person);
        Timer confirm = firm ? Timer.at(now.plus(policy.confirmEvery())) : acknowledged.confirm();
        return in(new Acknowledged(acknowledged.by(), acknowledged.at(), firm, acknowledged.joined(), confirm));
    }

    /** The acknowledgement was not confirmed: paging begins again at the first level. */
    Emergency lapse(Instant now) {
        return next(new Paging(steps, Timer.at(now)));
    }

    Emergency end(PersonId person, String word, Instant now) {
        return next(new Ended(person, now, word));
    }

    Emergency sayBack(PersonId person, Instant now) {
        return new Emergency(id, start, policy, version, steps, state, Optional.of(new Back(person, now)));
    }

    /** What is to happen by itself, to happen at {@code now}. */
    Emergency dueNow(Instant now) {
        return withTimer(Timer.at(now));
    }

    /** Whether what is to happen by itself has been due for {@code lateAfter}, and nobody has noted it. */
    boolean isOverdue(Duration lateAfter, Instant now) {
        return state.timer()
                .filter(timer -> !timer.late() && !timer.dueAt().isAfter(now.minus(lateAfter)))
                .isPresent();
    }

    Emergency noteLate() {
        return withTimer(new Timer(due().orElseThrow(), true));
    }

    /**
     * The same after the database's clock was set back: nothing is to happen later than it would if it had been planned now, because
     * nobody can tell any more how long ago it was.
     */
    Emergency clampedTo(Instant now) {
        return due().filter(dueAt -> dueAt.isAfter(now.plus(longestWait())))
                .map(dueAt -> withTimer(Timer.at(now.plus(longestWait()))))
                .orElse(this);
    }

    private Duration longestWait() {
        if (state instanceof Acknowledged acknowledged) {
            return acknowledged.firm()
                    ? policy.confirmEvery()
                    : policy.stepAfter(0).acknowledgeWithin();
        }
        int paged = paged();
        return paged == 0 ? Duration.ZERO : policy.stepAfter(paged - 1).acknowledgeWithin();
    }

    private Emergency withTimer(Timer timer) {
        if (state instanceof Paging paging) {
            return in(new Paging(paging.from(), timer));
        }
        Acknowledged acknowledged = acknowledgement().orElseThrow();
        return in(new Acknowledged(
                acknowledged.by(), acknowledged.at(), acknowledged.firm(), acknowledged.joined(), timer));
    }

    private Emergency in(State same) {
        return new Emergency(id, start, policy, version, steps, same, back);
    }

    private Emergency next(State other) {
        return new Emergency(id, start, policy, version + 1, steps, other, back);
    }
}
