package io.larkdesk.app.wiring;

import io.larkdesk.app.config.ObjectStoreSettings;
import io.larkdesk.app.config.Settings;
import io.larkdesk.app.health.Impairments;
import io.larkdesk.app.health.WatchedObjectStore;
import io.larkdesk.core.attachment.ObjectStore;
import io.larkdesk.storage.s3.S3ObjectStore;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Where files are that are not in the database. */
@Factory
final class StorageFactory {

    /** The store itself, and what it has to end. */
    record Storage(ObjectStore objects, Runnable ending) implements AutoCloseable {

        @Override
        public void close() {
            ending.run();
        }
    }

    @Singleton
    @Bean(preDestroy = "close")
    Storage storage(Settings settings) {
        return settings.objectStore()
                .map(StorageFactory::bucket)
                .orElseGet(() -> new Storage(new NoObjectStore(), () -> {}));
    }

    private static Storage bucket(ObjectStoreSettings settings) {
        S3ObjectStore bucket = S3ObjectStore.at(settings.endpoint(), settings.bucket())
                .region(settings.region())
                .keys(settings.accessKey(), settings.secretKey())
                .build();
        return new Storage(bucket, bucket::close);
    }

    @Singleton
    ObjectStore objectStore(Storage storage, Impairments impairments) {
        return new WatchedObjectStore(storage.objects(), impairments);
    }
}
