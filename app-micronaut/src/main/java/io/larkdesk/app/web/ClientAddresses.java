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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
    private static final Pattern PORT = Pattern.compile("^(?:\\[([^\\]]*)\\]|([^:]*))(?::\\d{1,5})?$");
    private static final int IPV6_BYTES = 16;

    private final Networks trusted;

    ClientAddresses(Settings settings) {
        this.trusted = settings.trustedProxies();
    }

    /**
     * By what those are told apart of whom nothing else is known: the address, but of IPv6 the first half of it, because whoever has one
     * address can mostly have all with the same (RFC 4291, 2.5.4). Empty if a trusted proxy, or something beside it, does not say for whom it asks.
     */
    Optional<String> findNetwork(HttpRequest<?> request) {
        return find(request).map(address -> {
            byte[] bytes = address.getAddress();
            return bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(bytes, 0, IPV6_BYTES / 2)
                    : NetUtil.toAddressString(address);
        });
    }

    private Optional<InetAddress> find(HttpRequest<?> request) {
        InetAddress peer = request.getRemoteAddress().getAddress();
        if (peer == null || !trusted.include(peer)) {
            return Optional.ofNullable(peer);
        }
        for (String hop : hops(request)) {
            InetAddress address = NetUtil.createInetAddressFromIpAddressString(hop);
            if (address == null) {
                return Optional.empty();
            }
            if (!trusted.include(address)) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    /** The last one first; some proxies tell a port, too. */
    private static List<String> hops(HttpRequest<?> request) {
        List<String> hops = new ArrayList<>();
        for (String header : request.getHeaders().getAll(FORWARDED_FOR)) {
            for (String hop : header.split(",", -1)) {
                hops.add(PORT.matcher(hop.strip()).replaceAll("$1$2"));
            }
        }
        Collections.reverse(hops);
        return hops;
    }

    /** The address, in the one form that it has; who connects if it is not told for whom. */
    @Override
    @SuppressWarnings("rawtypes") // as it is declared
    public @Nullable String resolve(HttpRequest request) {
        HttpRequest<?> asked = request;
        return find(asked)
                .or(() -> Optional.ofNullable(asked.getRemoteAddress().getAddress()))
                .map(NetUtil::toAddressString)
                .orElse(null);
    }
}
