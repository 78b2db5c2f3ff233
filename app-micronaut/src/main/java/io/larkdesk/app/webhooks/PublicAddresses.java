package io.larkdesk.app.webhooks;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells addresses of the public network from those of the operator's own, and of nobody. */
final class PublicAddresses {

    /** IPv4 that is not public, beyond what Java knows. */
    private static final List<Range> RESERVED = List.of(
            new Range(0, 0, 8), // this network
            new Range(100, 64, 10), // carriers
            new Range(192, 0, 24), // protocols
            new Range(198, 18, 15), // measurements
            new Range(240, 0, 4)); // reserved, and broadcast

    /** RFC 6052; networks' own prefixes beside it (RFC 8215) are theirs alone. */
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xFF, (byte) 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};

    private PublicAddresses() {}

    private record Range(int first, int second, int bits) {

        boolean has(byte[] address) {
            int wanted = first << 24 | second << 16;
            int given = (address[0] & 0xFF) << 24
                    | (address[1] & 0xFF) << 16
                    | (address[2] & 0xFF) << 8
                    | (address[3] & 0xFF);
            return (wanted ^ given) >>> (32 - bits) == 0;
        }
    }

    /** Whether {@code address} is one that anybody in the world means by it. */
    static boolean include(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address
                ? isPublic6(bytes)
                : RESERVED.stream().noneMatch(range -> range.has(bytes));
    }

    /** Only what is given out to the world (2000::/3), and of what carries an IPv4 address within it only what that one is. */
    private static boolean isPublic6(byte[] bytes) {
        if (Arrays.equals(bytes, 0, NAT64.length, NAT64, 0, NAT64.length)) {
            return isPublic4(bytes, NAT64.length);
        }
        if (bytes[0] == 0x20 && bytes[1] == 0x02) {
            return isPublic4(bytes, 2); // 6to4
        }
        boolean isTeredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return (bytes[0] & 0xE0) == 0x20 && !isTeredo;
    }

    private static boolean isPublic4(byte[] bytes, int from) {
        try {
            return include(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}
