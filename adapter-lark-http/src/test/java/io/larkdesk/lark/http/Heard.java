package io.larkdesk.lark.http;

import io.larkdesk.lark.http.HttpLark.Api;
import io.larkdesk.lark.http.HttpLark.CallListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keeps what a listener hears, such as {@code CARD_SEND SUCCESS}. */
final class Heard implements CallListener {

    private final List<String> events = new ArrayList<>();

    @Override
    public synchronized void ended(Api api, String outcome, Duration took) {
        if (took.isNegative()) {
            throw new AssertionError(took);
        }
        events.add(api + " " + outcome);
        notifyAll();
    }

    synchronized List<String> events() {
        return List.copyOf(events);
    }

    /** Waits until the event was heard so many times. */
    synchronized void await(String event, int times) throws InterruptedException {
        Deadline until = Deadline.in(Duration.ofSeconds(20));
        while (count(event) < times) {
            long left = TimeUnit.NANOSECONDS.toMillis(until.remainingNanos());
            if (left <= 0) {
                throw new AssertionError(event + " is not among " + events);
            }
            wait(left);
        }
    }

    synchronized long count(String event) {
        return events.stream().filter(event::equals).count();
    }
}
