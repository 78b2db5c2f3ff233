package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells a member of a service group for which products a ticket can be opened. */
@Singleton
public final class ListProducts {

    private final Transactions transactions;
    private final Members members;
    private final Products products;

    /** Takes its collaborators. */
    @Inject
    public ListProducts(Transactions transactions, Members members, Products products) {
        this.transactions = transactions;
        this.members = members;
        this.products = products;
    }

    /** All of them, in the provider's order; empty if {@code asker} is not in the group. */
    public Optional<List<Product>> execute(GroupId serviceGroup, PersonId asker) {
        return transactions.inTransaction(
                now -> members.find(serviceGroup, asker).filter(Member::isIn).map(member -> products.list()));
    }
}
