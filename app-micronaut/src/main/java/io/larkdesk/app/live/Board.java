package io.larkdesk.app.live;

import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.core.conversation.CountUnread;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.conversation.Unread;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The open pages that show, at their side, how much their person has not read of one group. Counting costs more than reading, so it is
 * done a moment after the first change, for all pages and all changes until then.
 */
final class Board implements Place {

    private static final long SPACING = TimeUnit.MILLISECONDS.toNanos(400);

    /** So that counting takes no more than a tenth of the time, however many pages there are. */
    private static final int REST = 9;

    private final GroupId group;
    private final CountUnread countUnread;
    private final Serial rounds;
    private final Map<OpenPage, Optional<Unread>> shown = new ConcurrentHashMap<>();
    private volatile long spacing = SPACING;
    private volatile Optional<Position> compared = Optional.empty();

    Board(GroupId group, CountUnread countUnread, LiveThreads threads) {
        this.group = group;
        this.countUnread = countUnread;
        this.rounds = new Serial(
                threads.after(() -> spacing), () -> CurrentScope.run(new TenantScope.One(group.tenant()), this::round));
    }

    /** Adds a page, which shows nothing yet. */
    @Override
    public void enter(OpenPage page) {
        shown.put(page, Optional.empty());
    }

    @Override
    public void leave(OpenPage page) {
        shown.remove(page);
    }

    @Override
    public boolean isEmpty() {
        return shown.isEmpty();
    }

    /** Something is new. */
    @Override
    public void changed() {
        rounds.wake();
    }

    /** Looks for what no hint told of: the conversation has come to {@code actual}. */
    void compare(Position actual) {
        if (!compared.equals(Optional.of(actual))) {
            compared = Optional.of(actual);
            rounds.wake();
        }
    }

    /** Notes that the page shows {@code unread} from now on, unless it was told of something later already; its lock is held. */
    boolean begin(OpenPage page, Unread unread) {
        return shown.replace(page, Optional.empty(), Optional.of(unread));
    }

    private void round() {
        long began = System.nanoTime();
        Set<OpenPage> ready = shown.keySet().stream().filter(this::hasRoom).collect(Collectors.toSet());
        if (!ready.isEmpty()) {
            Set<PersonId> persons =
                    ready.stream().map(page -> page.follower().person()).collect(Collectors.toSet());
            Map<PersonId, Unread> counts = countUnread.execute(group, persons);
            ready.forEach(page -> {
                Unread unread = counts.get(page.follower().person());
                if (unread == null) {
                    leave(page);
                } else {
                    show(page, unread);
                }
            });
        }
        spacing = SPACING + REST * (System.nanoTime() - began);
    }

    private boolean hasRoom(OpenPage page) {
        if (page.outbox().hasRoom()) {
            return true;
        }
        page.outbox().whenRoom(rounds);
        return false;
    }

    private void show(OpenPage page, Unread unread) {
        synchronized (page) {
            Optional<Unread> before = shown.replace(page, Optional.of(unread));
            if (before != null && !before.equals(Optional.of(unread))) {
                page.outbox().put(event(List.of(unread)));
            }
        }
    }

    /** The event that tells of {@code counts}. */
    static byte[] event(List<Unread> counts) {
        String json = counts.stream()
                .map(unread -> "{\"group\":\"" + unread.group() + "\",\"unread\":" + unread.messages()
                        + ",\"mentions\":" + unread.mentions() + "}")
                .collect(Collectors.joining(",", "[", "]"));
        return new EventText().event("groups", json).bytes();
    }
}
