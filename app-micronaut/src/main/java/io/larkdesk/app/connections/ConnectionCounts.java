package io.larkdesk.app.connections;

import com.sun.management.UnixOperatingSystemMXBean;
import io.larkdesk.app.config.Networks;
import io.larkdesk.app.config.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how many connections there are: of each address, but for trusted proxies, who connect for others; and in all. Thread-safe. */
@Singleton
final class ConnectionCounts {

    /** More than a browser's six, for all browsers that share an address without a proxy that we know. */
    static final int MOST_OF_ADDRESS = 256;

    private static final int MOST = 50_000;

    private final Networks proxies;
    private final int most;
    private final AtomicInteger all = new AtomicInteger();
    private final Map<InetAddress, Integer> ofAddress = new ConcurrentHashMap<>();

    ConnectionCounts(Settings settings, MeterRegistry meters) {
        this.proxies = settings.trustedProxies();
        this.most = mostInAll();
        Gauge.builder("larkdesk.connections", all::get)
                .description("Connections of browsers, systems and proxies")
                .register(meters);
    }

    /** Of what the system lets us open, a quarter is left for the database, Lark and files. */
    private static int mostInAll() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? (int) Math.min(MOST, unix.getMaxFileDescriptorCount() / 4 * 3)
                : MOST;
    }

    /** Counts one more from {@code address}, unless there are as many as may be; {@link #leave} counts it out again. */
    boolean enter(InetAddress address) {
        if (all.incrementAndGet() > most) {
            all.decrementAndGet();
            return false;
        }
        if (!proxies.include(address) && ofAddress.merge(address, 1, Integer::sum) > MOST_OF_ADDRESS) {
            leave(address);
            return false;
        }
        return true;
    }

    void leave(InetAddress address) {
        all.decrementAndGet();
        if (!proxies.include(address)) {
            ofAddress.computeIfPresent(address, (known, count) -> count == 1 ? null : Integer.valueOf(count - 1));
        }
    }
}
