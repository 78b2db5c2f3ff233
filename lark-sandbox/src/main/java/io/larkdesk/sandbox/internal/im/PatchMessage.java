package io.larkdesk.sandbox.internal.im;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.card.CardRules;
import io.larkdesk.sandbox.internal.gate.Call;
import io.larkdesk.sandbox.internal.gate.Endpoint;
import io.larkdesk.sandbox.internal.gate.Limit;
import io.larkdesk.sandbox.internal.gate.RateLimits;
import io.larkdesk.sandbox.internal.gate.Refusal;
import io.larkdesk.sandbox.internal.gate.Tier;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.PlatformClock;
import java.time.Duration;

/** The bot replaces a card that it sent: {@code PATCH im/v1/messages/:message_id}. */
public final class PatchMessage {

    private static final Limit PER_MESSAGE = new Limit(5, Duration.ofSeconds(1));
    private static final Duration CHANGEABLE = Duration.ofDays(14);

    private final Messages messages;
    private final Contents contents;
    private final RateLimits limits;
    private final PlatformClock clock;

    public PatchMessage(Messages messages, Contents contents, RateLimits limits, PlatformClock clock) {
        this.messages = messages;
        this.contents = contents;
        this.limits = limits;
        this.clock = clock;
    }

    public Endpoint endpoint() {
        return Endpoint.counted("PATCH", "/open-apis/im/v1/messages/:message_id", this::patch)
                .limited(Tier.COMMON)
                .needing("im:message", "im:message:send_as_bot", "im:message:update");
    }

    private Reply patch(Call call) {
        App app = call.app();
        String content = Call.text(call.body(), "content");
        if (!app.hasBot()) {
            throw Refusal.badRequest(230006, "Bot ability is not activated.");
        }
        Message message =
                messages.find(call.path("message_id")).orElseThrow(() -> invalid("message_id does not exist"));
        checkChangeable(app, message);
        contents.check(app, "interactive", content, call.request().body().length);
        if (!isShared(message.current()) || !isShared(content)) {
            throw invalid("only a card with config.update_multi true, before and after, can be updated");
        }
        if (app.settings().rateLimits()
                && limits.take("update " + message.id(), PER_MESSAGE).isPresent()) {
            throw Refusal.badRequest(230020, "This operation triggers the frequency limit: 5 a second for one message");
        }
        messages.update(message.id(), content);
        return Call.success(Json.object());
    }

    private void checkChangeable(App app, Message message) {
        if (!message.appId().equals(app.id())) {
            throw Refusal.badRequest(230027, "Lack of necessary permissions: the message is another app's");
        }
        if (!message.type().equals("interactive")) {
            throw invalid("the message is no card");
        }
        if (clock.now().isAfter(message.arrivedAt().plus(CHANGEABLE))) {
            throw Refusal.badRequest(230031, "The message was sent more than 14 days ago");
        }
        if (!app.isAvailableTo(message.openId())) {
            throw Refusal.badRequest(230013, "Bot has NO availability to this user");
        }
    }

    /** Cards of schema 2.0 are always shared; older ones say so or are not. */
    private static boolean isShared(String content) {
        ObjectNode card = Json.parseObject(content).orElseGet(Json::object);
        return CardRules.isSchema2(card)
                || card.path("config").path("update_multi").asBoolean(false);
    }

    private static Refusal invalid(String ext) {
        return Refusal.badRequest(230001, "Your request contains an invalid request parameter, ext=" + ext);
    }
}
