package io.larkdesk.app.workstation;

import io.larkdesk.app.page.TicketFilter;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.escalation.ShowWorkstation;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ShowMembers;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.SearchWords;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Opens the Enterprise Service Workstation of a service group for its members. */
@Singleton
final class Workstations {

    private final ShowMembers showMembers;
    private final ShowWorkstation showWorkstation;

    Workstations(ShowMembers showMembers, ShowWorkstation showWorkstation) {
        this.showMembers = showMembers;
        this.showWorkstation = showWorkstation;
    }

    /** The tickets of {@code group} that {@code filter} lets through; empty if there is no such service group for the visitor. */
    Optional<OpenWorkstation> open(Visitor visitor, GroupId group, TicketFilter filter) {
        PersonId asker = visitor.person().id();
        return showMembers
                .execute(new ShowMembers.Command(group, asker, SearchWords.ANY))
                .filter(shown -> shown.group().<Boolean>fold(service -> true, ticket -> false))
                .map(shown -> new OpenWorkstation(showWorkstation, shown, asker, filter));
    }
}
