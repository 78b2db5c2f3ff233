package io.larkdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MessageTest {

    private static final String SEND = "/im/v1/messages?receive_id_type=open_id";

    private final Sandbox sandbox = Sandbox.withApp();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode messagesOf(String openId) {
        return sandbox.get("/sandbox/messages?app_id=" + sandbox.app + "&open_id=" + openId)
                .json()
                .path("messages");
    }

    @Test
    void sentCardIsAnsweredAndArrivesWithItsTime() {
        Instant now = sandbox.clock.instant();
        Answer sent = sandbox.sendCard("ou_ann", Sandbox.CARD, "first");
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.code()).isZero();
        assertThat(sent.data().path("message_id").asText()).matches("om_[0-9a-f]{32}");
        assertThat(sent.data().path("create_time").textValue()).isEqualTo(Long.toString(now.toEpochMilli()));
        assertThat(sent.data().path("body").path("content").textValue()).isEqualTo(Sandbox.CARD);

        JsonNode messages = messagesOf("ou_ann");
        assertThat(messages).hasSize(1);
        JsonNode message = messages.get(0);
        assertThat(message.path("message_id")).isEqualTo(sent.data().path("message_id"));
        assertThat(message.path("uuid").asText()).isEqualTo("first");
        assertThat(message.path("arrived_at").asText()).isEqualTo("2026-11-24T10:00:00.000Z");
        assertThat(message.path("card").path("schema").asText()).isEqualTo("2.0");
        assertThat(message.path("updates")).isEmpty();
        assertThat(messagesOf("ou_bob")).isEmpty();
    }

    @Test
    void sameUuidWithinTheHourGivesTheFirstMessageAgain() {
        String first = sandbox.sendCard("ou_ann", Sandbox.CARD, "u")
                .data()
                .path("message_id")
                .asText();
        sandbox.clock.advance(Duration.ofHours(1).minusMillis(1));
        Answer again = sandbox.sendCard("ou_ann", Sandbox.CARD, "u");
        assertThat(again.data().path("message_id").asText()).isEqualTo(first);
        assertThat(messagesOf("ou_ann")).hasSize(1);
        assertThat(messagesOf("ou_ann").get(0).path("repeats").asInt()).isEqualTo(1);
        assertThat(messagesOf("ou_ann").get(0).path("arrived_at").asText()).isEqualTo("2026-11-24T10:00:00.000Z");

        sandbox.clock.advance(Duration.ofMillis(1));
        assertThat(sandbox.sendCard("ou_ann", Sandbox.CARD, "u")
                        .data()
                        .path("message_id")
                        .asText())
                .isNotEqualTo(first);
        assertThat(messagesOf("ou_ann")).hasSize(2);
    }

    @Test
    void manySendsAtOnceWithOneUuidMakeOneMessage() throws Exception {
        sandbox.app(settings -> settings.put("rate_limits", false));
        String token = sandbox.tenantToken();
        String body = Sandbox.message("ou_ann", Sandbox.CARD, "same");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> send = () -> sandbox.call("POST", SEND, body, token)
                    .data()
                    .path("message_id")
                    .asText();
            Set<String> ids = new TreeSet<>();
            for (Future<String> sent : threads.invokeAll(Collections.nCopies(40, send))) {
                ids.add(sent.get());
            }
            assertThat(ids).hasSize(1);
            assertThat(messagesOf("ou_ann")).hasSize(1);
            assertThat(messagesOf("ou_ann").get(0).path("repeats").asInt()).isEqualTo(39);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void receiverIsFoundByEachKindOfId() {
        sandbox.app(settings ->
                settings.putArray("scopes").add("im:message:send").add("contact:user.employee_id:readonly"));
        JsonNode ann = sandbox.person(
                        "ou_ann", "Ann", person -> person.put("user_id", "u1").put("email", "a@acme.example"))
                .json();
        assertThat(sentTo("union_id", ann.path("union_id").asText())).isZero();
        assertThat(sentTo("user_id", "u1")).isZero();
        assertThat(sentTo("email", "a@acme.example")).isZero();
        String chat =
                sandbox.sendCard("ou_ann", Sandbox.CARD).data().path("chat_id").asText();
        assertThat(sentTo("chat_id", chat)).isZero();
        assertThat(messagesOf("ou_ann")).hasSize(5);

        assertThat(sentTo("union_id", "on_none")).isEqualTo(99992351);
        assertThat(sentTo("user_id", "none")).isEqualTo(99992351);
        assertThat(sentTo("email", "none@acme.example")).isEqualTo(230034);
        assertThat(sentTo("chat_id", "oc_none")).isEqualTo(230002);
        assertThat(sentTo("phone", "1")).isEqualTo(99992402);
    }

    private int sentTo(String kind, String id) {
        return sandbox.call("POST", "/im/v1/messages?receive_id_type=" + kind, Sandbox.message(id, Sandbox.CARD, ""))
                .code();
    }

    @Test
    void receiverThatTheBotDoesNotReachHasItsNumber() {
        assertThat(refusal("ou_nobody", Sandbox.CARD)).isEqualTo(99992351);
        sandbox.app("cli_second", settings -> {});
        sandbox.control("/sandbox/people", "{\"app_id\":\"cli_second\",\"open_id\":\"ou_else\",\"name\":\"Else\"}");
        assertThat(refusal("ou_else", Sandbox.CARD)).isEqualTo(99992361);

        sandbox.person("ou_ann", "Ann", person -> person.put("bot_opted_out", true));
        assertThat(refusal("ou_ann", Sandbox.CARD)).isEqualTo(230053);
        sandbox.person(
                "ou_ann", "Ann", person -> person.put("bot_opted_out", false).put("resigned", true));
        assertThat(refusal("ou_ann", Sandbox.CARD)).isEqualTo(230029);
        sandbox.app(settings -> settings.putArray("available_to").add("ou_ann"));
        assertThat(refusal("ou_bob", Sandbox.CARD)).isEqualTo(230013);
        sandbox.app(settings -> settings.put("bot", false));
        assertThat(refusal("ou_bob", Sandbox.CARD)).isEqualTo(230006);
    }

    private int refusal(String openId, String card) {
        Answer answer = sandbox.sendCard(openId, card);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").path("log_id").asText()).isEqualTo(answer.header("X-Tt-Logid"));
        return answer.code();
    }

    @Test
    void contentMustBeATextThatHoldsJson() {
        Answer object =
                sandbox.call("POST", SEND, "{\"receive_id\":\"ou_ann\",\"msg_type\":\"interactive\",\"content\":{}}");
        assertThat(object.status()).isEqualTo(400);
        assertThat(object.code()).isEqualTo(99992402);
        assertThat(object.json()
                        .path("error")
                        .path("field_violations")
                        .get(0)
                        .path("field")
                        .asText())
                .isEqualTo("content");
        assertThat(refusal("ou_ann", "no json")).isEqualTo(230001);
        assertThat(sandbox.call("POST", SEND, "{}").code()).isEqualTo(99992402);
        assertThat(sandbox.call("POST", SEND, "[]").code()).isEqualTo(9499);
        assertThat(sandbox.call("POST", "/im/v1/messages", Sandbox.message("ou_ann", Sandbox.CARD, ""))
                        .code())
                .isEqualTo(99992402);
        assertThat(sandbox.sendCard("ou_ann", Sandbox.CARD, "x".repeat(51)).code())
                .isEqualTo(99992402);
        assertThat(sandbox.sendCard("ou_ann", Sandbox.CARD, "x".repeat(50)).code())
                .isZero();
    }

    @Test
    void textIsSentAndOtherTypesAreNot() {
        assertThat(sentType("text", "{\"text\":\"hi\"}")).isZero();
        assertThat(sentType("post", "{\"en_us\":{}}")).isZero();
        assertThat(sentType("text", "{}")).isEqualTo(230001);
        assertThat(sentType("image", "{\"image_key\":\"x\"}")).isEqualTo(230055);
        assertThat(sentType("nonsense", "{}")).isEqualTo(230001);
        assertThat(sentType("text", "{\"text\":\"" + "x".repeat(31 * 1024) + "\"}"))
                .isZero();
        assertThat(sentType("text", "{\"text\":\"" + "x".repeat(151 * 1024) + "\"}"))
                .isEqualTo(230025);
    }

    private int sentType(String type, String content) {
        sandbox.clock.advance(Duration.ofSeconds(1));
        return sandbox.call("POST", SEND, body -> body.put("receive_id", "ou_ann")
                        .put("msg_type", type)
                        .put("content", content))
                .code();
    }

    @Test
    void cardMustNotBeTooLarge() {
        String large = Sandbox.CARD.replace("hello", "x".repeat(31 * 1024));
        assertThat(refusal("ou_ann", large)).isEqualTo(230025);
    }

    @Test
    void cardOfSchema2MustKeepItsRules() {
        assertThat(cardRefusal(elements(201))).contains("ErrCode: 11310");
        assertThat(sandbox.sendCard("ou_ann", elements(200)).code()).isZero();
        assertThat(cardRefusal("{\"schema\":\"2.0\",\"elements\":[]}"))
                .contains("ErrCode: 200621", "unknown property, property: elements, path: ROOT");
        assertThat(cardRefusal("{\"schema\":\"2.0\",\"header\":{\"tag\":\"x\"}}"))
                .contains("property: tag, path: ROOT -> header");
        assertThat(cardRefusal(
                        body("{\"tag\":\"div\",\"text\":{\"tag\":\"plain_text\",\"content\":\"x\",\"weight\":1}}")))
                .contains("property: weight, path: ROOT -> body -> elements -> [0](tag: div) -> text(tag: plain_text)");
        assertThat(cardRefusal(body("{\"tag\":\"action\",\"actions\":[]}"))).contains("ErrCode: 200861");
        assertThat(cardRefusal(body("{\"tag\":\"hr\",\"element_id\":\"a\"},{\"tag\":\"hr\",\"element_id\":\"a\"}")))
                .contains("ErrCode: 300301");
        assertThat(cardRefusal("{\"type\":\"template\",\"data\":{\"template_id\":\"x\"}}"))
                .contains("ErrCode:");
    }

    @Test
    void cardWithEverythingThatRemindersUseIsAccepted() {
        String card = """
                {"schema":"2.0","config":{"update_multi":true,"width_mode":"compact","summary":{"content":"s"}},
                 "card_link":{"url":"https://desk.example/"},
                 "header":{"title":{"tag":"plain_text","content":"t"},"subtitle":{"tag":"plain_text","content":"t"},
                   "text_tag_list":[{"tag":"text_tag","text":{"tag":"plain_text","content":"High"},"color":"orange"}],
                   "template":"turquoise","icon":{"tag":"standard_icon","token":"chat_outlined"},"padding":"12px"},
                 "body":{"direction":"vertical","padding":"12px","vertical_spacing":"8px","elements":[
                   {"tag":"div","text":{"tag":"plain_text","content":"x","lines":2,"text_size":"notation","text_color":"grey"}},
                   {"tag":"markdown","content":"**x** <at id=ou_ann></at>","text_align":"left","element_id":"md_1","margin":"0"},
                   {"tag":"column_set","flex_mode":"stretch","columns":[{"tag":"column","width":"weighted","weight":1,
                     "elements":[{"tag":"div","text":{"tag":"lark_md","content":"y"}}]}]},
                   {"tag":"hr"},
                   {"tag":"button","type":"primary_filled","size":"medium","width":"fill",
                     "text":{"tag":"plain_text","content":"Open"},
                     "behaviors":[{"type":"open_url","default_url":"https://desk.example/","pc_url":"https://desk.example/"},
                       {"type":"callback","value":{"tag":"anything","free":1}}]}]}}""";
        assertThat(sandbox.sendCard("ou_ann", card).json().toString()).contains("\"code\":0");
    }

    private static String body(String elements) {
        return "{\"schema\":\"2.0\",\"body\":{\"elements\":[" + elements + "]}}";
    }

    private static String elements(int n) {
        return body(String.join(",", Collections.nCopies(n, "{\"tag\":\"hr\"}")));
    }

    private String cardRefusal(String card) {
        sandbox.clock.advance(Duration.ofSeconds(1));
        Answer answer = sandbox.sendCard("ou_ann", card);
        assertThat(answer.code()).isEqualTo(230099);
        assertThat(answer.json().path("msg").asText()).contains("ext=ErrCode: ");
        return answer.json().path("msg").asText();
    }

    @Test
    void fiveASecondReachOnePersonAndTheSixthDoesNot() {
        for (int i = 0; i < 5; i++) {
            assertThat(sandbox.sendCard("ou_ann", Sandbox.CARD).code()).isZero();
        }
        assertThat(refusal("ou_ann", Sandbox.CARD)).isEqualTo(230020);
        assertThat(sandbox.sendCard("ou_bob", Sandbox.CARD).code()).isZero();
        sandbox.clock.advance(Duration.ofMillis(999));
        assertThat(refusal("ou_ann", Sandbox.CARD)).isEqualTo(230020);
        sandbox.clock.advance(Duration.ofMillis(1));
        assertThat(sandbox.sendCard("ou_ann", Sandbox.CARD).code()).isZero();
        assertThat(messagesOf("ou_ann")).hasSize(6);
    }

    @Test
    void sentCardIsReplacedAndKeepsItsHistory() {
        String id = sandbox.sendCard("ou_ann", Sandbox.CARD)
                .data()
                .path("message_id")
                .asText();
        sandbox.clock.advance(Duration.ofMinutes(1));
        assertThat(patch(id, Sandbox.CARD.replace("hello", "bye"))).isZero();
        JsonNode message = messagesOf("ou_ann").get(0);
        assertThat(message.path("card").toString()).contains("hello");
        assertThat(message.path("updates")).hasSize(1);
        assertThat(message.path("updates").get(0).path("at").asText()).isEqualTo("2026-11-24T10:01:00.000Z");
        assertThat(message.path("updates").get(0).path("card").toString()).contains("bye");
    }

    private int patch(String messageId, String card) {
        return sandbox.call("PATCH", "/im/v1/messages/" + messageId, body -> body.put("content", card))
                .code();
    }

    @Test
    void replacingHasItsOwnLimits() {
        String id = sandbox.sendCard("ou_ann", Sandbox.CARD)
                .data()
                .path("message_id")
                .asText();
        assertThat(patch("om_none", Sandbox.CARD)).isEqualTo(230001);
        assertThat(patch(id, "{\"elements\":[]}")).isEqualTo(230001);
        assertThat(patch(id, Sandbox.CARD.replace("hello", "x".repeat(31 * 1024))))
                .isEqualTo(230025);
        assertThat(patch(id, body("{\"tag\":\"action\"}"))).isEqualTo(230099);
        for (int i = 0; i < 5; i++) {
            assertThat(patch(id, Sandbox.CARD)).isZero();
        }
        assertThat(patch(id, Sandbox.CARD)).isEqualTo(230020);

        String old = sandbox.sendCard("ou_bob", "{\"config\":{},\"elements\":[]}")
                .data()
                .path("message_id")
                .asText();
        assertThat(patch(old, Sandbox.CARD)).isEqualTo(230001);

        sandbox.clock.advance(Duration.ofDays(14));
        assertThat(patch(id, Sandbox.CARD)).isZero();
        sandbox.clock.advance(Duration.ofMillis(1));
        assertThat(patch(id, Sandbox.CARD)).isEqualTo(230031);

        sandbox.app("cli_other", settings -> settings.putArray("redirect_urls"));
        Answer foreign = sandbox.call(
                "PATCH",
                "/im/v1/messages/" + id,
                Sandbox.object(body -> body.put("content", Sandbox.CARD)),
                sandbox.token("cli_other"));
        assertThat(foreign.code()).isEqualTo(230027);
    }

    @Test
    void messagesAreListedInTheOrderOfTheirArrival() {
        for (String text : List.of("one", "two", "three")) {
            sandbox.sendCard("ou_ann", Sandbox.CARD.replace("hello", text));
            sandbox.clock.advance(Duration.ofMillis(7));
        }
        ArrayNode times = new ObjectMapper().createArrayNode();
        messagesOf("ou_ann")
                .forEach(message -> times.add(message.path("arrived_at").asText()));
        assertThat(times.toString())
                .isEqualTo("[\"2026-11-24T10:00:00.000Z\",\"2026-11-24T10:00:00.007Z\",\"2026-11-24T10:00:00.014Z\"]");
        assertThat(messagesOf("ou_ann").get(2).path("card").toString()).contains("three");
        ObjectNode all = (ObjectNode) sandbox.get("/sandbox/messages").json();
        assertThat(all.path("messages")).hasSize(3);
    }
}
