package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** An open page's stream of events. When it breaks it goes on where it was, at the next node. */
final class Follower implements AutoCloseable {

    private static final Pattern SEQ = Pattern.compile(" data-seq=\"(\\d+)\"");
    private static final long RETRY_MILLIS = 200;

    private final Colleague colleague;
    private final List<URI> nodes;
    private final LongSupplier retryMillis;
    private final List<Long> seqs = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile InputStream stream = InputStream.nullInputStream();
    private volatile String position;
    private volatile boolean connected;
    private volatile boolean toldToBeginAnew;

    private Follower(Colleague colleague, List<URI> nodes, LongSupplier retryMillis) {
        this.retryMillis = retryMillis;
        this.colleague = colleague;
        this.nodes = List.copyOf(nodes);
        this.position = colleague.position();
    }

    /** Follows the group at the first of {@code nodes}, and when that fails at the next. */
    static Follower start(Colleague colleague, List<URI> nodes) {
        return start(colleague, nodes, () -> RETRY_MILLIS);
    }

    /** The same, but so long after a failure. */
    static Follower start(Colleague colleague, List<URI> nodes, LongSupplier retryMillis) {
        Follower follower = new Follower(colleague, nodes, retryMillis);
        Thread thread = new Thread(follower::run, "follower");
        thread.setDaemon(true);
        thread.start();
        return follower;
    }

    /** Waits for message {@code last}: every one since the page was drawn has come, once, in order (law 8). */
    void hasEachMessageUpTo(long last, Duration atMost) {
        await("message " + last).atMost(atMost).until(() -> seqs().contains(last));
        List<Long> followed = seqs();
        long first = Long.parseLong(colleague.position().split("\\.", -1)[0]) + 1;
        assertThat(followed)
                .as("what was followed")
                .isEqualTo(
                        LongStream.range(first, first + followed.size()).boxed().toList());
    }

    /** Where its page is now. */
    String position() {
        return position;
    }

    /** Whether message {@code seq} has come. */
    boolean has(long seq) {
        return seqs().contains(seq);
    }

    /** Waits for message {@code seq}. */
    void awaitMessage(long seq, Duration atMost) {
        await("message " + seq).atMost(atMost).until(() -> has(seq));
    }

    /** Whether a node said that what its page shows is not there any more. */
    boolean isToldToBeginAnew() {
        return toldToBeginAnew;
    }

    /** Whether a node is telling it what is new. */
    boolean isConnected() {
        return connected;
    }

    private List<Long> seqs() {
        synchronized (seqs) {
            return List.copyOf(seqs);
        }
    }

    private void run() {
        try {
            for (int turn = 0; !closed.await(turn == 0 ? 0 : retryMillis.getAsLong(), TimeUnit.MILLISECONDS); turn++) {
                follow(nodes.get(turn % nodes.size()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(URI node) {
        try {
            HttpResponse<InputStream> answer = colleague.stream(node, position);
            stream = answer.body();
            connected = answer.statusCode() == 200;
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                read(lines);
            }
        } catch (IOException e) {
            // broken off: the position says where to go on
        } finally {
            connected = false;
        }
    }

    private void read(BufferedReader lines) throws IOException {
        String id = "";
        String event = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data.append(line.substring(6)).append('\n');
            } else if (line.isEmpty()) {
                take(id, event, data);
                id = "";
                event = "";
                data.setLength(0);
            }
        }
    }

    private void take(String id, String event, CharSequence data) {
        toldToBeginAnew |= event.equals("reset");
        if (event.equals("messages")) {
            synchronized (seqs) {
                for (Matcher message = SEQ.matcher(data); message.find(); ) {
                    seqs.add(Long.parseLong(message.group(1)));
                }
            }
        }
        if (!id.isEmpty()) {
            position = id;
        }
    }

    /** Breaks its stream off, as a network does. */
    void cut() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        cut();
    }
}
