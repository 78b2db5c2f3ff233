package io.larkdesk.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.ObjectStoreException;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.tenant.TenantId;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that answers late, halfway, or not as it should. */
class S3TroubleTest {

    private static final AttachmentId FILE =
            new AttachmentId(new GroupId(new TenantId(new UUID(1, 1)), new UUID(2, 1)), new UUID(3, 1));

    private final MockWebServer server = new MockWebServer();
    private S3ObjectStore objects;

    @BeforeEach
    void start() throws IOException {
        server.start();
        objects = S3ObjectStore.at(server.url("/").uri().resolve("/").normalize(), "files")
                .keys("key", "secret")
                .within(Duration.ofSeconds(8))
                .build();
    }

    @AfterEach
    void stop() {
        objects.close();
        server.close();
    }

    private static MockResponse answer(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    @Test
    void aServerThatAsksForAnotherTryGetsTwoMore() throws InterruptedException {
        server.enqueue(answer(503));
        server.enqueue(answer(500));
        server.enqueue(
                new MockResponse.Builder().code(200).addHeader("ETag", "\"x\"").build());

        objects.put(FILE, 7, new byte[] {1, 2, 3});

        assertThat(server.getRequestCount()).isEqualTo(3);
        for (int request = 0; request < 3; request++) {
            var taken = server.takeRequest();
            assertThat(taken.getTarget())
                    .isEqualTo("/files/" + FILE.group().tenant().value() + "/" + FILE.value() + "/7");
            assertThat(taken.getBody().toByteArray()).containsExactly(1, 2, 3);
        }
        for (int i = 0; i < 4; i++) {
            server.enqueue(answer(503));
        }
        assertThatThrownBy(() -> objects.put(FILE, 0, new byte[1])).isInstanceOf(ObjectStoreException.class);
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void whatIsRefusedIsNotTriedAgain() {
        server.enqueue(answer(403));

        assertThatThrownBy(() -> objects.get(FILE, 0)).isInstanceOf(ObjectStoreException.class);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void aRequestThatIsNotAnsweredEndsInTime() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThatThrownBy(() -> objects.put(FILE, 0, new byte[] {1})).isInstanceOf(ObjectStoreException.class);
    }

    @Test
    void anObjectThatBreaksOffIsNotTakenForAWholeOne() {
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .body("x".repeat(100_000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThatThrownBy(() -> objects.get(FILE, 0)).isInstanceOf(ObjectStoreException.class);
    }

    @Test
    void nobodyIsSentElsewhere() {
        server.enqueue(new MockResponse.Builder()
                .code(307)
                .addHeader("Location", server.url("/elsewhere").toString())
                .build());

        assertThatThrownBy(() -> objects.get(FILE, 0)).isInstanceOf(ObjectStoreException.class);
        assertThat(server.getRequestCount()).isOne();
    }
}
