package io.larkdesk.sandbox.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.im.Message;
import io.larkdesk.sandbox.internal.im.Messages;
import io.larkdesk.sandbox.internal.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** {@code GET /sandbox/messages}: what arrived, in the order of arrival. */
final class MessagesApi {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Messages messages;

    MessagesApi(Messages messages) {
        this.messages = messages;
    }

    Reply list(Request request) {
        Optional<String> appId = request.query().find("app_id");
        Optional<String> openId = request.query().find("open_id");
        ObjectNode body = Json.object();
        var all = body.putArray("messages");
        messages.list(message -> appId.map(message.appId()::equals).orElse(true)
                        && openId.map(message.openId()::equals).orElse(true))
                .forEach(message -> all.add(describe(message)));
        return Reply.json(200, body.put("forgotten", messages.forgotten()));
    }

    private static ObjectNode describe(Message message) {
        ObjectNode described = Json.object()
                .put("message_id", message.id())
                .put("app_id", message.appId())
                .put("open_id", message.openId())
                .put("chat_id", message.chatId())
                .put("uuid", message.uuid())
                .put("arrived_at", millis(message.arrivedAt()))
                .put("msg_type", message.type())
                .put("repeats", message.repeats());
        message.cardId().ifPresent(id -> described.put("card_id", id));
        described.set("card", parsed(message.content()));
        var updates = described.putArray("updates");
        message.updates().forEach(update -> {
            ObjectNode one = updates.addObject().put("at", millis(update.at()));
            one.set("card", parsed(update.content()));
        });
        return described;
    }

    private static JsonNode parsed(String content) {
        return Json.parse(content).orElseGet(Json::object);
    }

    /** Always with three digits behind the point, so that texts sort as the times do. */
    static String millis(Instant instant) {
        return MILLIS.format(instant);
    }
}
