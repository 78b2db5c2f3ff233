package io.larkdesk.benchmarks;

import io.larkdesk.benchmarks.cards.Sending;
import io.larkdesk.benchmarks.fanout.FanOut;
import io.larkdesk.benchmarks.fanout.ManyPages;
import io.larkdesk.benchmarks.harness.Goal;
import io.larkdesk.benchmarks.pages.FirstLoad;
import io.larkdesk.benchmarks.pages.Lists;
import io.larkdesk.benchmarks.posts.Durable;
import io.larkdesk.benchmarks.reminders.Contested;
import io.larkdesk.benchmarks.reminders.Due;
import io.larkdesk.benchmarks.site.Postgres;
import io.larkdesk.benchmarks.starting.Calls;
import io.larkdesk.benchmarks.starting.Starting;

/** All goals, by their ids. */
enum Goals {
    P1,
    P2,
    P3,
    P4,
    P5,
    P6,
    P7,
    P8,
    P9,
    P10,
    P11;

    /** The goal, measured with {@code postgres}. */
    Goal with(Postgres postgres) {
        return switch (this) {
            case P1 -> FanOut.throughput(postgres);
            case P2 -> FanOut.latency(postgres);
            case P3 -> Durable.goal(postgres);
            case P4 -> Contested.goal(postgres);
            case P5 -> Due.goal(postgres);
            case P6 -> Sending.goal(postgres);
            case P7 -> Lists.goal(postgres);
            case P8 -> Starting.goal(postgres);
            case P9 -> Calls.goal(postgres);
            case P10 -> FirstLoad.goal(postgres);
            case P11 -> ManyPages.goal(postgres);
        };
    }
}
