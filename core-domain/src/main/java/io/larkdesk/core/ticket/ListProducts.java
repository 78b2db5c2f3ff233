package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tells a member of a service group for which products a ticket can be opened from there. */
@Singleton
public final class ListProducts {

    private final Transactions transactions;
    private final Groups groups;
    private final Members members;
    private final Products products;
    private final Tickets tickets;

    /** Takes its collaborators. */
    @Inject
    public ListProducts(Transactions transactions, Groups groups, Members members, Products products, Tickets tickets) {
        this.transactions = transactions;
        this.groups = groups;
        this.members = members;
        this.products = products;
        this.tickets = tickets;
    }

    /**
     * For what a ticket can be opened.
     *
     * @param group from which group
     * @param products all of them: those first for which the asker opened tickets, the last used first; then the others in the provider's order
     */
    public record Offered(ServiceGroup group, List<Product> products) {

        /** Copies the list. */
        public Offered {
            Objects.requireNonNull(group, "group");
            products = List.copyOf(products);
        }
    }

    /** All of them; empty if {@code asker} is not in the group, there is none, or it is no service group. */
    public Optional<Offered> execute(GroupId serviceGroup, PersonId asker) {
        return transactions.inTransaction(now -> members.find(serviceGroup, asker)
                .filter(Member::isIn)
                .flatMap(member -> groups.find(serviceGroup))
                .flatMap(group -> group.<Optional<ServiceGroup>>fold(Optional::of, ticket -> Optional.empty()))
                .map(group -> new Offered(group, inOrder(serviceGroup, asker))));
    }

    private List<Product> inOrder(GroupId serviceGroup, PersonId asker) {
        List<Product> offered = products.list();
        Set<Product> ordered = new LinkedHashSet<>(tickets.listProductsOf(serviceGroup, asker, offered.size()));
        ordered.retainAll(offered);
        ordered.addAll(offered);
        return List.copyOf(ordered);
    }
}
