package io.larkdesk.persistence.jdbi;

import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.QuietTimesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiQuietTimesIT extends QuietTimesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Stores emptyStores() {
        return DATABASE.emptyStores();
    }
}
