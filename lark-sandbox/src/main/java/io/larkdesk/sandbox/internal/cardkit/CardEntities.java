package io.larkdesk.sandbox.internal.cardkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.card.CardFault;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Names;
import io.larkdesk.sandbox.internal.platform.PlatformClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The card entities; each lives for 14 days. Beyond a number, the oldest are forgotten. Safe for threads. */
public final class CardEntities {

    static final Duration LIFETIME = Duration.ofDays(14);

    private static final int KEPT = 20_000;
    private static final int INVALID = 11310;

    private final PlatformClock clock;
    private final Names names;
    private final Map<String, CardEntity> byId = new LinkedHashMap<>();

    public CardEntities(PlatformClock clock, Names names) {
        this.clock = clock;
        this.names = names;
    }

    /** A new entity with this card; {@code sent} when it is made of a message. */
    public synchronized String create(App app, ObjectNode card, boolean sent) {
        CardEntity entity = new CardEntity(
                names.number(19), app.id(), card, 0, Set.of(), sent, clock.now().plus(LIFETIME));
        byId.put(entity.id(), entity);
        if (byId.size() > KEPT) {
            byId.remove(byId.keySet().iterator().next());
        }
        return entity.id();
    }

    synchronized Optional<CardEntity> find(String cardId) {
        return Optional.ofNullable(byId.get(cardId));
    }

    /** Changes an entity as one step; the change may refuse by an exception. */
    synchronized CardEntity change(CardEntity entity, UnaryOperator<CardEntity> change) {
        CardEntity changed = change.apply(byId.getOrDefault(entity.id(), entity));
        byId.put(changed.id(), changed);
        return changed;
    }

    boolean isExpired(CardEntity entity) {
        return !clock.now().isBefore(entity.expiresAt());
    }

    /** Throws where this app cannot send this entity (any more). */
    public void checkSendable(App app, String cardId) {
        sendable(app, cardId);
    }

    /** The card of an entity, as JSON, marked as sent: that happens once. */
    public synchronized String take(App app, String cardId) {
        CardEntity entity = sendable(app, cardId);
        byId.put(cardId, entity.markedSent());
        return entity.card().toString();
    }

    private CardEntity sendable(App app, String cardId) {
        CardEntity entity = find(cardId).orElseThrow(() -> new CardFault(INVALID, "cardid is invalid"));
        if (!entity.appId().equals(app.id())) {
            throw new CardFault(INVALID, "cardid is invalid: it is not this app's");
        }
        if (isExpired(entity)) {
            throw new CardFault(INVALID, "cardid is invalid: it has expired");
        }
        if (entity.sent()) {
            throw new CardFault(INVALID, "cardid is invalid: it has been sent before");
        }
        return entity;
    }
}
