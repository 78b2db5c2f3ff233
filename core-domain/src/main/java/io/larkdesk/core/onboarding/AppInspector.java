package io.larkdesk.core.onboarding;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.tenant.LarkApp;

/** Asks Lark about an app. Never called inside a transaction. Thread-safe. */
public interface AppInspector {

    /** The most counted calls that one inspection takes. */
    int MOST_CALLS = 6;

    /** Asks all that there is to be asked; at most {@link #MOST_CALLS} counted calls, each on the budget of the app's tenant. */
    AppAnswer inspect(LarkApp app, CallPurpose purpose);
}
