package io.larkdesk.sandbox.internal.im;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.gate.Call;
import io.larkdesk.sandbox.internal.gate.Endpoint;
import io.larkdesk.sandbox.internal.gate.Limit;
import io.larkdesk.sandbox.internal.gate.RateLimits;
import io.larkdesk.sandbox.internal.gate.Refusal;
import io.larkdesk.sandbox.internal.gate.Tier;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Names;
import io.larkdesk.sandbox.internal.platform.Person;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The bot sends a message: {@code POST im/v1/messages}. */
public final class SendMessage {

    private static final Limit PER_RECEIVER = new Limit(5, Duration.ofSeconds(1));
    private static final int LONGEST_UUID = 50;

    private final Messages messages;
    private final Receivers receivers;
    private final Contents contents;
    private final RateLimits limits;
    private final Names names;

    public SendMessage(Platform platform, Messages messages, Contents contents, RateLimits limits, Names names) {
        this.messages = messages;
        this.receivers = new Receivers(platform);
        this.contents = contents;
        this.limits = limits;
        this.names = names;
    }

    public Endpoint endpoint() {
        return Endpoint.counted("POST", "/open-apis/im/v1/messages", this::send)
                .limited(Tier.COMMON)
                .needing("im:message", "im:message:send_as_bot", "im:message:send");
    }

    private Reply send(Call call) {
        App app = call.app();
        ObjectNode body = call.body();
        String receiveId = Call.text(body, "receive_id");
        String type = Call.text(body, "msg_type");
        String content = Call.text(body, "content");
        String uuid = Call.optionalText(body, "uuid").orElse("");
        if (uuid.length() > LONGEST_UUID) {
            throw Refusal.field("uuid", uuid, "the max len is " + LONGEST_UUID);
        }
        String idType = call.request()
                .query()
                .find("receive_id_type")
                .orElseThrow(() -> Refusal.field("receive_id_type", "", "receive_id_type is required"));
        if (!app.hasBot()) {
            throw Refusal.badRequest(230006, "Bot ability is not activated.");
        }
        Message sent = messages.repeat(app.id(), uuid).orElseGet(() -> {
            Person person = receivers.find(app, idType, receiveId);
            contents.check(app, type, content, call.request().body().length);
            takeLimit(app, person);
            return deliver(app, person, type, content, uuid);
        });
        return Call.success(MessageJson.of(sent, app));
    }

    private Message deliver(App app, Person person, String type, String content, String uuid) {
        Optional<String> cardId = contents.entity(type, content);
        return messages.add(app.id(), uuid, now -> {
            String shown = cardId.map(id -> contents.take(app, id)).orElse(content);
            return new Message(
                    names.id("om_"),
                    app.id(),
                    person.openId(),
                    person.chatId(),
                    uuid,
                    now,
                    type,
                    shown,
                    cardId,
                    List.of(),
                    0);
        });
    }

    private void takeLimit(App app, Person person) {
        if (app.settings().rateLimits()
                && limits.take(app.id() + " to " + person.openId(), PER_RECEIVER)
                        .isPresent()) {
            throw Refusal.badRequest(230020, "This operation triggers the frequency limit: 5 a second for one user");
        }
    }
}
