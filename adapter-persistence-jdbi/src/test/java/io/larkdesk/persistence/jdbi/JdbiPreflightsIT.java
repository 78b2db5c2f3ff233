package io.larkdesk.persistence.jdbi;

import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.PreflightsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiPreflightsIT extends PreflightsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Stores emptyStores() {
        return DATABASE.emptyStores();
    }
}
