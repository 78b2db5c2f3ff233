package io.larkdesk.app.connections;

import io.larkdesk.app.limits.Places;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer.ChannelRole;
import io.micronaut.http.server.netty.NettyServerCustomizer.Registry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;

/** Puts a {@link ConnectionGuard} before, and a {@link RequestGuard} and a {@link BusyGuard} behind, what reads HTTP of each connection. */
@Singleton
final class GuardConnections implements BeanCreatedEventListener<Registry> {

    private final ConnectionCounts counts;
    private final Listeners listeners;
    private final Places places;
    private final MeterRegistry meters;

    GuardConnections(ConnectionCounts counts, Listeners listeners, Places places, MeterRegistry meters) {
        this.counts = counts;
        this.listeners = listeners;
        this.places = places;
        this.meters = meters;
    }

    @Override
    public Registry onCreated(BeanCreatedEvent<Registry> event) {
        event.getBean().register(new NettyServerCustomizer() {
            @Override
            public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                if (role == ChannelRole.LISTENER) {
                    listeners.add(channel);
                }
                return role == ChannelRole.CONNECTION ? ofConnection(channel.pipeline()) : this;
            }
        });
        return event.getBean();
    }

    private NettyServerCustomizer ofConnection(ChannelPipeline pipeline) {
        return new NettyServerCustomizer() {
            @Override
            public void onStreamPipelineBuilt() {
                RequestClock clock = new RequestClock();
                pipeline.addFirst(new ConnectionGuard(clock, counts, meters));
                // The one that is added last comes first
                pipeline.addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, null, new BusyGuard(places));
                pipeline.addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, null, new RequestGuard(clock));
            }
        };
    }
}
