package io.larkdesk.core.auditing;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.deletion.Archive;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.TimelineChain;
import io.larkdesk.core.ticket.TimelineEnd;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.ticket.Timelines;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks for the operator that nobody changed a Timeline of a tenant's tickets, left out an entry of one, or took away its end. */
@Singleton
public final class VerifyTimelines {

    private static final int PAGE = 500;

    private final Transactions transactions;
    private final Archive archive;
    private final Timelines timelines;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public VerifyTimelines(Transactions transactions, Archive archive, Timelines timelines, RecordAudit audit) {
        this.transactions = transactions;
        this.archive = archive;
        this.timelines = timelines;
        this.audit = audit;
    }

    /**
     * What was found.
     *
     * @param timelines how many there are
     * @param entries how many they have together
     * @param broken those that are not as they were written
     */
    public record Verified(int timelines, long entries, List<Broken> broken) {

        /** Copies the list. */
        public Verified {
            broken = List.copyOf(broken);
        }
    }

    /**
     * A Timeline that is not as it was written.
     *
     * @param ticket whose
     * @param place the first entry that is not, or is not there
     */
    public record Broken(GroupId ticket, long place) {

        /** Refuses null. */
        public Broken {
            Objects.requireNonNull(ticket, "ticket");
        }
    }

    /** Checks those of {@code tenant}, ticket by ticket, and writes down that it did. */
    public Verified execute(TenantId tenant) {
        int count = 0;
        long entries = 0;
        List<Broken> broken = new ArrayList<>();
        Optional<GroupId> after = Optional.empty();
        do {
            List<Group> groups = archive.listGroups(tenant, after, PAGE);
            for (Group group : groups) {
                List<TimelineEntry> all = new ArrayList<>();
                TimelineEnd end = read(group.id(), all);
                if (end.place() > 0 || !all.isEmpty()) {
                    count++;
                    entries += all.size();
                    firstWrong(all, end).ifPresent(place -> broken.add(new Broken(group.id(), place)));
                }
            }
            after = groups.size() < PAGE
                    ? Optional.empty()
                    : Optional.of(groups.get(groups.size() - 1).id());
        } while (after.isPresent());
        record(tenant, entries, broken.isEmpty());
        return new Verified(count, entries, broken);
    }

    /** All that was there at one moment; who writes meanwhile waits. */
    private TimelineEnd read(GroupId ticket, List<TimelineEntry> into) {
        return transactions.inTransaction(now -> {
            TimelineEnd end = timelines.lockEnd(ticket);
            for (List<TimelineEntry> page = timelines.listAfter(ticket, 0, PAGE);
                    !page.isEmpty();
                    page = timelines.listAfter(ticket, page.get(page.size() - 1).place(), PAGE)) {
                into.addAll(page);
            }
            return end;
        });
    }

    private static OptionalLong firstWrong(List<TimelineEntry> all, TimelineEnd end) {
        return TimelineChain.verify(all, end.hash());
    }

    private void record(TenantId tenant, long entries, boolean isWhole) {
        audit.execute(new AuditEvent(
                AuditBook.of(tenant),
                AuditActor.DESK,
                AuditAction.TIMELINES_VERIFIED,
                AuditSubject.of(tenant),
                AuditChanges.NONE
                        .and(AuditField.COUNT, AuditDetail.of(entries))
                        .and(AuditField.STATE, AuditDetail.of(isWhole))));
    }
}
