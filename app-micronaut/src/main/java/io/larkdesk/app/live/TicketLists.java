package io.larkdesk.app.live;

import io.larkdesk.core.group.FindOrigins;
import io.larkdesk.core.group.GroupId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The open pages that show the tickets of a service group, or the queue of the console. They hear that some have changed, a moment after
 * the first change, and fetch anew what they show. Thread-safe.
 */
final class TicketLists {

    private static final long SPACING = TimeUnit.SECONDS.toNanos(1);
    private static final byte[] CHANGED = new EventText().event("tickets", "{}").bytes();

    private final Places<TicketList> lists = new Places<>(group -> new TicketList());
    private final TicketList queue = new TicketList();
    private final Set<GroupId> hinted = ConcurrentHashMap.newKeySet();
    private final FindOrigins findOrigins;
    private final Serial rounds;

    TicketLists(FindOrigins findOrigins, LiveThreads threads) {
        this.findOrigins = findOrigins;
        this.rounds = new Serial(threads.after(() -> SPACING), this::round);
    }

    /** The pages that show the tickets of one service group, or of many. */
    private static final class TicketList implements Place {

        private final Set<OpenPage> pages = ConcurrentHashMap.newKeySet();

        @Override
        public void enter(OpenPage page) {
            pages.add(page);
        }

        @Override
        public void leave(OpenPage page) {
            pages.remove(page);
        }

        @Override
        public boolean isEmpty() {
            return pages.isEmpty();
        }

        @Override
        public void changed() {
            // A page whose outbox is full will hear of something that it has not fetched yet
            pages.stream().map(OpenPage::outbox).filter(Outbox::hasRoom).forEach(outbox -> outbox.put(CHANGED));
        }
    }

    void enter(OpenPage page) {
        page.follower().group().ifPresentOrElse(group -> lists.enter(group, page), () -> queue.enter(page));
    }

    void leave(OpenPage page) {
        page.follower().group().ifPresentOrElse(group -> lists.leave(group, page), () -> queue.leave(page));
    }

    /** Something in {@code group} is new, which may be the group of a ticket that is shown here. Returns at once. */
    void changed(GroupId group) {
        if (!lists.groups().isEmpty() || !queue.isEmpty()) {
            hinted.add(group);
            rounds.wake();
        }
    }

    /** Whatever is shown may have changed. */
    void allChanged() {
        lists.allChanged();
        queue.changed();
    }

    private void round() {
        Set<GroupId> changed = Set.copyOf(hinted);
        // What is hinted from here on is for the next round
        hinted.removeAll(changed);
        Set<GroupId> origins = findOrigins.execute(changed);
        origins.forEach(lists::changed);
        if (!origins.isEmpty()) {
            queue.changed();
        }
    }
}
