package io.larkdesk.testkit.law;

import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Clock;

final class InMemoryInviteTest extends InviteLaw {

    @Override
    protected Stores freshStores(Clock clock) {
        return new InMemoryDesk(clock);
    }

    @Override
    protected int histories() {
        return 2_000;
    }
}
