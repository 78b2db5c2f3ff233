package io.larkdesk.app.connections;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;

/** Tells a connection's clock how far its requests have come. */
final class RequestGuard extends ChannelInboundHandlerAdapter {

    private static final String FILES = "multipart/";

    private final RequestClock clock;

    RequestGuard(RequestClock clock) {
        this.clock = clock;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
            clock.headRead(type.regionMatches(true, 0, FILES, 0, FILES.length()), System.nanoTime());
        }
        if (message instanceof LastHttpContent) {
            clock.requestRead();
        }
        context.fireChannelRead(message);
    }
}
