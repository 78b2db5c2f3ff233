package io.larkdesk.storage.s3;

import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.ObjectStore;
import io.larkdesk.core.attachment.ObjectStoreException;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.ErrorResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okhttp3.OkHttpClient;

/**
 * A bucket of an object store that speaks S3. A piece is the object {@code tenant/file/place}: random ids, so that who knows one key can guess
 * no other. The bucket has to be there, and to be nobody else's.
 *
 * <p>A request ends within its time, whatever the network does; answers that ask for another try get two more within it. Keys are in no log,
 * text form or error. Thread-safe; one instance serves a whole process, so that it shares its connections.
 */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {

    private static final Duration WITHIN = Duration.ofSeconds(30);

    private final MinioAsyncClient client;
    private final OkHttpClient http;
    private final String bucket;

    private S3ObjectStore(Builder builder) {
        this.http = Wire.client(builder.within);
        this.bucket = builder.bucket;
        this.client = MinioAsyncClient.builder()
                .endpoint(builder.endpoint.toString())
                .region(builder.region)
                .credentials(builder.accessKey, builder.secretKey)
                .httpClient(http)
                .build();
    }

    /**
     * Begins to build one.
     *
     * @param endpoint scheme, host, perhaps a port; of AWS, buckets are found below the host, of others on it
     * @param bucket by the naming rules of S3
     */
    public static Builder at(URI endpoint, String bucket) {
        return new Builder(endpoint, bucket);
    }

    /** What a store is made of. */
    public static final class Builder {

        private final URI endpoint;
        private final String bucket;
        private String region = "us-east-1";
        private String accessKey = "";
        private String secretKey = "";
        private Duration within = WITHIN;

        private Builder(URI endpoint, String bucket) {
            this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
            this.bucket = Objects.requireNonNull(bucket, "bucket");
        }

        /** Where the bucket is; what most stores that are not AWS's ignore, {@code us-east-1}, if nothing is said. */
        public Builder region(String where) {
            this.region = Objects.requireNonNull(where, "region");
            return this;
        }

        /** Who asks. */
        public Builder keys(String access, String secret) {
            this.accessKey = Objects.requireNonNull(access, "access");
            this.secretKey = Objects.requireNonNull(secret, "secret");
            return this;
        }

        /** How long a request may take in all, with further tries; 30 seconds if nothing is said. */
        public Builder within(Duration time) {
            this.within = Objects.requireNonNull(time, "within");
            return this;
        }

        /** The store; nothing is asked yet. */
        public S3ObjectStore build() {
            return new S3ObjectStore(this);
        }
    }

    private static String key(AttachmentId id, int place) {
        return id.group().tenant().value() + "/" + id.value() + "/" + place;
    }

    @Override
    public void put(AttachmentId id, int place, byte[] bytes) {
        answer(client.putObject(PutObjectArgs.builder()
                .bucket(bucket)
                .object(key(id, place))
                .data(bytes, bytes.length)
                .contentType("application/octet-stream")
                .build()));
    }

    @Override
    public byte[] get(AttachmentId id, int place) {
        try (InputStream object = answer(client.getObject(
                GetObjectArgs.builder().bucket(bucket).object(key(id, place)).build()))) {
            return object.readAllBytes();
        } catch (IOException e) {
            throw noAnswer(e);
        }
    }

    @Override
    public void delete(AttachmentId id, int place) {
        answer(client.removeObject(
                RemoveObjectArgs.builder().bucket(bucket).object(key(id, place)).build()));
    }

    @Override
    public void check() {
        boolean isThere = answer(
                client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build()));
        if (!isThere) {
            throw new ObjectStoreException("there is no bucket " + bucket);
        }
    }

    private static <T> T answer(CompletableFuture<T> request) {
        try {
            return request.join();
        } catch (CompletionException e) {
            throw problem(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /** What an error of the server carries beside its code and its message is the request with its headers, which are nobody's business. */
    private static RuntimeException problem(Throwable failure) {
        if (!(failure instanceof ErrorResponseException refused)) {
            return noAnswer(failure);
        }
        ErrorResponse error = refused.errorResponse();
        return "NoSuchKey".equals(error.code())
                ? new NoSuchElementException("there is no such object")
                : new ObjectStoreException(error.code() + ": " + error.message());
    }

    private static ObjectStoreException noAnswer(Throwable failure) {
        return new ObjectStoreException("no usable answer: " + failure, failure);
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
