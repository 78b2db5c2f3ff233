package io.larkdesk.core.deletion;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * That a customer is to be deleted.
 *
 * @param tenant which
 * @param requester who asked for it
 * @param requestedAt when
 * @param reason why
 * @param dueAt before when it does not begin
 * @param withoutExport whether it was said that nothing is to be taken along
 * @param exportedAt when all was taken along, the last time since it was asked for
 * @param begunAt since when it is carried out, and cannot be given up
 * @param lookAt when to go on with it
 * @param erased what is deleted already
 */
public record Deletion(
        TenantId tenant,
        PersonId requester,
        Instant requestedAt,
        DeletionReason reason,
        Instant dueAt,
        boolean withoutExport,
        Optional<Instant> exportedAt,
        Optional<Instant> begunAt,
        Instant lookAt,
        Tally erased) {

    /** Refuses null, and one that began before it might. */
    public Deletion {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(requestedAt, "requestedAt");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(exportedAt, "exportedAt");
        Objects.requireNonNull(begunAt, "begunAt");
        Objects.requireNonNull(lookAt, "lookAt");
        Objects.requireNonNull(erased, "erased");
        if (begunAt.filter(begun -> begun.isBefore(dueAt)).isPresent()) {
            throw new IllegalArgumentException("begunAt is before dueAt: " + begunAt);
        }
        if (begunAt.isPresent() && !withoutExport && exportedAt.isEmpty()) {
            throw new IllegalArgumentException("it began before anything was taken along");
        }
    }

    static Deletion request(
            TenantId tenant,
            PersonId requester,
            DeletionReason reason,
            boolean withoutExport,
            DeletionPolicy policy,
            Instant now) {
        Instant due = now.plus(policy.waiting());
        return new Deletion(
                tenant,
                requester,
                now,
                reason,
                due,
                withoutExport,
                Optional.empty(),
                Optional.empty(),
                due,
                Tally.NONE);
    }

    /** Of a customer that never came into service: nobody waits for anything. */
    static Deletion ofNeverServed(TenantId tenant, PersonId requester, Instant now) {
        return request(tenant, requester, DeletionReason.NEVER_SERVED, true, DeletionPolicy.AT_ONCE, now)
                .begin(now);
    }

    /** Whether it is carried out already. */
    public boolean isBegun() {
        return begunAt.isPresent();
    }

    /** Whether it waits for nothing but its time. */
    public boolean isReady() {
        return withoutExport || exportedAt.isPresent();
    }

    /** Whether there is something to do about it at {@code now}. */
    public boolean isDueAt(Instant now) {
        return isReady() && !now.isBefore(dueAt) && !now.isBefore(lookAt);
    }

    Deletion forgoExport() {
        return with(true, exportedAt, begunAt, lookAt, erased);
    }

    Deletion exported(Instant now) {
        return with(withoutExport, Optional.of(now), begunAt, lookAt, erased);
    }

    Deletion begin(Instant now) {
        return with(withoutExport, exportedAt, Optional.of(now), now, erased);
    }

    Deletion erasedToo(Tally more) {
        return with(withoutExport, exportedAt, begunAt, lookAt, erased.plus(more));
    }

    Deletion goOnAt(Instant later) {
        return with(withoutExport, exportedAt, begunAt, later, erased);
    }

    private Deletion with(boolean none, Optional<Instant> exported, Optional<Instant> begun, Instant look, Tally gone) {
        return new Deletion(tenant, requester, requestedAt, reason, dueAt, none, exported, begun, look, gone);
    }
}
