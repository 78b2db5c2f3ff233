package io.larkdesk.persistence.jdbi;

import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.PlanPromisesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiPlanPromisesIT extends PlanPromisesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Stores emptyStores() {
        return DATABASE.emptyStores();
    }
}
