package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.ticket.Product;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.ticket.Products}. */
public abstract class ProductsContract extends StoresContract {

    private static final Product DATABASE = new Product("Managed PostgreSQL");
    private static final Product STORAGE = new Product("对象存储 'x' 🐦");
    private static final Product BILLING = new Product("Billing");

    /** Made for subclasses. */
    protected ProductsContract() {}

    @BeforeEach
    void setUpProvider() {
        scene().provider("Alder Cloud");
    }

    @Test
    void thereAreNoneUntilThereAre() {
        assertThat(stores().products().list()).isEmpty();
    }

    @Test
    void thoseThatAreReplacedAreListedInOrder() {
        stores().products().replace(List.of(DATABASE, STORAGE));
        assertThat(stores().products().list()).containsExactly(DATABASE, STORAGE);
        stores().products().replace(List.of(STORAGE, BILLING, DATABASE, STORAGE));
        assertThat(stores().products().list()).containsExactly(STORAGE, BILLING, DATABASE);
        stores().products().replace(List.of());
        assertThat(stores().products().list()).isEmpty();
    }

    @Test
    void whatIsRolledBackHasNotHappened() {
        stores().products().replace(List.of(DATABASE));
        assertThatThrownBy(() -> inTransaction(now -> {
                    stores().products().replace(List.of(STORAGE));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(stores().products().list()).containsExactly(DATABASE);
    }
}
