package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantScope;
import io.larkdesk.testkit.FullTenant;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Takes from each statement with which a store reads what says whose rows it wants, as if somebody had forgotten it, and looks at every row
 * that comes back in one customer's scope for anything of another.
 */
final class ForgottenPredicatesIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final String FOREIGN = "canaryb7c1";
    private static final Pattern READS =
            Pattern.compile("(find|get|list|count|has|is|lock|hold|end|used|chunk|unread).*");

    /** Of how many methods foreign rows come back where there is no wall; more, as there are more. */
    private static final int LEAKING = 95;

    private static FullTenant own;
    private static FullTenant foreign;

    @BeforeAll
    static void fill() {
        Stores stores = DATABASE.emptyStores();
        SeededRandomness randomness = new SeededRandomness(33);
        Scene scene = new Scene(stores, randomness);
        Person ada = scene.staff(scene.provider("Provider"), "Ada", StaffRole.ADMIN);
        own = FullTenant.in(stores, randomness, ada, "canarya5d2");
        foreign = FullTenant.in(stores, randomness, ada, FOREIGN);
    }

    /** Of each reading method of each store: how many foreign rows came back. */
    private static Map<String, Long> foreignRows(Jdbi jdbi) {
        ForgetfulStatements forgetful =
                new ForgetfulStatements(List.of(FOREIGN, foreign.tenant().id().toString()));
        forgetful.install(jdbi);
        Transactions transactions = new JdbiTransactions(
                jdbi, () -> new TenantScope.One(own.tenant().id()));
        Stores stores = new JdbiStores(new JdbiPersistence(
                (JdbiTransactions) transactions,
                new Schema(flyway -> flyway.dataSource(TestDatabase.url(DATABASE.name()), "postgres", "")),
                () -> {
                    throw new IllegalStateException("not needed");
                },
                () -> new JdbiPersistence.PoolUse(0, 0),
                () -> {}));
        Map<String, Long> found = new TreeMap<>();
        for (Method store : Stores.class.getMethods()) {
            for (Method method : readingMethods(store.getReturnType())) {
                forgetful.forget();
                Calls.call(transactions, stores, store, method, own);
                found.put(Calls.name(store, method), forgetful.foreignRows());
            }
        }
        return found;
    }

    private static List<Method> readingMethods(Class<?> store) {
        return Transactions.class.equals(store)
                ? List.of()
                : Arrays.stream(store.getMethods())
                        .filter(method -> READS.matcher(method.getName()).matches())
                        .sorted(Comparator.comparing(Method::toString))
                        .toList();
    }

    @Test
    void whateverAStatementForgetsTheWallLetsNothingForeignThrough() {
        Map<String, Long> walled = foreignRows(DATABASE.walledJdbi());
        assertThat(walled.values().stream().allMatch(rows -> rows == 0))
                .as(() -> leaks(walled).toList().toString())
                .isTrue();

        // The control: without the wall the same statements give foreign rows out. Others count, or are of the provider
        // alone
        assertThat(leaks(foreignRows(DATABASE.jdbi()))).hasSizeGreaterThanOrEqualTo(LEAKING);
    }

    private static Stream<String> leaks(Map<String, Long> rows) {
        return rows.entrySet().stream().filter(entry -> entry.getValue() > 0).map(Map.Entry::toString);
    }
}
