package io.larkdesk.faults;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Open pages whose streams are cut, one after the other at random; each goes on at another node. */
final class CutPages implements AutoCloseable {

    private static final long CUT_EVERY_MILLIS = 100;

    private final List<Follower> pages = new ArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final ScheduledExecutorService knife = Executors.newSingleThreadScheduledExecutor();

    private CutPages() {}

    /** Opens {@code count} pages of {@code people}, some of each. */
    static CutPages open(List<Colleague> people, List<URI> nodes, int count, Random random) {
        CutPages all = new CutPages();
        for (int i = 0; i < count; i++) {
            List<URI> own = new ArrayList<>(nodes);
            Collections.shuffle(own, random);
            all.pages.add(Follower.start(people.get(i % people.size()), own));
        }
        Random choices = new Random(random.nextLong());
        Future<?> unused = all.knife.scheduleWithFixedDelay(
                () -> all.cutOne(choices), CUT_EVERY_MILLIS, CUT_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return all;
    }

    private void cutOne(Random choices) {
        Follower page = pages.get(choices.nextInt(pages.size()));
        if (page.isConnected()) {
            page.cut();
            cuts.incrementAndGet();
        }
    }

    /** How many streams were cut. */
    int cuts() {
        return cuts.get();
    }

    /** Cuts no more, and sees that every page has had each message up to {@code last}, once, in order. */
    void haveEachMessageUpTo(long last, Duration atMost) {
        knife.shutdownNow();
        pages.forEach(page -> page.hasEachMessageUpTo(last, atMost));
    }

    @Override
    public void close() {
        knife.shutdownNow();
        pages.forEach(Follower::close);
    }
}
