package io.larkdesk.sandbox.internal.im;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.App;
import java.time.Instant;

/** A message as the API answers it. */
final class MessageJson {

    private MessageJson() {}

    static ObjectNode of(Message message, App app) {
        Instant updated = message.updates().isEmpty()
                ? message.arrivedAt()
                : message.updates().get(message.updates().size() - 1).at();
        ObjectNode data = Json.object()
                .put("message_id", message.id())
                .put("msg_type", message.type())
                .put("create_time", Long.toString(message.arrivedAt().toEpochMilli()))
                .put("update_time", Long.toString(updated.toEpochMilli()))
                .put("deleted", false)
                .put("updated", !message.updates().isEmpty())
                .put("chat_id", message.chatId());
        data.putObject("sender")
                .put("id", app.id())
                .put("id_type", "app_id")
                .put("sender_type", "app")
                .put("tenant_key", app.organisation().tenantKey());
        data.putObject("body").put("content", message.current());
        return data;
    }
}
