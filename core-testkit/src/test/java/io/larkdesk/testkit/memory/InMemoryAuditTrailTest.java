package io.larkdesk.testkit.memory;

import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.AuditTrailContract;

final class InMemoryAuditTrailTest extends AuditTrailContract {

    @Override
    protected Stores emptyStores() {
        return new InMemoryDesk(new ManualClock());
    }
}
