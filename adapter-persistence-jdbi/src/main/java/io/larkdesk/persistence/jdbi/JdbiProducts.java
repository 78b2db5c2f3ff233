package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Products;
import java.util.List;

/** The table {@code product}, whose rows are the provider's. */
final class JdbiProducts implements Products {

    private static final String LIST = """
            select name from product
            where tenant_id = (select tenant_id from tenant where kind = 'PROVIDER')
            order by place
            """;
    private static final String CLEAR =
            "delete from product where tenant_id = (select tenant_id from tenant where kind = 'PROVIDER')";
    private static final String ADD = """
            insert into product (tenant_id, place, name)
            select tenant.tenant_id, wanted.place, wanted.name
            from unnest(:names) with ordinality as wanted (name, place), tenant
            where tenant.kind = 'PROVIDER'
            """;
    // Of two nodes that start at once, one replaces what the other has put in place, not half of it
    private static final String LOCK = "select tenant_id from tenant where kind = 'PROVIDER' for no key update";

    private final JdbiTransactions transactions;

    JdbiProducts(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Product> list() {
        return transactions.with(handle -> handle.createQuery(LIST)
                .map((row, context) -> new Product(row.getString("name")))
                .list());
    }

    @Override
    public void replace(List<Product> products) {
        List<String> names = products.stream().distinct().map(Product::name).toList();
        transactions.inTransaction(now -> transactions.withRunning(handle -> {
            handle.createQuery(LOCK).mapTo(String.class).findOne();
            handle.createUpdate(CLEAR).execute();
            return handle.createUpdate(ADD)
                    .bindArray("names", String.class, names)
                    .execute();
        }));
    }
}
