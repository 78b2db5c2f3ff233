package io.larkdesk.persistence.jdbi;

import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.FencesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiFencesIT extends FencesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Stores emptyStores() {
        return DATABASE.emptyStores();
    }
}
