package io.larkdesk.testkit.memory;

import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.LiftFenceContract;

final class InMemoryLiftFenceTest extends LiftFenceContract {

    @Override
    protected Stores emptyStores() {
        return new InMemoryDesk(new ManualClock());
    }
}
