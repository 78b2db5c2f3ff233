package io.larkdesk.app.live;

import io.larkdesk.app.live.OpenPage.Follower;
import io.larkdesk.core.conversation.ListMyGroups;
import io.larkdesk.core.conversation.ListMyGroups.MyGroup;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.PersonId;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the open pages of this node up to date. Each hears every message of its group that it does not have yet, once and in order, and
 * the last state of what was changed: hints say when to look, a page's position says for what, and a look every two seconds makes up for
 * hints that were lost. Thread-safe.
 */
@Singleton
public final class LiveConversations implements GracefulShutdownCapable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveConversations.class);

    private static final byte[] NOTES = new EventText().event("notes", "{}").bytes();

    /** At random, up to that: whose connections broke together do not come back together. */
    private static final long RETRY_AFTER_MILLIS = 2_000;

    private static final long AGAIN = TimeUnit.SECONDS.toNanos(2);

    private final OpenPages pages;
    private final ListMyGroups listMyGroups;
    private final LiveThreads threads;
    private final LiveMeters meters;

    LiveConversations(OpenPages pages, ListMyGroups listMyGroups, LiveThreads threads, LiveMeters meters) {
        this.pages = pages;
        this.listMyGroups = listMyGroups;
        this.threads = threads;
        this.meters = meters;
    }

    /** Something in {@code group} is new, here or on another node. A hint; returns at once. */
    public void changed(GroupId group) {
        pages.rooms().changed(group);
        pages.boards().changed(group);
        pages.ticketLists().changed(group);
        pages.consolePages().changed();
    }

    /** {@code person} has come into a group or left one. A hint; returns at once. */
    public void groupsChanged(PersonId person) {
        pages.all().stream()
                .filter(page -> page.follower().person().equals(person))
                .forEach(OpenPage::groupsChanged);
    }

    /** The service team noted something about {@code ticket}: its own pages hear that, and no others. A hint; returns at once. */
    public void noted(GroupId ticket) {
        pages.all().stream()
                .filter(page -> page.follower().group().equals(Optional.of(ticket)))
                .forEach(LiveConversations::tellOfNotes);
    }

    private static void tellOfNotes(OpenPage page) {
        boolean isOfTeam = page.follower()
                .group()
                .filter(group -> Side.of(page.follower().person(), group) == Side.SERVICE_TEAM)
                .isPresent();
        if (isOfTeam && page.outbox().hasRoom()) {
            page.outbox().put(NOTES);
        }
    }

    /** Hints were lost: looks for news in every group that anybody follows here. Returns at once. */
    public void catchUp() {
        pages.rooms().allChanged();
        pages.boards().allChanged();
        pages.ticketLists().allChanged();
        pages.consolePages().changed();
        pages.all().forEach(OpenPage::groupsChanged);
        pages.all().forEach(LiveConversations::tellOfNotes);
    }

    /** How many pages {@code person} has open. */
    long count(PersonId person) {
        return pages.count(person);
    }

    /**
     * What a page hears, for one subscriber, from when it subscribes until it cancels.
     *
     * @param version the address of the page's script as this node has it
     */
    Publisher<byte[]> open(Follower follower, String version) {
        OpenPage page = new OpenPage(follower, this::follow, threads.soon());
        page.outbox()
                .put(new EventText()
                        .retryAfter(ThreadLocalRandom.current().nextLong(RETRY_AFTER_MILLIS))
                        .event("version", version)
                        .bytes());
        return page.outbox().flux(meters::pushed).doFirst(() -> enter(page)).doFinally(end -> pages.leave(page));
    }

    private void enter(OpenPage page) {
        pages.enter(page);
        page.groupsChanged();
    }

    private void follow(OpenPage page) {
        PersonId person = page.follower().person();
        try {
            // Also a closed group is followed where it is shown: it may be opened again
            Stream<GroupId> open =
                    listMyGroups.execute(person).stream().map(my -> my.group().id());
            pages.follow(
                    page, Stream.concat(page.follower().group().stream(), open).collect(Collectors.toSet()));
            // Counted only now: what comes later is told by the boards
            pages.begin(
                    page,
                    listMyGroups.execute(person).stream().map(MyGroup::unread).toList());
        } catch (RuntimeException e) {
            LOG.warn("The groups of an open page could not be read; it is tried again", e);
            if (pages.all().contains(page)) {
                threads.after(() -> AGAIN).execute(page::groupsChanged);
            }
        }
    }

    /** Ends all streams, so that the server need not wait for them. */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        pages.closeAll();
        return CompletableFuture.completedFuture(pages);
    }

    @PreDestroy
    void stop() {
        pages.closeAll();
    }
}
