package io.larkdesk.app.api;

import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.FindTicket;
import jakarta.inject.Singleton;

/** Finds what addresses name; what is none of the caller's business is not there. */
@Singleton
final class Things {

    private final FindTicket findTicket;
    private final Groups groups;

    Things(FindTicket findTicket, Groups groups) {
        this.findTicket = findTicket;
        this.groups = groups;
    }

    /** The id that {@code text} is; whether there is such a customer is for a use case to say. */
    static TenantId tenant(String text) {
        return Form.findId(text).map(TenantId::new).orElseThrow(Refusal::notThere);
    }

    /** The group of the ticket with this number. */
    GroupId ticket(String number, Caller caller) {
        return Addresses.ticketNumber(number)
                .flatMap(known -> findTicket.execute(known, caller.id()))
                .orElseThrow(Refusal::notThere);
    }

    /** The service group of the customer; who may see it is for a use case to say. */
    GroupId serviceGroup(String tenant) {
        return groups.findServiceGroupOf(tenant(tenant))
                .orElseThrow(Refusal::notThere)
                .id();
    }
}
