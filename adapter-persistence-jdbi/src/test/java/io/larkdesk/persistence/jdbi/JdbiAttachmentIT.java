package io.larkdesk.persistence.jdbi;

import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.law.AttachmentLaw;
import java.time.Clock;
import net.jqwik.api.lifecycle.AfterContainer;

final class JdbiAttachmentIT extends AttachmentLaw {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    @Override
    protected Stores freshStores(Clock clock) {
        return DATABASE.emptyStores(clock);
    }

    @Override
    protected int histories() {
        return 20;
    }
}
