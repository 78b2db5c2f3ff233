package io.larkdesk.benchmarks;

import io.larkdesk.benchmarks.fanout.ManyPages;
import io.larkdesk.benchmarks.harness.Curve;
import io.larkdesk.benchmarks.pages.Lists;
import io.larkdesk.benchmarks.posts.Durable;
import io.larkdesk.benchmarks.posts.OldMessages;
import io.larkdesk.benchmarks.reminders.Polls;
import io.larkdesk.benchmarks.site.Postgres;
import io.larkdesk.benchmarks.tenants.IdleTenants;

/** All curves, by their ids. */
enum Curves {
    C1,
    C2,
    C3,
    C4,
    C5,
    C6;

    /** The curve, measured with {@code postgres}. */
    Curve with(Postgres postgres) {
        return switch (this) {
            case C1 -> IdleTenants.curve(postgres);
            case C2 -> ManyPages.curve(postgres);
            case C3 -> Lists.curve(postgres);
            case C4 -> Polls.curve(postgres);
            case C5 -> Durable.curve(postgres);
            case C6 -> OldMessages.curve(postgres);
        };
    }
}
