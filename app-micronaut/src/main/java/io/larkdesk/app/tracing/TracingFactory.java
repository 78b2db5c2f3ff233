package io.larkdesk.app.tracing;

import io.larkdesk.app.config.SettingException;
import io.larkdesk.app.config.Settings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Spans are told to somebody if an operator says to whom. */
@Factory
final class TracingFactory {

    static final String ENDPOINT = "larkdesk.tracing.endpoint";

    @Singleton
    @Bean(
            typed = {Spans.class, OpenTelemetrySpans.class},
            preDestroy = "close")
    @Requires(property = ENDPOINT)
    OpenTelemetrySpans told(Settings settings) {
        return new OpenTelemetrySpans(settings.tracing().orElseThrow(() -> new SettingException(ENDPOINT, "is blank")));
    }

    @Singleton
    @Requires(missingProperty = ENDPOINT)
    Spans none() {
        return Spans.NONE;
    }
}
