package io.larkdesk.testkit.memory;

import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.queue.SavedView;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.token.KeptAnswer;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out whether a key or a row has to do with a tenant: whether a tenant's id is anywhere in it.
 *
 * @param tenant which
 * @param tickets by which a ticket's number tells whose it is
 */
record TenantTraces(TenantId tenant, InMemoryTickets tickets) {

    private static final Pattern TICKET = Pattern.compile("/tickets/([0-9]+)");

    boolean in(Object thing) {
        if (thing instanceof SavedView view) {
            return view.query().contains(tenant.value().toString());
        }
        if (thing instanceof KeptAnswer kept) {
            return kept.answer().location().filter(this::leadsThere).isPresent();
        }
        if (thing instanceof Optional<?> optional) {
            return optional.filter(this::in).isPresent();
        }
        if (thing instanceof Collection<?> things) {
            return things.stream().anyMatch(this::in);
        }
        return tenant.equals(thing)
                || (thing instanceof Record
                        && Arrays.stream(thing.getClass().getRecordComponents())
                                .map(component -> value(component, thing))
                                .anyMatch(this::in));
    }

    private boolean leadsThere(String location) {
        Matcher ticket = TICKET.matcher(location);
        return location.contains("/tenants/" + tenant.value() + "/")
                || (ticket.find()
                        && tickets.findByNumber(new TicketNumber(Long.parseLong(ticket.group(1))))
                                .map(Ticket::id)
                                .filter(this::in)
                                .isPresent());
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record cannot be read: " + of.getClass(), e);
        }
    }
}
