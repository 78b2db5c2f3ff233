package io.larkdesk.core.ticket;

import java.util.List;

/** The products for which the provider gives support. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Products {

    /** All of them, in the provider's order. */
    List<Product> list();

    /** From now on there are these, in this order, each once. Tickets of others keep theirs. */
    void replace(List<Product> products);
}
