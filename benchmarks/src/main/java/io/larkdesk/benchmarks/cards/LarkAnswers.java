package io.larkdesk.benchmarks.cards;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Answers as Lark does when all is well, without looking at what it is sent, and counts. A program, whose argument is a port. */
public final class LarkAnswers {

    private static final int MOST_BODY = 1 << 17;
    private static final String TOKEN =
            "{\"code\":0,\"msg\":\"ok\",\"tenant_access_token\":\"t-bench\",\"expire\":7200}";
    private static final String SENT =
            "{\"code\":0,\"msg\":\"success\",\"data\":{\"message_id\":\"om_5ad573a6411d72b8305fda3a9c15c70e\","
                    + "\"msg_type\":\"interactive\",\"create_time\":\"1764403200000\",\"chat_id\":\"oc_5ad11d72b830411d72b836c20\"}}";

    private final AtomicLong cards = new AtomicLong();
    private final AtomicLong tokens = new AtomicLong();

    private LarkAnswers() {}

    /** Serves until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        LarkAnswers lark = new LarkAnswers();
        new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(), new HttpObjectAggregator(MOST_BODY), lark.new Handler());
                    }
                })
                .bind("127.0.0.1", Integer.parseInt(arguments[0]))
                .sync();
    }

    private String answer(String uri) {
        if (uri.contains("/im/v1/messages")) {
            cards.incrementAndGet();
            return SENT;
        }
        if (uri.contains("/tenant_access_token")) {
            tokens.incrementAndGet();
            return TOKEN;
        }
        return cards + " " + tokens;
    }

    private final class Handler extends SimpleChannelInboundHandler<FullHttpRequest> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            ByteBuf body = Unpooled.copiedBuffer(answer(request.uri()), StandardCharsets.UTF_8);
            DefaultFullHttpResponse response =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
            response.headers().set("Content-Type", "application/json; charset=utf-8");
            response.headers().setInt("Content-Length", body.readableBytes());
            context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }
    }
}
