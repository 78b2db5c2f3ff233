package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.reminder.MessageReminder.Item;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.lark.DeskLinks;
import io.larkdesk.lark.LarkHosts;
import io.larkdesk.lark.LarkReminders;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okhttp3.OkHttpClient;

/**
 * Whatever people write stands in a card as plain text, whole: it becomes no mention, no link and no element, and the card goes to nobody
 * else. What Lark is sent is read as Lark reads it, and compared with the same card of harmless words.
 */
class CardFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-24T06:30:00Z");
    private static final TenantId TENANT = Samples.APP.tenant();
    private static final int LONGEST_NAME = 64;
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final AnyLark LARK = new AnyLark();
    private static final HttpLark HTTP = HttpLark.builder(new RecordingMeter())
            .client(new OkHttpClient.Builder()
                    .dispatcher(AnyLark.inTurn())
                    .addInterceptor(LARK)
                    .build())
            .build();
    private static final LarkReminders REMINDERS = new LarkReminders(
            HTTP,
            new OpenSecrets(),
            new DeskLinks(URI.create("https://desk.example"), DeskLinks.Style.APP_LINK, LarkHosts::of));

    @FuzzTest
    void whatPeopleWriteIsPlainText(FuzzedDataProvider data) throws IOException {
        String text = "." + data.consumeRemainingAsString();

        JsonNode sent = sent(text);

        assertThat(plain(sent))
                .containsExactly(
                        seen(name(text)) + " mentioned you",
                        seen(excerpt(text)),
                        seen(name(text)) + " · just now",
                        "Open message");
        assertThat(shape(sent)).isEqualTo(shape(sent("Harmless")));
    }

    /** The message that Lark gets, with its card. */
    private static JsonNode sent(String text) throws IOException {
        MessageId message = new MessageId(new GroupId(TENANT, new UUID(3, 1)), 412);
        Item item = new Item(message, text, text, excerpt(text), NOW);
        LARK.says(FakeLark.SENT.getBytes(StandardCharsets.UTF_8));
        REMINDERS.deliver(
                Samples.tenant(Tenant.Kind.CUSTOMER, "Harbour"),
                new MessageReminder(
                        new ReminderId(new UUID(4, 0)), 1, recipient(), NOW, Optional.empty(), List.of(item)),
                Samples.SOON);
        ObjectNode sent = (ObjectNode) STRICT.readTree(LARK.sent());
        sent.set("content", STRICT.readTree(sent.path("content").textValue()));
        return sent;
    }

    private static Person recipient() {
        return new Person(
                new PersonId(TENANT, new UUID(2, 2)),
                Samples.ANN,
                PersonName.of("Ann"),
                Optional.empty(),
                Optional.empty(),
                Language.EN,
                Optional.empty());
    }

    private static String excerpt(String text) {
        return text.substring(0, Math.min(text.length(), Item.LONGEST_EXCERPT));
    }

    private static String name(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NAME
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    /** As UTF-8 carries it. */
    private static String seen(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** All plain texts, in order. */
    private static List<String> plain(JsonNode message) {
        List<String> plain = new ArrayList<>();
        message.findParents("tag").stream()
                .filter(node -> node.path("tag").asText().equals("plain_text"))
                .forEach(node -> plain.add(node.path("content").textValue()));
        return plain;
    }

    /** The message without its plain texts, and without the line in the list of chats, which is one too. */
    private static JsonNode shape(JsonNode message) {
        JsonNode shape = message.deepCopy();
        shape.findParents("tag").stream()
                .filter(node -> node.path("tag").asText().equals("plain_text"))
                .forEach(node -> ((ObjectNode) node).put("content", ""));
        ((ObjectNode) shape.path("content").path("config").path("summary")).put("content", "");
        return shape;
    }
}
