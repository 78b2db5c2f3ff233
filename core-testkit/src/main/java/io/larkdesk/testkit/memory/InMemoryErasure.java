package io.larkdesk.testkit.memory;

import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.audit.AuditEnd;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.deletion.Deletion;
import io.larkdesk.core.deletion.Erasure;
import io.larkdesk.core.deletion.Tally;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Ticket;
import java.util.Collection;
import java.util.Map;

/** Removes from all tables of the desk the rows that have to do with a tenant, whatever they are. */
final class InMemoryErasure implements Erasure {

    private final InMemoryTransactions transactions;
    private final InMemoryTickets tickets;
    private final InMemoryAttachments attachments;

    InMemoryErasure(InMemoryTransactions transactions, InMemoryTickets tickets, InMemoryAttachments attachments) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.attachments = attachments;
    }

    @Override
    public Tally erase(TenantId tenant, int most) {
        transactions.require();
        TenantTraces traces = new TenantTraces(tenant, tickets);
        int discarded = attachments.discardObjects(tenant, most);
        Tally all = new Tally(0, 0, 0, discarded, discarded);
        for (Table<?, ?> table : transactions.tables()) {
            int left = most - Math.toIntExact(all.rows());
            if (left > 0) {
                all = all.plus(
                        tally(table.removeAll((key, row) -> !isKept(row) && (traces.in(key) || traces.in(row)), left)));
            }
        }
        return all;
    }

    @Override
    public boolean hasFiles(TenantId tenant) {
        return attachments.hasAny(tenant);
    }

    private static boolean isKept(Object row) {
        return isLast(row) || InMemoryAttachments.hasObjects(row);
    }

    private static boolean isLast(Object row) {
        return row instanceof Tenant || row instanceof AuditEnd || row instanceof Deletion;
    }

    private static Tally tally(Map<?, ?> removed) {
        return new Tally(
                count(Person.class, removed.values()),
                removed.entrySet().stream()
                        .filter(row -> row.getValue() instanceof Ticket)
                        .count(),
                count(Message.class, removed.values()),
                count(AttachmentId.class, removed.keySet()),
                removed.size());
    }

    private static long count(Class<?> type, Collection<?> of) {
        return of.stream().filter(type::isInstance).count();
    }

    @Override
    public void finish(TenantId tenant) {
        transactions.require();
        TenantTraces traces = new TenantTraces(tenant, tickets);
        transactions
                .tables()
                .forEach(table -> table.removeAll((key, row) -> isLast(row) && traces.in(key), Integer.MAX_VALUE));
    }
}
