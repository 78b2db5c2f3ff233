package io.larkdesk.app.connections;

import io.larkdesk.app.limits.Places;
import io.larkdesk.app.limits.Places.Kind;
import io.larkdesk.app.web.AppPath;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Refuses scripts' and systems' requests for which there is no place before anything is made of them, which costs a tenth of what it
 * costs later: with several times more asked than can be done, refusing must not be what there is no time left for. Whoever looks at a
 * page is told so by one, what may be about an Emergency is known only later, and files have places of their own.
 */
final class BusyGuard extends ChannelDuplexHandler {

    private static final List<String> GOES_ON = List.of("/emergenc", "/assets/", "/health", "/prometheus");
    /** By this a page's script asks. */
    private static final String FRAGMENT = "X-Fragment";

    private static final byte[] PROBLEM = ("{\"type\":\"tag:larkdesk.io,2026:problem/busy\",\"status\":503,"
                    + "\"title\":\"Much is going on here\",\"detail\":\"Nothing is lost. Wait a few seconds, then try again.\"}")
            .getBytes(StandardCharsets.US_ASCII);

    private final Places places;

    /** Of this connection's requests, how many have no whole answer yet. */
    private int unanswered;

    private boolean refusing;

    BusyGuard(Places places) {
        this.places = places;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            refusing = unanswered == 0
                    && mayRefuse(request)
                    && !places.hasRoom(Kind.ORDINARY, AppPath.parse(request.uri()));
            if (refusing) {
                refuse(context, request);
            } else {
                unanswered++;
            }
        }
        if (refusing) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private static boolean mayRefuse(HttpRequest request) {
        String uri = request.uri();
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        boolean isScript = request.headers().contains(FRAGMENT)
                || !request.headers().get(HttpHeaderNames.ACCEPT, "").contains("text/html");
        return isScript
                && !type.startsWith("multipart/")
                && !HttpUtil.is100ContinueExpected(request)
                && GOES_ON.stream().noneMatch(uri::contains);
    }

    private static void refuse(ChannelHandlerContext context, HttpRequest request) {
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.SERVICE_UNAVAILABLE, Unpooled.wrappedBuffer(PROBLEM));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.RETRY_AFTER, Places.againAfterSeconds())
                .set("X-Content-Type-Options", "nosniff");
        HttpUtil.setContentLength(answer, PROBLEM.length);
        boolean goesOn = HttpUtil.isKeepAlive(request);
        HttpUtil.setKeepAlive(answer, goesOn);
        var unused = goesOn
                ? context.writeAndFlush(answer)
                : context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !interim) {
            unanswered--;
        }
        var unused = context.write(message, promise);
    }
}
