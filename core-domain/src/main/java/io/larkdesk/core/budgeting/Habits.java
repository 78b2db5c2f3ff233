package io.larkdesk.core.budgeting;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.PastMention;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.shared.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often a tenant's people were mentioned, and when. What was read in time costs nothing; what was not reminded of because the budget did not
 * allow it would have.
 *
 * @param observed over what time
 * @param people how many people there were, mentioned or not
 * @param mentions those that a reminder is for, of each person that has any, earlier ones first
 * @param read how many more were read in time
 */
public record Habits(Duration observed, int people, Map<PersonId, List<Instant>> mentions, int read) {

    /** A month has so many days here. */
    public static final int MONTH = 30;

    private static final Set<Reason> WOULD_COST = EnumSet.of(Reason.OUT_OF_BUDGET);

    private static final Duration OBSERVED_AT_LEAST = Duration.ofDays(7);
    private static final int MENTIONS_AT_LEAST = 20;
    private static final double NINE_OF_TEN = 1.645;

    /** Copies the map; refuses a time that is not positive, and fewer people than are mentioned. */
    public Habits {
        mentions = mentions.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream().sorted().toList()));
        Durations.requirePositive("observed", observed);
        if (people < mentions.size()) {
            throw new IllegalArgumentException("people is fewer than are mentioned: " + people);
        }
        if (read < 0) {
            throw new IllegalArgumentException("read is negative: " + read);
        }
    }

    /** The habits that {@code past} shows, of so many people over the time {@code observed}. */
    static Habits of(Collection<PastMention> past, int people, Duration observed) {
        Map<PersonId, List<Instant>> mentions = past.stream()
                .filter(mention -> mention.notReminded()
                        .filter(reason -> !WOULD_COST.contains(reason))
                        .isEmpty())
                .collect(Collectors.groupingBy(
                        PastMention::person, Collectors.mapping(PastMention::mentionedAt, Collectors.toList())));
        long read = past.stream()
                .filter(mention -> mention.notReminded().equals(Optional.of(Reason.READ_IN_TIME)))
                .count();
        return new Habits(observed, Math.max(people, mentions.size()), mentions, Math.toIntExact(read));
    }

    /** Whether there is enough of them to say what others with the same would cost. */
    public boolean areKnown() {
        return observed.compareTo(OBSERVED_AT_LEAST) >= 0 && count() >= MENTIONS_AT_LEAST;
    }

    /** How many mentions there were, read in time or not. */
    public int count() {
        return read + mentions.values().stream().mapToInt(List::size).sum();
    }

    /**
     * What {@code others} people with these habits need in a month, if each is reminded as {@code policy} says: the recorded mentions are gone
     * through once more with its window.
     */
    public Cost cost(int others, ReminderPolicy policy) {
        double[] calls = mentions.values().stream()
                .mapToDouble(times -> reminders(times, policy)
                        * (double) MONTH
                        * Duration.ofDays(1).toMillis()
                        / observed.toMillis())
                .toArray();
        double each = Arrays.stream(calls).sum() / Math.max(1, people);
        double squares = Arrays.stream(calls)
                        .map(person -> (person - each) * (person - each))
                        .sum()
                + (people - calls.length) * each * each;
        double unevenness = people > 1 ? Math.sqrt(squares / (people - 1)) : each;
        double error = NINE_OF_TEN * unevenness * Math.sqrt(others + (double) others * others / Math.max(1, people));
        long likely = Math.round(others * each);
        return new Cost(
                Math.min(likely, Math.max(0, (long) Math.floor(others * each - error))), likely, Math.max(likely, (long)
                        Math.ceil(others * each + error)));
    }

    /**
     * A number of calls in a month.
     *
     * @param low at least so many, nine times of ten
     * @param likely the best guess
     * @param high at most so many, nine times of ten
     */
    public record Cost(long low, long likely, long high) {

        /** Refuses what is not in order. */
        public Cost {
            if (low < 0 || likely < low || high < likely) {
                throw new IllegalArgumentException("not in order: " + low + ", " + likely + ", " + high);
            }
        }
    }

    /** How many reminders one person gets: each tells of all that came until it goes, and the next one goes a window later at least. */
    private static int reminders(List<Instant> mentioned, ReminderPolicy policy) {
        int reminders = 0;
        Instant goes = Instant.MIN;
        Instant next = Instant.MIN;
        for (Instant time : mentioned) {
            if (time.isAfter(goes)) {
                Instant graced = time.plus(policy.grace());
                goes = graced.isBefore(next) ? next : graced;
                next = goes.plus(policy.window());
                reminders++;
            }
        }
        return reminders;
    }
}
