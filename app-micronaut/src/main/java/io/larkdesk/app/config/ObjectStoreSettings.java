package io.larkdesk.app.config;

import io.larkdesk.core.attachment.AttachmentPolicy;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bucket of an S3-compatible object store that the operator has.
 *
 * @param endpoint scheme, host, perhaps a port
 * @param bucket which is there, and is used for nothing else
 * @param region where the bucket is
 * @param accessKey who asks
 * @param secretKey by what it proves to be that
 */
public record ObjectStoreSettings(URI endpoint, String bucket, String region, String accessKey, String secretKey) {

    /** Where the object store is; without it there is none. */
    public static final String ENDPOINT = "larkdesk.attachments.s3.endpoint";

    private static final String BUCKET = "larkdesk.attachments.s3.bucket";
    private static final String REGION = "larkdesk.attachments.s3.region";
    private static final String ACCESS_KEY = "larkdesk.attachments.s3.access-key";
    private static final String SECRET_KEY = "larkdesk.attachments.s3.secret-key";
    private static final String STORE = "larkdesk.attachments.store";

    private static final Pattern BUCKETS =
            Pattern.compile("(?!.*(\\.\\.|\\.-|-\\.))(?!\\d+(\\.\\d+){3}$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern REGIONS = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Refuses null. */
    public ObjectStoreSettings {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(accessKey, "accessKey");
        Objects.requireNonNull(secretKey, "secretKey");
    }

    /** Where new files go. */
    enum Store {
        DATABASE,
        S3
    }

    static Optional<ObjectStoreSettings> read(SettingReader reader) {
        Optional<URI> endpoint = reader.origin(ENDPOINT);
        if (endpoint.isEmpty()) {
            reader.text(BUCKET).ifPresent(bucket -> {
                throw new SettingException(ENDPOINT, "is missing, and " + BUCKET + " is there");
            });
        }
        return endpoint.map(where -> new ObjectStoreSettings(
                where,
                named(reader, BUCKET, BUCKETS, "the name of a bucket, such as larkdesk-files"),
                reader.text(REGION).isPresent()
                        ? named(reader, REGION, REGIONS, "the name of a region, such as eu-central-1")
                        : "us-east-1",
                needed(reader, ACCESS_KEY),
                needed(reader, SECRET_KEY)));
    }

    private static String named(SettingReader reader, String name, Pattern pattern, String expected) {
        String value = needed(reader, name);
        if (!pattern.matcher(value).matches()) {
            throw new SettingException(name, "'" + value + "' is not " + expected);
        }
        return value;
    }

    private static String needed(SettingReader reader, String name) {
        return reader.text(name)
                .orElseThrow(() -> new SettingException(name, "is missing, and " + ENDPOINT + " is there"));
    }

    /** As {@code policy} says, but for where new files go: into the object store, if there is one and nothing else is said. */
    static AttachmentPolicy place(
            SettingReader reader, Optional<ObjectStoreSettings> objects, AttachmentPolicy policy) {
        Store store = reader.choice(STORE, Store.class, objects.isPresent() ? Store.S3 : Store.DATABASE);
        if (store == Store.S3 && objects.isEmpty()) {
            throw new SettingException(ENDPOINT, "is missing, and " + STORE + " is s3");
        }
        return switch (store) {
            case DATABASE -> policy;
            case S3 -> policy.inObjectStore();
        };
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "ObjectStoreSettings(" + bucket + " at " + endpoint + ")";
    }
}
