package io.larkdesk.app.live;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import jakarta.inject.Singleton;
import java.io.OutputStream;
import reactor.core.publisher.Flux;

/**
 * Writes an {@link EventStream} piece by piece, as the connection takes them: the next is asked for when what was written before has left.
 * Many connections share the bytes of a piece; none copies them.
 */
@Singleton
@Produces(MediaType.TEXT_EVENT_STREAM)
final class EventStreamWriter implements ResponseBodyWriter<EventStream> {

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodies,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<EventStream> type,
            MediaType mediaType,
            EventStream stream) {
        return bodies.adapt(Flux.from(stream.events())
                .map(bytes -> bodies.readBufferFactory().adapt(bytes)));
    }

    @Override
    public void writeTo(
            Argument<EventStream> type,
            MediaType mediaType,
            EventStream stream,
            MutableHeaders headers,
            OutputStream output) {
        throw new UnsupportedOperationException("a stream has no end that one could wait for");
    }
}
