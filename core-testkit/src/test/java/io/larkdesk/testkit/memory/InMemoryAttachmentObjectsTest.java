package io.larkdesk.testkit.memory;

import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.AttachmentObjectsContract;

final class InMemoryAttachmentObjectsTest extends AttachmentObjectsContract {

    @Override
    protected Stores emptyStores() {
        return new InMemoryDesk(new ManualClock());
    }
}
