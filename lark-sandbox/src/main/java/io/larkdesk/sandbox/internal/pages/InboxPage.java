package io.larkdesk.sandbox.internal.pages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.http.Html;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.im.Message;
import io.larkdesk.sandbox.internal.im.Messages;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Person;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A person's chat with an app's bot, newest message first; the page asks for changes every second. */
final class InboxPage {

    private static final int SHOWN = 100;
    private static final String SCRIPT = Layout.resource("inbox.js");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Platform platform;
    private final Messages messages;
    private final CardView cards;

    InboxPage(Platform platform, Messages messages) {
        this.platform = platform;
        this.messages = messages;
        this.cards = new CardView(
                new AppLinks(platform),
                id -> platform.person(id).map(Person::name).orElse(id));
    }

    Reply show(Person person, Request request) {
        long version = messages.version(person.openId());
        if (request.query().find("version").isPresent()) {
            return request.query().text("version").equals(Long.toString(version))
                    ? Reply.empty(204).with("Cache-Control", "no-store")
                    : Reply.html(200, list(person)).with("X-Inbox-Version", Long.toString(version));
        }
        App app = platform.app(person.appId()).orElseThrow();
        String body = """
                <main class="chat">
                <div class="inbox-head">%s<div class="who"><h1>%s</h1><small>Chat with the bot of %s · %s</small></div>
                <span id="live" class="live" role="status">Live</span></div>
                <p><a href="/">All apps and people</a></p>
                <div id="cards" data-version="%d" data-cookie="%s">%s</div>
                </main>
                <script>%s</script>
                """.formatted(
                        Avatar.inline(person),
                        Html.escape(person.name()),
                        Html.escape(app.name()),
                        Html.escape(app.organisation().name()),
                        version,
                        Html.escape(ChosenPerson.cookie(app.id(), person.openId())),
                        list(person),
                        SCRIPT);
        return Layout.page(200, "Inbox of " + person.name(), body);
    }

    private String list(Person person) {
        List<Message> all = messages.list(message -> message.openId().equals(person.openId()));
        if (all.isEmpty()) {
            return "<p class=\"empty\">No messages yet. What the bot sends to " + Html.escape(person.name())
                    + " appears here at once.</p>";
        }
        StringBuilder html = new StringBuilder();
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - SHOWN); i--) {
            html.append(draw(all.get(i)));
        }
        return html.toString();
    }

    private String draw(Message message) {
        String updated = message.updates().isEmpty() ? "" : " · updated";
        return "<section class=\"message\" data-message-id=\"" + Html.escape(message.id())
                + "\"><header><time datetime=\""
                + message.arrivedAt() + "\">" + TIME.format(message.arrivedAt()) + "</time>" + updated + "</header>"
                + content(message) + "</section>";
    }

    private String content(Message message) {
        ObjectNode content = Json.parseObject(message.current()).orElseGet(Json::object);
        return switch (message.type()) {
            case "interactive" -> cards.draw(content);
            case "text" -> bubble(content.path("text").asText(""));
            default -> bubble(message.current());
        };
    }

    private static String bubble(String text) {
        return "<div class=\"card\"><div class=\"card-body text\">" + Html.escape(text) + "</div></div>";
    }
}
