package io.larkdesk.app.wiring;

import io.larkdesk.app.config.SettingException;
import io.larkdesk.app.config.Settings;
import io.larkdesk.app.tracing.OpenTelemetrySpans;
import io.larkdesk.app.tracing.Spans;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Spans are told to somebody if an operator says to whom. */
@Factory
final class TracingFactory {

    @Singleton
    @Bean(
            typed = {Spans.class, OpenTelemetrySpans.class},
            preDestroy = "close")
    @Requires(property = OpenTelemetrySpans.ENDPOINT)
    OpenTelemetrySpans told(Settings settings) {
        return new OpenTelemetrySpans(
                settings.tracing().orElseThrow(() -> new SettingException(OpenTelemetrySpans.ENDPOINT, "is blank")));
    }

    @Singleton
    @Requires(missingProperty = OpenTelemetrySpans.ENDPOINT)
    Spans none() {
        return Spans.NONE;
    }
}
