package io.larkdesk.persistence.jdbi;

import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.ReadCursorsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiReadCursorsIT extends ReadCursorsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Stores emptyStores() {
        return DATABASE.emptyStores();
    }
}
