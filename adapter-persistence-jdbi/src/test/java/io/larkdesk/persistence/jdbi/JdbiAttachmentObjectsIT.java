package io.larkdesk.persistence.jdbi;

import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.AttachmentObjectsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiAttachmentObjectsIT extends AttachmentObjectsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Stores emptyStores() {
        return DATABASE.emptyStores();
    }
}
