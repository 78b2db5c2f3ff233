package io.larkdesk.app.live;

import io.larkdesk.core.conversation.WatchConversations;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.CheckSessions;
import io.larkdesk.core.person.SessionKey;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Looks after open pages, now and then: for lost hints, sessions that are over, silent connections and pages that are stuck. */
@Singleton
final class Caretaker {

    private static final long WATCH_MILLIS = 2_000;
    private static final long SESSIONS_MILLIS = 1_000;
    private static final long TEND_MILLIS = 1_000;

    private static final long SILENCE = TimeUnit.SECONDS.toNanos(15);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private static final byte[] SIGNED_OUT =
            new EventText().event("signed-out", "{}").bytes();
    private static final byte[] ALIVE = new EventText().comment().bytes();

    private final OpenPages pages;
    private final WatchConversations watchConversations;
    private final CheckSessions checkSessions;
    private final LiveThreads threads;
    private final LiveMeters meters;

    Caretaker(
            OpenPages pages,
            WatchConversations watchConversations,
            CheckSessions checkSessions,
            LiveThreads threads,
            LiveMeters meters) {
        this.pages = pages;
        this.watchConversations = watchConversations;
        this.checkSessions = checkSessions;
        this.threads = threads;
        this.meters = meters;
    }

    @EventListener
    void start(ServerStartupEvent event) {
        threads.every(WATCH_MILLIS, () -> watch(System.nanoTime()));
        threads.every(SESSIONS_MILLIS, this::endSignedOut);
        threads.every(TEND_MILLIS, () -> tend(System.nanoTime()));
    }

    /** Wakes those whose group has gone further than they were told, and those of the console, who may have been told of less. */
    void watch(long now) {
        Set<GroupId> groups = new HashSet<>(pages.boards().groups());
        groups.addAll(pages.rooms().groups());
        watchConversations.execute(groups).forEach((group, end) -> {
            pages.rooms().find(group).ifPresent(room -> room.compare(end, now));
            pages.boards().find(group).ifPresent(board -> board.compare(end));
        });
        pages.consolePages().changed();
    }

    /** Ends the pages whose session is over, or whose tenant is out of service. */
    void endSignedOut() {
        Set<SessionKey> asked =
                pages.all().stream().map(page -> page.follower().session()).collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return;
        }
        Set<SessionKey> over = new HashSet<>(asked);
        over.removeAll(checkSessions.execute(asked));
        pages.all().stream()
                .filter(page -> over.contains(page.follower().session()))
                .forEach(page -> pages.end(page, SIGNED_OUT));
    }

    /** Keeps connections alive, and cuts those off that take nothing any more. */
    void tend(long now) {
        for (OpenPage page : pages.all()) {
            if (page.outbox().stuckFor(now) > PATIENCE) {
                page.outbox().cut();
                pages.leave(page);
                meters.cutOff();
            } else if (page.outbox().silentFor(now) > SILENCE) {
                page.outbox().put(ALIVE);
            }
        }
    }
}
