package io.larkdesk.testkit.memory;

import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.FencesContract;

final class InMemoryFencesTest extends FencesContract {

    @Override
    protected Stores emptyStores() {
        return new InMemoryDesk(new ManualClock());
    }
}
