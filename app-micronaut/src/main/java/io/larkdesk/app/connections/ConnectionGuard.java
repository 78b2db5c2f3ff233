package io.larkdesk.app.connections;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection of which there are too many, whose request does not come, or that takes nothing of its answer. There is nobody to
 * tell why: who is honest and slow asks again.
 */
final class ConnectionGuard extends ChannelDuplexHandler {

    /** What was written has to leave, a piece at least, in twice this time. */
    private static final long LOOK_AT_WRITTEN_AFTER = TimeUnit.SECONDS.toNanos(15);

    private static final long SHORTEST_LOOK = TimeUnit.MILLISECONDS.toNanos(100);

    private final RequestClock clock;
    private final ConnectionCounts counts;
    private final MeterRegistry meters;
    private @Nullable InetAddress entered;
    private boolean looksAtRead;
    private boolean looksAtWritten;

    ConnectionGuard(RequestClock clock, ConnectionCounts counts, MeterRegistry meters) {
        this.clock = clock;
        this.counts = counts;
        this.meters = meters;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        InetAddress address = context.channel().remoteAddress() instanceof InetSocketAddress peer
                ? peer.getAddress()
                : InetAddress.getLoopbackAddress();
        if (!counts.enter(address)) {
            close(context, "crowded");
            return;
        }
        entered = address;
        clock.begin(System.nanoTime());
        lookAtRead(context);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (entered != null) {
            counts.leave(entered);
            entered = null;
        }
        context.fireChannelInactive();
    }

    @Override
    public void read(ChannelHandlerContext context) {
        clock.reading(System.nanoTime());
        context.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            clock.read(bytes.readableBytes(), System.nanoTime());
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        clock.readComplete(System.nanoTime());
        context.fireChannelReadComplete();
        lookAtRead(context);
    }

    private void lookAtRead(ChannelHandlerContext context) {
        if (!looksAtRead && clock.isWaiting()) {
            looksAtRead = true;
            long left = Math.max(SHORTEST_LOOK, clock.left(System.nanoTime()));
            var unused = context.executor().schedule(() -> haveRead(context), left, TimeUnit.NANOSECONDS);
        }
    }

    private void haveRead(ChannelHandlerContext context) {
        looksAtRead = false;
        if (!context.channel().isActive()) {
            return;
        }
        if (clock.left(System.nanoTime()) <= 0) {
            close(context, "late");
        } else {
            lookAtRead(context);
        }
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        lookAtWritten(context, null, 0);
    }

    /** If something waits to be written, looks later whether it still does. */
    private void lookAtWritten(ChannelHandlerContext context, @Nullable Object first, long progress) {
        ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
        if (looksAtWritten || waiting == null || waiting.isEmpty()) {
            return;
        }
        Object current = waiting.current();
        if (current != null && current == first && waiting.currentProgress() == progress) {
            close(context, "stuck");
            return;
        }
        looksAtWritten = true;
        long now = waiting.currentProgress();
        var unused = context.executor()
                .schedule(
                        () -> {
                            looksAtWritten = false;
                            lookAtWritten(context, current, now);
                        },
                        LOOK_AT_WRITTEN_AFTER,
                        TimeUnit.NANOSECONDS);
    }

    private void close(ChannelHandlerContext context, String why) {
        meters.counter("larkdesk.connections.closed", "why", why).increment();
        var unused = context.close();
    }
}
