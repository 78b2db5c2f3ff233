package io.larkdesk.sandbox.internal.im;

import io.larkdesk.sandbox.internal.platform.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All messages in the order of their arrival; beyond a number, the oldest are forgotten. Safe for threads. */
public final class Messages {

    /** How long a uuid keeps a second message away. */
    static final Duration DEDUPLICATED = Duration.ofHours(1);

    private static final int KEPT = 50_000;
    private static final int UUIDS_KEPT = 500_000;

    private record Key(String appId, String uuid) {}

    private record First(Message message, Instant at) {}

    private final PlatformClock clock;
    private final Map<String, Message> byId = new LinkedHashMap<>();
    private final Map<Key, First> firsts = new LinkedHashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private long forgotten;

    public Messages(PlatformClock clock) {
        this.clock = clock;
    }

    /** The message that this uuid already made within the hour, noted as sent once more. */
    synchronized Optional<Message> repeat(String appId, String uuid) {
        forgetOldUuids();
        First first = uuid.isEmpty() ? null : firsts.get(new Key(appId, uuid));
        if (first == null) {
            return Optional.empty();
        }
        change(first.message().id(), Message::repeated);
        return Optional.of(first.message());
    }

    /** Adds the message that is made for the time of its arrival, unless its uuid already made one: then that. */
    synchronized Message add(String appId, String uuid, Function<Instant, Message> maker) {
        Optional<Message> earlier = repeat(appId, uuid);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Message message = maker.apply(clock.now());
        byId.put(message.id(), message);
        if (!uuid.isEmpty()) {
            firsts.put(new Key(appId, uuid), new First(message, message.arrivedAt()));
        }
        versions.merge(message.openId(), 1L, Long::sum);
        if (byId.size() > KEPT) {
            dropOldest(byId.values().iterator());
            forgotten++;
        }
        return message;
    }

    synchronized Optional<Message> change(String messageId, UnaryOperator<Message> change) {
        Message changed = byId.computeIfPresent(messageId, (id, message) -> change.apply(message));
        if (changed != null) {
            versions.merge(changed.openId(), 1L, Long::sum);
        }
        return Optional.ofNullable(changed);
    }

    Optional<Message> update(String messageId, String content) {
        return change(messageId, message -> message.updated(new Message.Update(clock.now(), content)));
    }

    /** Shows the new state of a card entity wherever it was sent. */
    public synchronized void cardChanged(String cardId, String content) {
        List<String> shown = byId.values().stream()
                .filter(message -> message.cardId().filter(cardId::equals).isPresent())
                .map(Message::id)
                .toList();
        shown.forEach(id -> update(id, content));
    }

    public synchronized Optional<Message> find(String messageId) {
        return Optional.ofNullable(byId.get(messageId));
    }

    public synchronized List<Message> list(Predicate<Message> which) {
        return byId.values().stream().filter(which).toList();
    }

    /** A number that changes with each change of what the person sees. */
    public synchronized long version(String openId) {
        return versions.getOrDefault(openId, 0L);
    }

    /** How many messages are no longer kept. */
    public synchronized long forgotten() {
        return forgotten;
    }

    private void forgetOldUuids() {
        Instant limit = clock.now().minus(DEDUPLICATED);
        Iterator<First> oldest = firsts.values().iterator();
        while (oldest.hasNext() && (!oldest.next().at().isAfter(limit) || firsts.size() > UUIDS_KEPT)) {
            oldest.remove();
        }
    }

    private static void dropOldest(Iterator<Message> messages) {
        messages.next();
        messages.remove();
    }
}
