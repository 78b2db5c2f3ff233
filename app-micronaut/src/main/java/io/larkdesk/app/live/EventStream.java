package io.larkdesk.app.live;

import java.util.Objects;
import org.reactivestreams.Publisher;

/**
 * The body of an answer that goes on as long as the page is open.
 *
 * @param events as bytes that nobody changes any more
 */
record EventStream(Publisher<byte[]> events) {

    EventStream {
        Objects.requireNonNull(events, "events");
    }
}
