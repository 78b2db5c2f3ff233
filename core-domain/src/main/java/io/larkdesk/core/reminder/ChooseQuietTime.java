package io.larkdesk.core.reminder;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A person chooses when not to be reminded. What waits already follows the new choice. */
@Singleton
public final class ChooseQuietTime {

    /** The longest pause; whoever wants none at all for longer has left. */
    public static final Duration LONGEST_PAUSE = Duration.ofDays(30);

    private final Transactions transactions;
    private final QuietTimes quietTimes;
    private final Permits permits;

    /** Takes its collaborators. */
    @Inject
    public ChooseQuietTime(Transactions transactions, QuietTimes quietTimes, Permits permits) {
        this.transactions = transactions;
        this.quietTimes = quietTimes;
        this.permits = permits;
    }

    /** From now on it is quiet every day in these hours; without any, in none. */
    public QuietTime daily(PersonId person, Optional<QuietHours> hours) {
        return change(person, (quiet, now) -> quiet.with(hours));
    }

    /**
     * From now on it is quiet for so long.
     *
     * @param pause not longer than {@link #LONGEST_PAUSE}; without it, a pause that was begun ends
     * @throws IllegalArgumentException if it is longer, or not positive
     */
    public QuietTime pause(PersonId person, Optional<Duration> pause) {
        pause.ifPresent(ChooseQuietTime::requirePause);
        return change(person, (quiet, now) -> quiet.pausedUntil(pause.map(now::plus)));
    }

    private static void requirePause(Duration pause) {
        if (pause.isNegative() || pause.isZero() || pause.compareTo(LONGEST_PAUSE) > 0) {
            throw new IllegalArgumentException("pause is not from 0 to " + LONGEST_PAUSE + ": " + pause);
        }
    }

    private QuietTime change(PersonId person, BiFunction<QuietTime, Instant, QuietTime> choice) {
        return transactions.inTransaction(now -> {
            // Locks the person's permit first: of two choices at once, none is lost
            permits.wake(List.of(person), now, now);
            QuietTime chosen = choice.apply(quietTimes.get(person), now);
            quietTimes.save(chosen);
            return chosen;
        });
    }
}
