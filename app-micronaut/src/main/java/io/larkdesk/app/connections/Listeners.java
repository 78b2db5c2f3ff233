package io.larkdesk.app.connections;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import jakarta.inject.Singleton;

/**
 * The sockets on which the service listens. A node that is about to stop closes them before the connections that it has: whoever
 * balances between nodes finds that nobody listens, and asks another node, whereas a request on a connection that just ends is lost.
 */
@Singleton
public final class Listeners {

    private final ChannelGroup listening = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    void add(Channel listener) {
        listening.add(listener);
    }

    /** Nobody can connect any more; open connections stay. */
    public void stopListening() {
        listening.close().awaitUninterruptibly();
    }
}
