package org.example.desk;

import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.law.InviteLaw;
import java.time.Clock;

class H2InviteLawTest extends InviteLaw {

    @Override
    protected Stores freshStores(Clock clock) {
        return H2Stores.empty(clock, H2Invites.MILLISECONDS);
    }
}
