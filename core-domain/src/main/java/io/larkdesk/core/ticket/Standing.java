package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tells on whose side somebody has to do with a ticket: members of its group do, those of the staff who serve the group it was opened
 * from, and those who see to all customers. To everybody else the ticket does not exist.
 */
@Singleton
public final class Standing {

    private final Members members;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public Standing(Members members, People people) {
        this.members = members;
        this.people = people;
    }

    /** On whose side; empty if the person has nothing to do with the ticket. */
    public Optional<Side> of(PersonId person, Ticket ticket) {
        return members.find(ticket.id(), person)
                .filter(Member::isIn)
                .map(Member::side)
                .or(() -> serves(person, ticket.openedFrom()) ? Optional.of(Side.SERVICE_TEAM) : Optional.empty());
    }

    /** Whether {@code person} is one of the staff who serve the service group, or all customers. */
    boolean serves(PersonId person, GroupId serviceGroup) {
        return people.find(person)
                .flatMap(Person::role)
                .filter(role -> role.isForAllCustomers() || isServing(person, serviceGroup))
                .isPresent();
    }

    /** Whether {@code person} stands on the service team's side. */
    boolean isOfServiceTeam(PersonId person, Ticket ticket) {
        return of(person, ticket).filter(side -> side == Side.SERVICE_TEAM).isPresent();
    }

    /** Whether {@code person} may make the ticket a colleague's: its owner may, and every customer in its group once the owner is not. */
    boolean mayHandOver(PersonId person, Ticket ticket) {
        return isCustomerIn(person, ticket) && (ticket.owner().equals(person) || !isCustomerIn(ticket.owner(), ticket));
    }

    /** Whether {@code person} is in the ticket's group, on the customer's side. */
    boolean isCustomerIn(PersonId person, Ticket ticket) {
        return members.find(ticket.id(), person)
                .filter(member -> member.isIn() && member.side() == Side.CUSTOMER)
                .isPresent();
    }

    private boolean isServing(PersonId person, GroupId serviceGroup) {
        return members.find(serviceGroup, person)
                .filter(member -> member.isIn() && member.side() == Side.SERVICE_TEAM)
                .isPresent();
    }
}
