package io.larkdesk.app.tracing;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells a receiver of OpenTelemetry, by OTLP over HTTP. What cannot be told in time is dropped. */
public final class OpenTelemetrySpans implements Spans, AutoCloseable {

    /** The setting that says where the receiver is; without it there are none of these. */
    public static final String ENDPOINT = "larkdesk.tracing.endpoint";

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final long LONGEST_STOP_SECONDS = 2;

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /** The span that is around what a thread does; it goes with a request from thread to thread. */
    record Around(Span span) implements PropagatedContextElement {}

    /** Tells the receiver at {@code endpoint}, once a second. */
    public OpenTelemetrySpans(URI endpoint) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint + "/v1/traces")
                .build();
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault().toBuilder()
                        .put("service.name", "larkdesk")
                        .build())
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(EVERY)
                        .build())
                .build();
        this.tracer = provider.get("io.larkdesk");
    }

    @Override
    public <T> T around(String name, Supplier<T> work) {
        Span span = begin(name, SpanKind.INTERNAL);
        try {
            return PropagatedContext.getOrEmpty().plus(new Around(span)).propagate(work);
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    /** Begins a piece of work of its own. */
    Span begin(String name, SpanKind kind) {
        return tracer.spanBuilder(name).setNoParent().setSpanKind(kind).startSpan();
    }

    @Override
    public void ended(String name, Map<String, String> attributes, Duration took, boolean isWell) {
        PropagatedContext.getOrEmpty().find(Around.class).ifPresent(around -> {
            Instant now = Instant.now();
            Span span = tracer.spanBuilder(name)
                    .setParent(Context.root().with(around.span()))
                    .setSpanKind(SpanKind.CLIENT)
                    .setStartTimestamp(now.minus(took))
                    .startSpan();
            attributes.forEach(span::setAttribute);
            if (!isWell) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end(now);
        });
    }

    @Override
    public void close() {
        provider.shutdown().join(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
    }
}
