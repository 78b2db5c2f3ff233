package org.example.desk;

import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.InvitesContract;
import java.time.Clock;

class H2InvitesTest extends InvitesContract {

    @Override
    protected Stores emptyStores() {
        return H2Stores.empty(Clock.systemUTC(), H2Invites.MILLISECONDS);
    }
}
