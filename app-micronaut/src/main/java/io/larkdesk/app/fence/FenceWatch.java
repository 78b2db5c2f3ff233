package io.larkdesk.app.fence;

import io.larkdesk.app.config.Settings;
import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.core.fence.Fence;
import io.larkdesk.core.fence.Mark;
import io.larkdesk.core.fence.RaiseFence;
import io.larkdesk.core.fence.WatchDatabase;
import io.larkdesk.core.tenant.TenantScope;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds at how far the database has come, remembers it here, and so sees when it was set back. Until it has looked the first
 * time nobody is told anything.
 */
@Singleton
public final class FenceWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FenceWatch.class);

    private final WatchDatabase watchDatabase;
    private final RaiseFence raiseFence;
    private final MarkFile file;
    private volatile Optional<Fence> seen = Optional.empty();

    FenceWatch(WatchDatabase watchDatabase, RaiseFence raiseFence, Settings settings) {
        this.watchDatabase = watchDatabase;
        this.raiseFence = raiseFence;
        this.file = new MarkFile(settings.data());
    }

    /** Looks the first time: before anything else is done with the database. */
    public void begin() {
        look(file.read());
    }

    /** Raises the fence, because the operator says that a backup was restored. */
    public synchronized void raise() {
        note(raiseFence.execute(file.read()));
    }

    @Scheduled(fixedDelay = "5s", initialDelay = "5s")
    void lookAgain() {
        Optional<Fence> before = seen;
        if (before.isEmpty()) {
            return;
        }
        try {
            look(before.map(Fence::mark));
        } catch (RuntimeException e) {
            LOG.warn("How far the database has come could not be noted; the next try is in 5 seconds", e);
        }
    }

    private synchronized void look(Optional<Mark> known) {
        note(watchDatabase.execute(known));
    }

    private void note(Fence now) {
        Optional<Fence> before = seen;
        seen = Optional.of(now);
        file.write(now.mark());
        if (!now.isRaised()
                && before.filter(fence -> isLater(now.lostAt(), fence.lostAt())).isPresent()) {
            LOG.warn(
                    "Another database server has taken over; what the one before committed last is lost, if that did not wait for it");
        }
        if (now.isRaised() && before.filter(Fence::isRaised).isEmpty()) {
            LOG.warn(
                    "A backup was restored ({}): nobody is told anything until an administrator decides at /console/fence",
                    why(now));
        } else if (!now.isRaised() && before.filter(Fence::isRaised).isPresent()) {
            LOG.info("An administrator has decided what becomes of what waited: all goes on");
        }
    }

    private static boolean isLater(Optional<Instant> one, Optional<Instant> other) {
        return one.orElse(Instant.EPOCH).isAfter(other.orElse(Instant.EPOCH));
    }

    private static String why(Fence fence) {
        return switch (fence.state()) {
            case ASKED -> "the operator says so";
            case MOVED -> "this database is another one than before";
            case BEHIND -> "this node remembers more than the database has";
            case NEVER_RAISED, LIFTED -> "it is not";
        };
    }

    /** As it was seen a few seconds ago; raised if it was not yet looked at. */
    public boolean isRaised() {
        return seen.filter(fence -> !fence.isRaised()).isEmpty();
    }

    /** Whether anybody may be told anything. */
    boolean isClear() {
        Optional<Fence> last = seen;
        return last.filter(fence -> !fence.isRaised() && watchDatabase.isClear(fence.mark()))
                .isPresent();
    }

    /** What was committed last is remembered, so that also a backup made a moment ago is known. */
    @PreDestroy
    void stop() {
        CurrentScope.run(new TenantScope.Everybody(), this::lookAgain);
    }
}
