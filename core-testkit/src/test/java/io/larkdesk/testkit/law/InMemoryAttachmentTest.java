package io.larkdesk.testkit.law;

import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Clock;

final class InMemoryAttachmentTest extends AttachmentLaw {

    @Override
    protected Stores freshStores(Clock clock) {
        return new InMemoryDesk(clock);
    }
}
