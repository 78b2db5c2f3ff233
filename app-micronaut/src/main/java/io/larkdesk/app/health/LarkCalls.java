package io.larkdesk.app.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts and times the calls to Lark, by call and result. */
@Singleton
public final class LarkCalls {

    private final MeterRegistry meters;

    LarkCalls(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * A call has ended.
     *
     * @param call which API
     * @param result a word for how it ended
     * @param took from beginning to end
     */
    public void ended(String call, String result, Duration took) {
        Timer.builder("larkdesk.lark.calls")
                .description("Calls to Lark, by API and result")
                .tag("call", call)
                .tag("result", result)
                .register(meters)
                .record(took);
    }
}
