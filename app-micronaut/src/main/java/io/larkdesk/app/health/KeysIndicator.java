package io.larkdesk.app.health;

import io.larkdesk.app.secrets.KeyRounds;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Whether this node has the keys to all that is sealed. */
@Readiness
@Singleton
final class KeysIndicator implements HealthIndicator {

    private final KeyRounds rounds;

    KeysIndicator(KeyRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        int unknown = rounds.found().unknown();
        return Publishers.just(HealthResult.builder("keys", unknown == 0 ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("sealedWithMissingKeys", unknown))
                .build());
    }
}
