package io.larkdesk.app.web;

import io.larkdesk.app.config.Networks;
import io.larkdesk.app.config.Settings;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.DefaultHttpClientAddressResolver;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.netty.util.NetUtil;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows from which address a request comes. Whoever connects can say that it asks for somebody else, but only a trusted proxy is
 * believed: what {@code X-Forwarded-For} says is followed backwards as far as proxies are trusted, and no further, because everything
 * before that may be made up.
 */
@Singleton
@Replaces(DefaultHttpClientAddressResolver.class)
public final class ClientAddresses implements HttpClientAddressResolver {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final Networks trusted;

    ClientAddresses(Settings settings) {
        this.trusted = settings.trustedProxies();
    }

    /** The address, in the one form that it has; empty if a trusted proxy, or something beside it, does not say for whom it asks. */
    Optional<String> find(HttpRequest<?> request) {
        InetAddress peer = request.getRemoteAddress().getAddress();
        if (peer == null || !trusted.include(peer)) {
            return Optional.ofNullable(peer).map(NetUtil::toAddressString);
        }
        for (String hop : hops(request)) {
            InetAddress address = NetUtil.createInetAddressFromIpAddressString(hop);
            if (address == null) {
                return Optional.empty();
            }
            if (!trusted.include(address)) {
                return Optional.of(NetUtil.toAddressString(address));
            }
        }
        return Optional.empty();
    }

    /** The last one first. */
    private static List<String> hops(HttpRequest<?> request) {
        List<String> hops = new ArrayList<>();
        for (String header : request.getHeaders().getAll(FORWARDED_FOR)) {
            for (String hop : header.split(",", -1)) {
                hops.add(hop.strip());
            }
        }
        Collections.reverse(hops);
        return hops;
    }

    /** The same, or who connects if it is not told for whom. */
    @Override
    @SuppressWarnings("rawtypes") // as it is declared
    public @Nullable String resolve(HttpRequest request) {
        HttpRequest<?> asked = request;
        return find(asked).orElseGet(() -> {
            InetAddress peer = asked.getRemoteAddress().getAddress();
            return peer == null ? null : NetUtil.toAddressString(peer);
        });
    }
}
