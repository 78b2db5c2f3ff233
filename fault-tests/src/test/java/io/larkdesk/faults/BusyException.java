package io.larkdesk.faults;

import java.io.IOException;
import java.net.http.HttpResponse;

/** The service cannot do something now, and says when to try again. */
final class BusyException extends IOException {

    static final int STATUS = 503;

    private static final long serialVersionUID = 1L;

    private BusyException(String message) {
        super(message);
    }

    /** Of an answer that says so. */
    static BusyException of(HttpResponse<String> answer) {
        String after = answer.headers()
                .firstValue("Retry-After")
                .orElseThrow(() -> new IllegalStateException("503, and not when to try again: " + answer.body()));
        return new BusyException("again after " + Integer.parseInt(after) + " s");
    }
}
