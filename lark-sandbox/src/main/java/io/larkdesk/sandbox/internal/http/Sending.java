package io.larkdesk.sandbox.internal.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One reply on its way. Waiting is the timer's: a thousand delayed answers hold no thread. */
final class Sending {

    private final HttpExchange exchange;
    private final Reply reply;
    private final ScheduledExecutorService timer;
    private int sent;

    Sending(HttpExchange exchange, Reply reply, ScheduledExecutorService timer) {
        this.exchange = exchange;
        this.reply = reply;
        this.timer = timer;
    }

    void start() {
        if (reply.delivery().delay().isZero()) {
            send();
        } else {
            later(reply.delivery().delay(), this::send);
        }
    }

    private void send() {
        if (reply.delivery().lost()) {
            exchange.close();
            return;
        }
        attempt(() -> {
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            boolean bare =
                    reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), bare ? -1 : reply.body().length);
            if (bare) {
                exchange.close();
            } else if (reply.delivery().drip().isZero()) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(reply.body());
                }
            } else {
                drip();
            }
        });
    }

    private void drip() {
        attempt(() -> {
            exchange.getResponseBody().write(reply.body(), sent, 1);
            exchange.getResponseBody().flush();
            sent++;
            if (sent == reply.body().length) {
                exchange.close();
            } else {
                later(reply.delivery().drip(), this::drip);
            }
        });
    }

    private void later(Duration wait, Runnable step) {
        try {
            Future<?> unused = timer.schedule(step, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            exchange.close();
        }
    }

    private void attempt(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            // the caller has gone: nobody is left to tell
            exchange.close();
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
