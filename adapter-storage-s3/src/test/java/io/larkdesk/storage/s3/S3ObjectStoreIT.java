package io.larkdesk.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.ObjectStore;
import io.larkdesk.core.attachment.ObjectStoreException;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.testkit.contract.ObjectStoreContract;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The store on a server of others, which takes no request without a right signature. */
final class S3ObjectStoreIT extends ObjectStoreContract {

    private static final AttachmentId FILE =
            new AttachmentId(new GroupId(new TenantId(new UUID(1, 9)), new UUID(2, 9)), new UUID(3, 9));

    private static S3Server server;
    private static S3ObjectStore objects;

    @BeforeAll
    static void start() {
        server = S3Server.start();
        objects = store(S3Server.BUCKET, S3Server.SECRET_KEY);
    }

    @AfterAll
    static void stop() {
        objects.close();
        server.close();
    }

    private static S3ObjectStore store(String bucket, String secret) {
        return S3ObjectStore.at(server.endpoint(), bucket)
                .keys(S3Server.ACCESS_KEY, secret)
                .build();
    }

    @Override
    protected ObjectStore subject() {
        return objects;
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(server.count()).isZero();
    }

    @Test
    void whoHasTheWrongSecretIsRefusedAndTheSecretIsNotTold() {
        try (S3ObjectStore wrong = store(S3Server.BUCKET, "a-wrong-secret")) {
            assertThatThrownBy(wrong::check).isInstanceOf(ObjectStoreException.class);
            assertThatThrownBy(() -> wrong.put(FILE, 0, new byte[] {1}))
                    .isInstanceOf(ObjectStoreException.class)
                    .hasMessageContaining("SignatureDoesNotMatch")
                    .hasNoCause();
            assertThatThrownBy(() -> wrong.get(FILE, 0))
                    .isInstanceOf(ObjectStoreException.class)
                    .hasMessageNotContaining("a-wrong-secret")
                    .hasMessageNotContaining(S3Server.ACCESS_KEY);
        }
    }

    @Test
    void aBucketThatIsNotThereIsTold() {
        try (S3ObjectStore nowhere = store("no-such-bucket", S3Server.SECRET_KEY)) {
            assertThatThrownBy(nowhere::check)
                    .isInstanceOf(ObjectStoreException.class)
                    .hasMessageContaining("no-such-bucket");
            assertThatThrownBy(() -> nowhere.get(FILE, 0)).isInstanceOf(ObjectStoreException.class);
            assertThatThrownBy(() -> nowhere.put(FILE, 0, new byte[] {1})).isInstanceOf(ObjectStoreException.class);
        }
    }

    @Test
    void whileTheServerIsAwayEachRequestSaysSoAndWhatWasPutOutlivesThat() {
        objects.put(FILE, 0, new byte[] {4, 2});
        server.stop();
        try {
            assertThatThrownBy(() -> objects.get(FILE, 0)).isInstanceOf(ObjectStoreException.class);
            assertThatThrownBy(() -> objects.put(FILE, 1, new byte[] {1})).isInstanceOf(ObjectStoreException.class);
            assertThatThrownBy(() -> objects.delete(FILE, 0)).isInstanceOf(ObjectStoreException.class);
            assertThatThrownBy(objects::check).isInstanceOf(ObjectStoreException.class);
        } finally {
            server.restart();
        }

        assertThat(objects.get(FILE, 0)).containsExactly(4, 2);
        objects.delete(FILE, 0);
    }
}
