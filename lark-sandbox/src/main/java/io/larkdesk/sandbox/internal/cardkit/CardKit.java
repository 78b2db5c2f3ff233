package io.larkdesk.sandbox.internal.cardkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.card.CardEditor;
import io.larkdesk.sandbox.internal.card.CardFault;
import io.larkdesk.sandbox.internal.card.CardRules;
import io.larkdesk.sandbox.internal.gate.Call;
import io.larkdesk.sandbox.internal.gate.Endpoint;
import io.larkdesk.sandbox.internal.gate.Handler;
import io.larkdesk.sandbox.internal.gate.Limit;
import io.larkdesk.sandbox.internal.gate.RateLimits;
import io.larkdesk.sandbox.internal.gate.Refusal;
import io.larkdesk.sandbox.internal.gate.Tier;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** The API of card entities: {@code cardkit/v1/cards} and what is below it. */
public final class CardKit {

    private static final String CARDS = "/open-apis/cardkit/v1/cards";
    private static final String CARD = CARDS + "/:card_id";
    private static final String ELEMENT = CARD + "/elements/:element_id";
    private static final Limit PER_CARD = new Limit(10, Duration.ofSeconds(1));
    private static final int BAD_PARAMETER = 10002;

    /** A change of one card. */
    private interface Edit {
        void apply(CardEditor editor, Call call, ObjectNode body);
    }

    private final CardEntities entities;
    private final RateLimits limits;
    private final BiConsumer<String, String> onChange;

    /** @param onChange is told the id and the new JSON of each card that changed */
    public CardKit(CardEntities entities, RateLimits limits, BiConsumer<String, String> onChange) {
        this.entities = entities;
        this.limits = limits;
        this.onChange = onChange;
    }

    public List<Endpoint> endpoints() {
        return List.of(
                endpoint("POST", CARDS, this::create),
                endpoint("PUT", CARD, this::replace),
                endpoint(
                        "PATCH",
                        CARD + "/settings",
                        edit((editor, call, body) ->
                                editor.settings(CardEditor.parse(Call.text(body, "settings"), 300122, "settings")))),
                endpoint(
                        "POST",
                        CARD + "/batch_update",
                        edit((editor, call, body) -> Batch.apply(
                                editor, CardEditor.parse(Call.text(body, "actions"), BAD_PARAMETER, "actions")))),
                endpoint(
                        "POST",
                        CARD + "/elements",
                        edit((editor, call, body) -> editor.add(
                                Call.text(body, "type"),
                                Call.optionalText(body, "target_element_id").orElse(""),
                                CardEditor.parse(Call.text(body, "elements"), 300314, "elements")))),
                endpoint(
                        "PUT",
                        ELEMENT,
                        edit((editor, call, body) -> editor.replace(
                                call.path("element_id"),
                                CardEditor.parse(Call.text(body, "element"), 300313, "element")))),
                endpoint(
                        "PATCH",
                        ELEMENT,
                        edit((editor, call, body) -> editor.change(
                                call.path("element_id"),
                                CardEditor.parse(Call.text(body, "partial_element"), 300313, "partial_element")))),
                endpoint(
                        "PUT",
                        ELEMENT + "/content",
                        edit((editor, call, body) -> editor.text(call.path("element_id"), Call.text(body, "content")))),
                endpoint("DELETE", ELEMENT, edit((editor, call, body) -> editor.delete(call.path("element_id")))));
    }

    /** An API that cards' one scope opens, and which says what is wrong with a card by the card's own number. */
    public static Endpoint endpoint(String method, String path, Handler handler) {
        return Endpoint.counted(method, path, call -> {
                    try {
                        return handler.answer(call);
                    } catch (CardFault fault) {
                        throw Refusal.badRequest(fault.code(), fault.reason());
                    }
                })
                .limited(Tier.COMMON)
                .needing("cardkit:card:write");
    }

    private Reply create(Call call) {
        ObjectNode card = card(call.body());
        CardRules.checkEntity(card);
        return Call.success(Json.object().put("card_id", entities.create(call.app(), card, false)));
    }

    private Reply replace(Call call) {
        ObjectNode body = call.body();
        ObjectNode card = card(body.path("card"));
        return change(call, body, old -> card);
    }

    private Handler edit(Edit edit) {
        return call -> {
            ObjectNode body = call.body();
            return change(call, body, card -> {
                CardEditor editor = new CardEditor(card);
                edit.apply(editor, call, body);
                return editor.card();
            });
        };
    }

    private Reply change(Call call, ObjectNode body, UnaryOperator<ObjectNode> change) {
        long sequence = sequence(body);
        String uuid = uuid(body);
        String done = call.request().method() + call.request().path() + body;
        Optional<CardEntity> changed = entities.change(call.app(), call.path("card_id"), entity -> {
            takeLimit(call, entity);
            String before = entity.done().get(uuid);
            if (before != null) {
                return same(entity, before, done);
            }
            if (sequence <= entity.sequence()) {
                throw new CardFault(
                        300317, "sequence " + sequence + " does not increase: the last was " + entity.sequence());
            }
            ObjectNode card = change.apply(entity.card());
            CardRules.checkEntity(card);
            return entity.changed(card, sequence, uuid, done);
        });
        changed.ifPresent(entity -> onChange.accept(entity.id(), entity.card().toString()));
        return Call.success(Json.object());
    }

    /** A change that was done before is answered again; another change under the same uuid is not. */
    private static CardEntity same(CardEntity entity, String before, String now) {
        if (!before.equals(now)) {
            throw new CardFault(200770, "the uuid was used for another change");
        }
        return entity;
    }

    private void takeLimit(Call call, CardEntity entity) {
        if (call.app().settings().rateLimits()) {
            Optional<Duration> wait = limits.take("card " + entity.id(), PER_CARD);
            if (wait.isPresent()) {
                throw RateLimits.tooFrequent(PER_CARD, wait.get());
            }
        }
    }

    private static ObjectNode card(JsonNode described) {
        if (!Call.text(described, "type").equals("card_json")) {
            throw new CardFault(BAD_PARAMETER, "type must be card_json");
        }
        return Json.parseObject(Call.text(described, "data"))
                .orElseThrow(() -> new CardFault(200220, "data is no JSON object"));
    }

    private static long sequence(ObjectNode body) {
        JsonNode sequence = body.path("sequence");
        if (!sequence.isIntegralNumber() || !sequence.canConvertToInt() || sequence.intValue() < 1) {
            throw Refusal.field(
                    "sequence", sequence.asText(""), "sequence must be a whole number from 1 to 2147483647");
        }
        return sequence.intValue();
    }

    private static String uuid(ObjectNode body) {
        String uuid = Call.optionalText(body, "uuid").orElse("");
        if (uuid.length() > 64) {
            throw Refusal.field("uuid", uuid, "the max len is 64");
        }
        return uuid;
    }
}
