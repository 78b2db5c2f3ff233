package io.larkdesk.benchmarks.fanout;

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
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The least that a server does who stores a message and then shows it to all who look: bare Netty, one row and one commit each. A
 * program, whose arguments are a port, the address of a database, and how many messages are stored at once.
 */
public final class BareServer {

    private static final int MOST_BODY = 1 << 16;
    private static final String TABLE =
            "create table if not exists said (id bigint generated always as identity primary key, room bigint not null,"
                    + " sender bigint not null, body text not null, at timestamptz not null default now())";

    private final ChannelGroup pages = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();

    private record Said(String text, Channel author) {}

    private BareServer() {}

    /** Serves until it is killed. */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        BareServer server = new BareServer();
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            Connection connection = DriverManager.getConnection(arguments[1]);
            if (i == 0) {
                connection.createStatement().execute(TABLE);
            }
            Thread writer = new Thread(() -> server.store(connection));
            writer.setDaemon(true);
            writer.start();
        }
        new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory()))
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(MOST_BODY),
                                        server.new Handler());
                    }
                })
                .bind("127.0.0.1", port)
                .sync();
    }

    private void store(Connection connection) {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into said (room, sender, body) values (1, 42, ?)")) {
            while (true) {
                Said next = said.take();
                insert.setString(1, next.text());
                insert.executeUpdate();
                ByteBuf event = bytes("data: " + next.text() + "\n\n");
                pages.forEach(page -> page.writeAndFlush(event.retainedDuplicate())
                        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE));
                event.release();
                answer(next.author(), "{}");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }

    private static void answer(Channel channel, String text) {
        ByteBuf body = bytes(text);
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
        response.headers().setInt("Content-Length", body.readableBytes());
        channel.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private final class Handler extends SimpleChannelInboundHandler<FullHttpRequest> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            Channel channel = context.channel();
            if (request.uri().equals("/events")) {
                DefaultHttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
                head.headers().set("Content-Type", "text/event-stream");
                channel.writeAndFlush(head).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
                channel.pipeline().remove(HttpServerCodec.class);
                channel.pipeline().remove(HttpObjectAggregator.class);
                pages.add(channel);
            } else if (request.uri().equals("/say")) {
                said.add(new Said(request.content().toString(StandardCharsets.UTF_8), channel));
            } else {
                answer(channel, "{}");
            }
        }
    }
}
