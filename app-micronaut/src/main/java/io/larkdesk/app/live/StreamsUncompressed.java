package io.larkdesk.app.live;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.netty.DefaultHttpCompressionStrategy;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import jakarta.inject.Singleton;

/** Compresses texts that are worth it, but no stream of events: a compressor keeps back what it has until it has more. */
@Singleton
@Replaces(DefaultHttpCompressionStrategy.class)
final class StreamsUncompressed implements HttpCompressionStrategy {

    private final NettyHttpServerConfiguration configuration;

    StreamsUncompressed(NettyHttpServerConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isEnabled() {
        return configuration.getCompressionThreshold() >= 0;
    }

    @Override
    public boolean shouldCompress(HttpResponse response) {
        String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE);
        long length = HttpUtil.getContentLength(response, -1L);
        return isEnabled()
                && type != null
                && MediaType.isTextBased(type)
                && !type.startsWith(MediaType.TEXT_EVENT_STREAM)
                && (length == -1 || length >= configuration.getCompressionThreshold());
    }

    @Override
    public int getCompressionLevel() {
        return configuration.getCompressionLevel();
    }

    @Override
    public int getMaxZstdEncodeSize() {
        return configuration.getMaxZstdEncodeSize();
    }
}
