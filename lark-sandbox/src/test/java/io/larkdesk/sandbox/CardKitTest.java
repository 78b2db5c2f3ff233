package io.larkdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CardKitTest {

    private static final String CARDS = "/cardkit/v1/cards";
    private static final String CARD = """
            {"schema":"2.0","body":{"elements":[
              {"tag":"markdown","element_id":"text","content":"one"},
              {"tag":"column_set","element_id":"set","columns":[{"tag":"column","element_id":"col","elements":[
                {"tag":"div","element_id":"inner","text":{"tag":"plain_text","content":"two"}}]}]}]}}""";

    private final Sandbox sandbox = Sandbox.withApp();
    private int sequence;

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer create(String data) {
        return sandbox.call("POST", CARDS, body -> body.put("type", "card_json").put("data", data));
    }

    private String created() {
        return create(CARD).data().path("card_id").asText();
    }

    private Answer change(String method, String path, Sandbox.Settings body) {
        sandbox.clock.advance(Duration.ofMillis(200));
        return sandbox.call(method, CARDS + "/" + path, json -> {
            json.put("sequence", ++sequence);
            body.fill(json);
        });
    }

    private Answer sendEntity(String cardId) {
        return sandbox.sendCard("ou_ann", "{\"type\":\"card\",\"data\":{\"card_id\":\"" + cardId + "\"}}");
    }

    /** What Ann sees now, as one line of JSON. */
    private String seen() {
        JsonNode message = sandbox.get("/sandbox/messages?open_id=ou_ann")
                .json()
                .path("messages")
                .get(0);
        JsonNode updates = message.path("updates");
        return (updates.isEmpty() ? message : updates.get(updates.size() - 1))
                .path("card")
                .toString();
    }

    @Test
    void entityIsSentOnceAndShowsItsCard() {
        String cardId = created();
        assertThat(cardId).matches("[1-9]\\d{18}");
        assertThat(sendEntity(cardId).code()).isZero();
        assertThat(seen()).contains("\"one\"");
        Answer again = sendEntity(cardId);
        assertThat(again.code()).isEqualTo(230099);
        assertThat(again.json().path("msg").asText()).contains("ErrCode: 11310", "cardid is invalid");
        assertThat(sendEntity("7").json().path("msg").asText()).contains("cardid is invalid");
    }

    @Test
    void sentEntityIsReplacedInPlace() {
        String cardId = created();
        sendEntity(cardId);
        Answer replaced = change("PUT", cardId, body -> body.putObject("card")
                .put("type", "card_json")
                .put("data", CARD.replace("one", "new")));
        assertThat(replaced.code()).isZero();
        assertThat(seen()).contains("\"new\"").doesNotContain("\"one\"");
    }

    @Test
    void eachPieceOfACardIsChangedByItsId() {
        String id = created();
        sendEntity(id);
        assertThat(change("PUT", id + "/elements/text/content", body -> body.put("content", "streamed"))
                        .code())
                .isZero();
        assertThat(seen()).contains("streamed");
        assertThat(change("PUT", id + "/elements/inner/content", body -> body.put("content", "deep"))
                        .code())
                .isZero();
        assertThat(seen()).contains("deep");
        assertThat(change("PATCH", id + "/elements/text", body -> body.put("partial_element", "{\"content\":\"part\"}"))
                        .code())
                .isZero();
        assertThat(seen()).contains("part");
        assertThat(change(
                                "PUT",
                                id + "/elements/text",
                                body -> body.put("element", "{\"tag\":\"hr\",\"element_id\":\"line\"}"))
                        .code())
                .isZero();
        assertThat(add(id, "insert_before", "line", "first")).isZero();
        assertThat(add(id, "insert_after", "line", "third")).isZero();
        assertThat(add(id, "append", "", "last")).isZero();
        assertThat(add(id, "append", "col", "nested")).isZero();
        assertThat(seen()).matches(".*first.*line.*third.*set.*nested.*last.*");
        assertThat(change("DELETE", id + "/elements/set", body -> {}).code()).isZero();
        assertThat(seen()).doesNotContain("nested").contains("last");
        assertThat(change(
                                "PATCH",
                                id + "/settings",
                                body -> body.put("settings", "{\"config\":{\"width_mode\":\"fill\"}}"))
                        .code())
                .isZero();
        assertThat(seen()).contains("\"width_mode\":\"fill\"");
    }

    private int add(String id, String how, String target, String elementId) {
        return change("POST", id + "/elements", body -> body.put("type", how)
                        .put("target_element_id", target)
                        .put("elements", "[{\"tag\":\"hr\",\"element_id\":\"" + elementId + "\"}]"))
                .code();
    }

    @Test
    void batchIsDoneWholeOrNotAtAll() {
        String id = created();
        sendEntity(id);
        String good = """
                [{"action":"partial_update_setting","params":{"settings":{"config":{"enable_forward":false}}}},
                 {"action":"add_elements","params":{"type":"append","elements":[{"tag":"hr","element_id":"added"}]}},
                 {"action":"partial_update_element","params":{"element_id":"text","partial_element":{"content":"batch"}}},
                 {"action":"update_element","params":{"element_id":"inner","element":{"tag":"hr"}}},
                 {"action":"delete_elements","params":{"element_ids":["set"]}}]""";
        assertThat(change("POST", id + "/batch_update", body -> body.put("actions", good))
                        .code())
                .isZero();
        assertThat(seen()).contains("batch", "added", "enable_forward").doesNotContain("set");
        String halfBad = """
                [{"action":"delete_elements","params":{"element_ids":["added"]}},
                 {"action":"delete_elements","params":{"element_ids":["nowhere"]}}]""";
        assertThat(change("POST", id + "/batch_update", body -> body.put("actions", halfBad))
                        .code())
                .isEqualTo(300315);
        assertThat(seen()).contains("added");
        assertThat(change("POST", id + "/batch_update", body -> body.put("actions", "[{\"action\":\"odd\"}]"))
                        .code())
                .isEqualTo(10002);
    }

    @Test
    void cardsThatAreNoEntitiesAreRefused() {
        assertThat(sandbox.call("POST", CARDS, body -> body.put("type", "template")
                                .put("data", "{}"))
                        .code())
                .isEqualTo(10002);
        assertThat(create("no json").code()).isEqualTo(200220);
        assertThat(create("{}").code()).isEqualTo(300307);
        assertThat(create("{\"elements\":[]}").code()).isEqualTo(300303);
        assertThat(create("{\"schema\":\"2.0\",\"config\":{\"update_multi\":false}}")
                        .code())
                .isEqualTo(300302);
        assertThat(create("{\"schema\":\"2.0\",\"odd\":1}").code()).isEqualTo(200621);
        assertThat(create(CARD.replace("\"col\"", "\"text\"")).code()).isEqualTo(300301);
        assertThat(create(CARD.replace("one", "x".repeat(31 * 1024))).code()).isEqualTo(200860);
        String many = "{\"tag\":\"hr\"},".repeat(200) + "{\"tag\":\"hr\"}";
        assertThat(create("{\"schema\":\"2.0\",\"body\":{\"elements\":[" + many + "]}}")
                        .code())
                .isEqualTo(300305);
        assertThat(create(CARD).status()).isEqualTo(200);
    }

    @Test
    void sequenceMustIncrease() {
        String id = created();
        assertThat(content(id, 5, "")).isZero();
        assertThat(content(id, 5, "")).isEqualTo(300317);
        assertThat(content(id, 4, "")).isEqualTo(300317);
        assertThat(content(id, 6, "")).isZero();
        assertThat(content(id, 0, "")).isEqualTo(99992402);
    }

    @Test
    void uuidRepeatsOneChangeAndNoOther() {
        String id = created();
        sendEntity(id);
        assertThat(content(id, 1, "u")).isZero();
        assertThat(content(id, 1, "u")).isZero();
        assertThat(sandbox.get("/sandbox/messages")
                        .json()
                        .path("messages")
                        .get(0)
                        .path("updates"))
                .hasSize(1);
        assertThat(content(id, 2, "u")).isEqualTo(200770);
    }

    private int content(String id, int number, String uuid) {
        sandbox.clock.advance(Duration.ofMillis(200));
        return sandbox.call("PUT", CARDS + "/" + id + "/elements/text/content", body -> body.put("content", "x")
                        .put("sequence", number)
                        .put("uuid", uuid))
                .code();
    }

    @Test
    void changesThatDoNotFitHaveTheirNumbers() {
        String id = created();
        assertThat(change("DELETE", id + "/elements/nowhere", body -> {}).code())
                .isEqualTo(300315);
        assertThat(change("PUT", id + "/elements/nowhere", body -> body.put("element", "{}"))
                        .code())
                .isEqualTo(300313);
        assertThat(change("PATCH", id + "/elements/text", body -> body.put("partial_element", "{\"tag\":\"hr\"}"))
                        .code())
                .isEqualTo(300312);
        assertThat(change("PUT", id + "/elements/set/content", body -> body.put("content", "x"))
                        .code())
                .isEqualTo(300313);
        assertThat(add(id, "insert_after", "nowhere", "x")).isEqualTo(300314);
        assertThat(add(id, "somewhere", "text", "x")).isEqualTo(300314);
        assertThat(change("PATCH", id + "/settings", body -> body.put("settings", "{\"odd\":{}}"))
                        .code())
                .isEqualTo(300122);
    }

    @Test
    void entityIsItsAppsOwnAndLivesForFourteenDays() {
        String id = created();
        sandbox.app("cli_other", settings -> {});
        Answer foreign = sandbox.call(
                "DELETE", CARDS + "/" + id + "/elements/text", "{\"sequence\":1}", sandbox.token("cli_other"));
        assertThat(foreign.code()).isEqualTo(300311);
        assertThat(change("DELETE", "123/elements/text", body -> {}).code()).isEqualTo(200740);
        sandbox.clock.advance(Duration.ofDays(14));
        assertThat(change("DELETE", id + "/elements/text", body -> {}).code()).isEqualTo(200750);
        assertThat(sendEntity(id).code()).isEqualTo(230099);
    }

    @Test
    void elevenChangesOfOneCardInASecondAreTooMany() {
        String id = created();
        String token = sandbox.tenantToken();
        for (int i = 1; i <= 11; i++) {
            String body = "{\"content\":\"x\",\"sequence\":" + i + "}";
            Answer answer = sandbox.call("PUT", CARDS + "/" + id + "/elements/text/content", body, token);
            assertThat(answer.code()).isEqualTo(i <= 10 ? 0 : 99991400);
        }
    }

    @Test
    void messageIsTurnedIntoAnEntityThatChangesIt() {
        String messageId =
                sandbox.sendCard("ou_ann", CARD).data().path("message_id").asText();
        Answer converted = sandbox.call("POST", CARDS + "/id_convert", body -> body.put("message_id", messageId));
        String id = converted.data().path("card_id").asText();
        assertThat(change("PUT", id + "/elements/text/content", body -> body.put("content", "via entity"))
                        .code())
                .isZero();
        assertThat(seen()).contains("via entity");
        assertThat(sandbox.call("POST", CARDS + "/id_convert", body -> body.put("message_id", messageId))
                        .data()
                        .path("card_id")
                        .asText())
                .isEqualTo(id);
        assertThat(sandbox.call("POST", CARDS + "/id_convert", body -> body.put("message_id", "om_none"))
                        .code())
                .isEqualTo(10002);
    }

    @Test
    void scopeIsNeeded() {
        sandbox.app(settings -> settings.putArray("scopes").add("im:message:send_as_bot"));
        assertThat(create(CARD).code()).isEqualTo(99991672);
    }
}
