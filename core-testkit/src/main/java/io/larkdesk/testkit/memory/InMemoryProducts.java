package io.larkdesk.testkit.memory;

import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Products;
import java.util.List;

/** The one list of products. */
final class InMemoryProducts implements Products {

    private static final String LIST = "list";

    private final InMemoryTransactions transactions;
    private final Table<String, List<Product>> products;

    InMemoryProducts(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.products = new Table<>(transactions);
    }

    @Override
    public List<Product> list() {
        return products.find(LIST).orElse(List.of());
    }

    @Override
    public void replace(List<Product> offered) {
        transactions.inTransaction(now -> {
            products.put(LIST, offered.stream().distinct().toList());
            return offered;
        });
    }
}
