package io.larkdesk.app.live;

import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantScope;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The open pages of one group. In rounds, never two at once, it finds out what is new for them and puts it into their outboxes. What a
 * page has is known by its position and by how far all had read when it was told; so nothing is kept to be sent to a page that cannot take
 * more at the moment.
 */
final class Room implements Place {

    /** How many positions one round asks about; pages at the others wait for the next. */
    static final int MOST_POSITIONS = 20;

    private static final long REFRESHED_EVERY = TimeUnit.SECONDS.toNanos(30);

    private final GroupId group;
    private final NewsReader reader;
    private final Consumer<OpenPage> gone;
    private final Consumer<OpenPage> outdated;
    private final Serial rounds;
    private final Map<OpenPage, Standing> standings = new ConcurrentHashMap<>();
    private final AtomicLong hintedAt = new AtomicLong();
    private volatile Optional<Position> end = Optional.empty();
    private volatile long roundAt = System.nanoTime();

    /**
     * An empty room.
     *
     * @param gone is told of each page whose person is not in the group any more
     * @param outdated is told of each page that shows what is lost
     */
    Room(GroupId group, NewsReader reader, Consumer<OpenPage> gone, Consumer<OpenPage> outdated, Executor executor) {
        this.group = group;
        this.reader = reader;
        this.gone = gone;
        this.outdated = outdated;
        this.rounds = new Serial(executor, () -> CurrentScope.run(new TenantScope.One(group.tenant()), this::round));
    }

    /**
     * What a page has: messages up to a position, or up to now if it did not say, and how far it knows all to have read. Pages that were
     * told in one round share the cursors.
     */
    private record Standing(Optional<Position> position, Map<PersonId, Long> read) {

        boolean isNew() {
            return read.isEmpty();
        }
    }

    @Override
    public void enter(OpenPage page) {
        standings.put(page, new Standing(page.follower().position(), Map.of()));
        rounds.wake();
    }

    @Override
    public void leave(OpenPage page) {
        standings.remove(page);
    }

    @Override
    public boolean isEmpty() {
        return standings.isEmpty();
    }

    /** Something is new, says a hint. */
    @Override
    public void changed() {
        hintedAt.compareAndSet(0, System.nanoTime());
        rounds.wake();
    }

    /** Looks for what no hint told of: the conversation has come to {@code actual}, or there was no round for long. */
    void compare(Position actual, long now) {
        if (!end.equals(Optional.of(actual)) || now - roundAt > REFRESHED_EVERY) {
            rounds.wake();
        }
    }

    private void round() {
        long hinted = hintedAt.getAndSet(0);
        roundAt = System.nanoTime();
        Map<OpenPage, Standing> ready = ready();
        if (!ready.isEmpty()) {
            // Unknown until all is told: if that fails, the next comparison wakes us
            end = Optional.empty();
            RoomNews news = reader.read(group, positions(ready));
            IdentityHashMap<Map<PersonId, Long>, byte[]> moved = new IdentityHashMap<>();
            ready.values()
                    .forEach(standing ->
                            moved.computeIfAbsent(standing.read(), known -> Cursors.moved(known, news.read())));
            ready.forEach((page, standing) ->
                    tell(page, standing, news, Objects.requireNonNull(moved.get(standing.read())), hinted));
            end = Optional.of(news.end());
            wakeForThoseBehind(news.end());
        }
    }

    /** Those who can take more, at not too many positions. The others have their turn. */
    private Map<OpenPage, Standing> ready() {
        Map<OpenPage, Standing> ready = new HashMap<>(standings);
        ready.keySet().removeIf(page -> !page.outbox().hasRoom());
        Set<Position> first = firstOf(ready);
        ready.values().removeIf(standing -> standing.position()
                .filter(position -> !first.contains(position))
                .isPresent());
        standings.keySet().stream().filter(page -> !ready.containsKey(page)).forEach(page -> page.outbox()
                .whenRoom(rounds));
        return ready;
    }

    /** The positions nearest to the end: who keeps up is not held up by who comes back from far. */
    private static Set<Position> firstOf(Map<OpenPage, Standing> pages) {
        return positions(pages).stream()
                .sorted(Comparator.comparingLong(Position::revision).reversed())
                .limit(MOST_POSITIONS)
                .collect(Collectors.toSet());
    }

    private static Set<Position> positions(Map<OpenPage, Standing> pages) {
        return pages.values().stream()
                .flatMap(standing -> standing.position().stream())
                .collect(Collectors.toSet());
    }

    private void tell(OpenPage page, Standing standing, RoomNews news, byte[] moved, long hinted) {
        if (!news.isPresent(page.follower().person())) {
            gone.accept(page);
            return;
        }
        if (standing.position().filter(news::isOutdated).isPresent()) {
            outdated.accept(page);
            return;
        }
        Position next = news.end();
        if (standing.position().isPresent()) {
            Position from = standing.position().get();
            put(page, news.after(from, page.follower()), standing.isNew() ? 0 : hinted);
            next = news.next(from);
        }
        put(page, moved, 0);
        standings.replace(page, standing, new Standing(Optional.of(next), news.read()));
    }

    private static void put(OpenPage page, byte[] events, long hinted) {
        if (events.length > 0) {
            page.outbox().put(events, hinted);
        }
    }

    private void wakeForThoseBehind(Position now) {
        standings.forEach((page, standing) -> {
            if (standing.position().filter(position -> !position.equals(now)).isPresent()) {
                page.outbox().whenRoom(rounds);
            }
        });
    }
}
