package io.larkdesk.core.budget;

import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;

/**
 * What a tenant's ledger has for one day (UTC).
 *
 * @param tenant whose
 * @param day which day
 * @param calls the counted calls that were made, or may have been made, by what they were for
 * @param saved the calls that were not needed, by why not
 */
public record CallDay(TenantId tenant, LocalDate day, Map<CallPurpose, Integer> calls, Map<Saving, Integer> saved) {

    /** Refuses null and negative counts; copies the maps. */
    public CallDay {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(day, "day");
        calls = Map.copyOf(calls);
        saved = Map.copyOf(saved);
        if (calls.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a count of calls is negative: " + calls);
        }
        if (saved.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a count of saved is negative: " + saved);
        }
    }

    /** The day that {@code instant} is in; like months, days are those of UTC. */
    public static LocalDate of(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** The calls for {@code purpose}. */
    public int calls(CallPurpose purpose) {
        return calls.getOrDefault(purpose, 0);
    }

    /** All calls of the day. */
    public int used() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The calls that {@code saving} saved. */
    public int saved(Saving saving) {
        return saved.getOrDefault(saving, 0);
    }
}
