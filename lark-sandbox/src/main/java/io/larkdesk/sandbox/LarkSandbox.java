package io.larkdesk.sandbox;

import io.larkdesk.sandbox.internal.http.HttpFront;
import io.larkdesk.sandbox.internal.platform.Names;
import io.larkdesk.sandbox.internal.platform.PlatformClock;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * A running stand-in of the Lark Open Platform: the API and the authorize page on one loopback port, and in JSON under
 * {@code /sandbox} the means to arrange it and to see what happened. All state is in memory and ends with it. Safe for
 * threads; several may run in one process.
 *
 * <p>Give {@link #baseUrl()} to a client in the place of {@code https://open.larksuite.com} and of
 * {@code https://accounts.larksuite.com}, and {@link #feishuBaseUrl()} in the place of their Feishu twins.
 */
public final class LarkSandbox implements AutoCloseable {

    private final HttpFront front;

    private LarkSandbox(HttpFront front) {
        this.front = front;
    }

    /**
     * Starts a sandbox on the machine's clock.
     *
     * @param port on the loopback address; 0 takes a free one
     * @throws IOException when the port cannot be had
     */
    public static LarkSandbox start(int port) throws IOException {
        return start(port, PlatformClock.monotonic(), new SecureRandom());
    }

    /**
     * Starts a sandbox on this clock and with ids, tokens and codes out of this randomness.
     *
     * @param time need not be monotonic: the sandbox never lets its own time go back
     * @param random must be safe for threads
     */
    public static LarkSandbox start(int port, InstantSource time, RandomGenerator random) throws IOException {
        Assembly assembly = new Assembly(new PlatformClock(time), new Names(random));
        HttpFront front = HttpFront.start(port, assembly::logId, assembly::answer);
        assembly.reachableAt(baseUrl(front));
        return new LarkSandbox(front);
    }

    /** {@code http://127.0.0.1:port}, without a slash at the end: the base of Lark's international platform. */
    public String baseUrl() {
        return baseUrl(front);
    }

    /** The base of Feishu, the platform's mainland twin, whose apps Lark's base does not know and the reverse. */
    public String feishuBaseUrl() {
        return baseUrl() + Assembly.FEISHU;
    }

    public int port() {
        return front.port();
    }

    /** Stops listening and forgets everything. */
    @Override
    public void close() {
        front.close();
    }

    private static String baseUrl(HttpFront front) {
        return "http://127.0.0.1:" + front.port();
    }
}
