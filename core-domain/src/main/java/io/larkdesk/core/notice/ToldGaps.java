package io.larkdesk.core.notice;

import io.larkdesk.core.roster.Gap;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Of which gaps in the roster somebody was told. A gap that was told is not told again as it passes, nor where it goes on beyond what could
 * be seen then; one that has become longer otherwise is news.
 *
 * @param provider whose roster
 * @param gaps those that are not over, as they were seen last
 * @param toldAt when somebody was told, the last time
 */
public record ToldGaps(TenantId provider, List<Seen> gaps, Optional<Instant> toldAt) {

    /** How far ahead gaps are looked for. */
    public static final Duration AHEAD = Duration.ofDays(14);

    /** The least time between two notices. */
    public static final Duration PAUSE = Duration.ofDays(1);

    /** Copies the list. */
    public ToldGaps {
        Objects.requireNonNull(provider, "provider");
        gaps = List.copyOf(gaps);
        Objects.requireNonNull(toldAt, "toldAt");
    }

    /**
     * A gap that was told.
     *
     * @param gap which
     * @param open whether it went on as far as could be seen
     */
    public record Seen(Gap gap, boolean open) {

        /** Refuses null. */
        public Seen {
            Objects.requireNonNull(gap, "gap");
        }

        private boolean covers(Gap other) {
            return isOf(other)
                    && !other.from().isBefore(gap.from())
                    && !other.until().isAfter(gap.until());
        }

        private boolean isOf(Gap other) {
            return gap.role() == other.role();
        }

        /** What is left of {@code other}; of what begins where this one could not be seen any further, nothing. */
        private Stream<Gap> takeOutOf(Gap other) {
            if (!isOf(other) || !(meets(other) || continues(other))) {
                return Stream.of(other);
            }
            Stream<Gap> before = gap.from().isAfter(other.from())
                    ? Stream.of(new Gap(other.role(), other.from(), gap.from()))
                    : Stream.empty();
            Stream<Gap> after = !open && gap.until().isBefore(other.until())
                    ? Stream.of(new Gap(other.role(), gap.until(), other.until()))
                    : Stream.empty();
            return Stream.concat(before, after);
        }

        private boolean meets(Gap other) {
            return other.from().isBefore(gap.until()) && gap.from().isBefore(other.until());
        }

        private boolean continues(Gap other) {
            return open && other.from().equals(gap.until());
        }
    }

    /** Those of {@code found} of which somebody is to be told. */
    List<Gap> news(List<Gap> found) {
        return found.stream().filter(this::isNews).toList();
    }

    private boolean isNews(Gap found) {
        Stream<Gap> left = Stream.of(found);
        for (Seen seen : gaps) {
            left = left.flatMap(seen::takeOutOf);
        }
        return left.findAny().isPresent();
    }

    /** Whether somebody may be told at {@code now}. */
    boolean mayTell(Instant now) {
        return toldAt.map(last -> !now.isBefore(last.plus(PAUSE))).orElse(true);
    }

    /** The same after {@code found} was seen at {@code now}, of which all was told before. */
    ToldGaps seen(List<Gap> found, Instant now) {
        Instant horizon = now.plus(AHEAD);
        List<Seen> next = new ArrayList<>();
        for (Seen seen : gaps) {
            Seen old = seen.open() && seen.gap().until().isBefore(horizon) ? new Seen(seen.gap(), false) : seen;
            boolean isOver = !old.gap().until().isAfter(now);
            if (!isOver && found.stream().noneMatch(gap -> new Seen(gap, false).covers(old.gap()))) {
                next.add(old);
            }
        }
        found.stream()
                .filter(gap -> next.stream().noneMatch(seen -> seen.covers(gap)))
                .map(gap -> new Seen(gap, !gap.until().isBefore(horizon)))
                .forEach(next::add);
        return new ToldGaps(provider, next, toldAt);
    }

    ToldGaps told(Instant now) {
        return new ToldGaps(provider, gaps, Optional.of(now));
    }
}
