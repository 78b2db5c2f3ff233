package io.larkdesk.testkit.law;

import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.EscalationPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An Emergency as simply as it can be thought: who has to be paged when, and who answered. */
final class Alarm {

    /** How it stands. */
    enum State {
        PAGING,
        UNANSWERED,
        ACKNOWLEDGED,
        ENDED
    }

    private final EmergencyId id;
    private final EscalationPolicy policy;
    private final Set<String> paged = new TreeSet<>();
    private final List<String> entries;
    private final Set<Beeper> helpers = EnumSet.noneOf(Beeper.class);
    private State state = State.PAGING;
    private long version = 1;
    private int steps;
    private int from;
    private Optional<Instant> due;
    private Instant notedAt;
    private boolean late;
    private boolean back;
    private Optional<Beeper> holder = Optional.empty();
    private boolean firm;

    /** {@code entries} is the ticket's Timeline as it must become. */
    Alarm(EmergencyId id, EscalationPolicy policy, List<String> entries, Instant now) {
        this.id = id;
        this.entries = entries;
        this.policy = policy;
        this.due = Optional.of(now);
        this.notedAt = now;
        entries.add("EMERGENCY_DECLARED");
    }

    EmergencyId id() {
        return id;
    }

    State state() {
        return state;
    }

    long version() {
        return version;
    }

    int steps() {
        return steps;
    }

    Optional<Instant> due() {
        return due;
    }

    boolean isActive() {
        return state != State.ENDED;
    }

    boolean isUnacknowledged() {
        return state == State.PAGING || state == State.UNANSWERED;
    }

    Optional<Beeper> holder() {
        return holder;
    }

    boolean isHeldBy(Beeper person) {
        return holder.equals(Optional.of(person)) || helpers.contains(person);
    }

    Set<Beeper> helpers() {
        return helpers;
    }

    boolean isFirm() {
        return firm;
    }

    Set<String> paged() {
        return paged;
    }

    /** What is due at {@code now} happens, once; whether something did. */
    boolean advance(Duties duties, Duration lateAfter, Instant now) {
        if (due.isEmpty()) {
            return false;
        }
        boolean setBack = notedAt.isAfter(now.plus(Emergency.CLOCK_STEP));
        if (due.get().isAfter(now) && !setBack) {
            return false;
        }
        Instant latest = now.plus(longestWait());
        if (due.get().isAfter(latest)) {
            plan(latest);
        }
        notedAt = now;
        if (due.get().isAfter(now)) {
            return false;
        }
        watch(now.minus(lateAfter), now);
        if (state == State.ACKNOWLEDGED) {
            entries.add("EMERGENCY_LAPSED");
            state = State.PAGING;
            version++;
            holder = Optional.empty();
            helpers.clear();
            from = steps;
        }
        page(duties, now);
        return true;
    }

    private Duration longestWait() {
        if (state == State.ACKNOWLEDGED) {
            return firm ? policy.confirmEvery() : policy.steps().get(0).acknowledgeWithin();
        }
        int before = steps - from;
        return before == 0 ? Duration.ZERO : step(before - 1).acknowledgeWithin();
    }

    boolean isRoundOver() {
        return (steps - from) % policy.steps().size() == 0;
    }

    private EscalationPolicy.Step step(int after) {
        return policy.steps().get(after % policy.steps().size());
    }

    void page(Duties duties, Instant now) {
        boolean somebody = policy.steps().stream()
                .anyMatch(step -> !duties.in(step.level(), now).isEmpty());
        while (true) {
            int before = steps - from;
            if (before > 0 && before % policy.steps().size() == 0) {
                entries.add("EMERGENCY_UNANSWERED");
            }
            if (policy.rounds().isPresent()
                    && before >= policy.rounds().get() * policy.steps().size()) {
                state = State.UNANSWERED;
                noted(Optional.empty(), now);
                return;
            }
            Set<Beeper> whom = somebody ? duties.in(step(before).level(), now) : EnumSet.of(Beeper.TAM, Beeper.DOT);
            if (whom.isEmpty()) {
                entries.add("EMERGENCY_LEVEL_EMPTY");
                steps++;
                continue;
            }
            whom.forEach(person -> paged.add(steps + " " + person.name()));
            whom.forEach(person -> entries.add("EMERGENCY_PAGED"));
            steps++;
            noted(Optional.of(now.plus(step(before).acknowledgeWithin())), now);
            return;
        }
    }

    void acknowledge(Beeper person, Instant now) {
        if (isHeldBy(person)) {
            notedAt = now;
            return;
        }
        if (state == State.ACKNOWLEDGED) {
            helpers.add(person);
            entries.add("EMERGENCY_HELPED");
            notedAt = now;
            return;
        }
        state = State.ACKNOWLEDGED;
        holder = Optional.of(person);
        firm = true;
        version++;
        entries.add("EMERGENCY_ACKNOWLEDGED");
        noted(Optional.of(now.plus(policy.confirmEvery())), now);
    }

    void handOver(Beeper person, Instant now) {
        holder = Optional.of(person);
        helpers.remove(person);
        firm = false;
        version++;
        entries.add("EMERGENCY_HANDED_OVER");
        noted(Optional.of(now.plus(policy.steps().get(0).acknowledgeWithin())), now);
    }

    boolean mayConfirm(Beeper person) {
        return state == State.ACKNOWLEDGED && (firm ? isHeldBy(person) : holder.equals(Optional.of(person)));
    }

    void confirm(Instant now) {
        firm = true;
        entries.add("EMERGENCY_CONFIRMED");
        noted(Optional.of(now.plus(policy.confirmEvery())), now);
    }

    void end(Instant now) {
        state = State.ENDED;
        version++;
        holder = Optional.empty();
        helpers.clear();
        entries.add("EMERGENCY_ENDED");
        noted(Optional.empty(), now);
    }

    void join() {
        entries.add("EMERGENCY_JOINED");
    }

    void sayBack(Instant now) {
        if (!back) {
            back = true;
            entries.add("EMERGENCY_BACK");
            notedAt = now;
        }
    }

    void watch(Instant lateBefore, Instant now) {
        if (!late && due.filter(at -> !at.isAfter(lateBefore)).isPresent()) {
            late = true;
            notedAt = now;
            entries.add("EMERGENCY_OVERDUE");
        }
    }

    /** Nobody of the last step was reached, or not the one to whom it was handed over. */
    void hurry(Instant now) {
        noted(Optional.of(now), now);
    }

    void pageFailed() {
        entries.add("EMERGENCY_PAGE_FAILED");
    }

    private void noted(Optional<Instant> next, Instant now) {
        due = next;
        late = false;
        notedAt = now;
    }

    private void plan(Instant next) {
        due = Optional.of(next);
        late = false;
    }
}
