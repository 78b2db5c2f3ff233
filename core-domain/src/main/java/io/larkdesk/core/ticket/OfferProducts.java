package io.larkdesk.core.ticket;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** An operator says for which products the provider gives support. Tickets of others keep theirs. */
@Singleton
public final class OfferProducts {

    private final Transactions transactions;
    private final Products products;

    /** Takes its collaborators. */
    @Inject
    public OfferProducts(Transactions transactions, Products products) {
        this.transactions = transactions;
        this.products = products;
    }

    /** Whether this changed anything: offering the same again writes nothing. */
    public boolean execute(List<Product> offered) {
        return transactions.inTransaction(now -> {
            List<Product> wanted = offered.stream().distinct().toList();
            if (products.list().equals(wanted)) {
                return false;
            }
            products.replace(wanted);
            return true;
        });
    }
}
