package io.larkdesk.app.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A page is ended by one thread while another tells it something. */
class EndedPagesTest extends OneGroup {

    private static final byte[] WORDS = ": words\n\n".getBytes(US_ASCII);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void whoHoldsThePageCanStillPutWordsIntoItsOutbox() {
        connect(ann);
        OpenPage page = node.pages.all().iterator().next();
        Thread ending = new Thread(() -> node.pages.end(page, WORDS), "ending");

        synchronized (page) {
            ending.start();
            await().atMost(SOON).until(() -> ending.getState() == Thread.State.BLOCKED);
            assertThat(CompletableFuture.runAsync(() -> page.outbox().put(WORDS)))
                    .succeedsWithin(SOON);
        }

        await().atMost(SOON).until(() -> !ending.isAlive());
        assertThat(node.pages.all()).isEmpty();
    }
}
