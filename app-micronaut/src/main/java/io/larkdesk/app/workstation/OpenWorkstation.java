package io.larkdesk.app.workstation;

import io.larkdesk.app.page.TicketFilter;
import io.larkdesk.app.page.TicketFilter.Tab;
import io.larkdesk.core.escalation.ShowWorkstation;
import io.larkdesk.core.escalation.ShowWorkstation.Workstation;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ShowMembers;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.TicketQuery;
import io.larkdesk.core.ticket.TicketQuery.Place;
import io.larkdesk.core.ticket.TicketQuery.Search;
import java.util.Optional;
import java.util.UUID;

/**
 * The tickets of a service group that a filter lets through, page by page.
 *
 * @param showWorkstation lists them
 * @param shown the group, and who is in it
 * @param asker who asks
 * @param filter which tickets
 */
record OpenWorkstation(ShowWorkstation showWorkstation, ShowMembers.Shown shown, PersonId asker, TicketFilter filter) {

    /** At most {@code limit} tickets after a place; empty if the asker is not in the group any more. */
    Optional<Workstation> list(Optional<Place> after, int limit) {
        GroupId group = shown.group().id();
        TicketQuery query = new TicketQuery(
                new TicketQuery.OfGroup(group),
                filter.tab().show(),
                filter.product(),
                filter.engineer().flatMap(this::participant),
                Optional.empty(),
                filter.words().map(words -> new Search(words, asker)),
                filter.sort(),
                after);
        return showWorkstation.execute(
                new ShowWorkstation.Command(group, asker, query, filter.tab() == Tab.EMERGENCY, limit));
    }

    private Optional<PersonId> participant(UUID person) {
        return shown.present().stream()
                .map(present -> present.person().id())
                .filter(id -> id.value().equals(person))
                .findFirst();
    }
}
