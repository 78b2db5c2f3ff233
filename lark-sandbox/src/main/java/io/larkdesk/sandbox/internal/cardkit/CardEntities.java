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
import java.util.function.UnaryOperator;

/** The card entities; each lives for 14 days. Beyond a number, the oldest are forgotten. Safe for threads. */
public final class CardEntities {

    private static final Duration LIFETIME = Duration.ofDays(14);
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
                names.number(19), app.id(), card, 0, Map.of(), sent, clock.now().plus(LIFETIME));
        byId.put(entity.id(), entity);
        if (byId.size() > KEPT) {
            byId.remove(byId.keySet().iterator().next());
        }
        return entity.id();
    }

    /**
     * Changes an entity of this app as one step; the change may refuse by an exception.
     *
     * @return the entity, if it is now another one
     * @throws CardFault when there is none, it is another app's, or its 14 days are over
     */
    synchronized Optional<CardEntity> change(App app, String cardId, UnaryOperator<CardEntity> change) {
        CardEntity entity = find(cardId).orElseThrow(() -> new CardFault(200740, "the card does not exist"));
        if (!entity.appId().equals(app.id())) {
            throw new CardFault(300311, "the card is another app's");
        }
        if (isExpired(entity)) {
            throw new CardFault(200750, "the card has expired");
        }
        CardEntity changed = change.apply(entity);
        byId.put(cardId, changed);
        return Optional.of(changed).filter(one -> !one.equals(entity));
    }

    /** Throws where this app cannot send this entity (any more). */
    public synchronized void checkSendable(App app, String cardId) {
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
    }

    /** The card of an entity, as JSON, marked as sent: that happens once. */
    public synchronized String take(App app, String cardId) {
        checkSendable(app, cardId);
        CardEntity entity = find(cardId).orElseThrow();
        byId.put(cardId, entity.markedSent());
        return entity.card().toString();
    }

    private Optional<CardEntity> find(String cardId) {
        return Optional.ofNullable(byId.get(cardId));
    }

    private boolean isExpired(CardEntity entity) {
        return !clock.now().isBefore(entity.expiresAt());
    }
}
