package io.larkdesk.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** A page of the console that shows how far a customer has come hears two streams as one. */
class ConsoleEventsTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final byte[] EVENT = {1};

    @Test
    void whicheverEndsFirstEndsBothAndAllThatWasToldBeforeIsHeard() {
        Flux<byte[]> goesOn = Flux.just(EVENT).concatWith(Flux.never());
        Flux<byte[]> ends = Flux.just(EVENT, EVENT);

        assertThat(ConsoleEventsController.both(goesOn, ends).collectList().block(LONGEST))
                .hasSize(3);
        assertThat(ConsoleEventsController.both(ends, goesOn).collectList().block(LONGEST))
                .containsSubsequence(EVENT, EVENT);
    }
}
