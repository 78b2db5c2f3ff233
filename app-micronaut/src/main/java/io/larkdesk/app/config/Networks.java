package io.larkdesk.app.config;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Addresses, one by one or by networks. Unless set, all of this machine and of private networks: whoever is outside has another one. */
public final class Networks {

    private static final String NONE = "none";
    private static final String INTERNAL =
            "127.0.0.0/8, 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16, ::1/128, fc00::/7, fe80::/10";

    private final List<IpSubnetFilterRule> networks;

    private Networks(List<IpSubnetFilterRule> networks) {
        this.networks = List.copyOf(networks);
    }

    static Networks read(SettingReader reader, String name) {
        String text = reader.text(name).orElse(INTERNAL);
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    name,
                    "'" + text + "' is not " + NONE + ", nor addresses and networks such as 10.1.2.3, 10.2.0.0/16",
                    e);
        }
    }

    private static Networks parse(String text) {
        List<IpSubnetFilterRule> networks = new ArrayList<>();
        if (!text.equals(NONE)) {
            for (String network : text.split(",", -1)) {
                networks.add(network(network.strip()));
            }
        }
        return new Networks(networks);
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
