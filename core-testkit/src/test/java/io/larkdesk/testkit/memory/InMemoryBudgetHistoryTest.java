package io.larkdesk.testkit.memory;

import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.BudgetHistoryContract;

final class InMemoryBudgetHistoryTest extends BudgetHistoryContract {

    @Override
    protected Stores emptyStores() {
        return new InMemoryDesk(new ManualClock());
    }
}
