package io.larkdesk.app.config;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The proxies that are believed when they say for whom they ask. Unless set, all of this machine and of private networks: whoever is
 * outside comes through one of them, or from an address that is not believed.
 */
public final class TrustedProxies {

    private static final String NAME = "larkdesk.trusted-proxies";
    private static final String NONE = "none";
    private static final String INTERNAL =
            "127.0.0.0/8, 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16, ::1/128, fc00::/7, fe80::/10";

    private final List<IpSubnetFilterRule> networks;

    private TrustedProxies(List<IpSubnetFilterRule> networks) {
        this.networks = List.copyOf(networks);
    }

    static TrustedProxies read(SettingReader reader) {
        String text = reader.text(NAME).orElse(INTERNAL);
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    NAME,
                    "'" + text + "' is not " + NONE + ", nor addresses and networks such as 10.1.2.3, 10.2.0.0/16",
                    e);
        }
    }

    private static TrustedProxies parse(String text) {
        List<IpSubnetFilterRule> networks = new ArrayList<>();
        if (!text.equals(NONE)) {
            for (String network : text.split(",", -1)) {
                networks.add(network(network.strip()));
            }
        }
        return new TrustedProxies(networks);
    }

    private static IpSubnetFilterRule network(String text) {
        String[] parts = text.split("/", 2);
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(parts[0]);
        if (address == null) {
            throw new IllegalArgumentException(text);
        }
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : address.getAddress().length * Byte.SIZE;
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    }

    /** Whether {@code address} is one of theirs. */
    public boolean include(InetAddress address) {
        InetSocketAddress asked = new InetSocketAddress(address, 0);
        return networks.stream().anyMatch(network -> network.matches(asked));
    }
}
