package io.larkdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ControlTest {

    private final Sandbox sandbox = Sandbox.withApp();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    apps | body | not json
                    apps | body | []
                    apps | app_id | {}
                    apps | app_id | {"app_id":"a b"}
                    apps | app_secret | {"app_id":"cli_x","organisation":"X"}
                    apps | organisation | {"app_id":"cli_x","app_secret":"s"}
                    apps | organisation | {"app_id":"cli_x","app_secret":"s","organisation":" "}
                    apps | brand | {"app_id":"cli_x","app_secret":"s","organisation":"X","brand":"other"}
                    apps | edition | {"app_id":"cli_x","app_secret":"s","organisation":"X","edition":"GOLD"}
                    apps | bot | {"app_id":"cli_x","app_secret":"s","organisation":"X","bot":"yes"}
                    apps | bots | {"app_id":"cli_x","app_secret":"s","organisation":"X","bots":true}
                    apps | scopes | {"app_id":"cli_x","app_secret":"s","organisation":"X","scopes":"one"}
                    apps | redirect_urls | {"app_id":"cli_x","app_secret":"s","organisation":"X","redirect_urls":["/cb"]}
                    apps | home_page | {"app_id":"cli_x","app_secret":"s","organisation":"X","home_page":"desk"}
                    people | app_id | {"name":"Ann"}
                    people | app_id | {"app_id":"cli_none","name":"Ann"}
                    faults | path | {"times":1}
                    faults | path | {"path":"im"}
                    faults | times | {"path":"/x","times":0}
                    faults | status | {"path":"/x","status":99}
                    faults | status | {"path":"/x","status":200}
                    faults | drop | {"path":"/x","drop":"sometimes"}
                    faults | drop | {"path":"/x","drop":"after","status":500}
                    faults | delay_ms | {"path":"/x","delay_ms":-1}
                    faults | drip | {"path":"/x","drip":"slow"}
                    faults | malformed | {"path":"/x","malformed":"odd"}
                    faults | headers.a | {"path":"/x","headers":{"a":1}}
                    faults | delay | {"path":"/x","delay":1}
                    clock | advance | {}
                    clock | advance | {"advance":"1 hour"}
                    clock | advance | {"advance":"-PT1H"}
                    organisations | organisation | {"organisation":"Nowhere"}
                    organisations | quota_used | {"organisation":"Acme","quota_used":-1}
                    """)
    void badInputIsRefusedWithTheFieldToBlame(String path, String field, String body) {
        Answer answer = sandbox.control("/sandbox/" + path, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("field").asText()).isEqualTo(field);
        assertThat(answer.json().path("error").asText()).startsWith(field + ": ");
    }

    @Test
    void personIsFoundByOpenIdAndUpdated() {
        JsonNode made = sandbox.control(
                        "/sandbox/people", "{\"app_id\":\"" + sandbox.app + "\",\"name\":\"Zoë\",\"en_name\":\"Zoe\"}")
                .json();
        String openId = made.path("open_id").asText();
        assertThat(openId).matches("ou_[0-9a-f]{32}");
        assertThat(made.path("union_id").asText()).matches("on_[0-9a-f]{32}");
        assertThat(sandbox.person(openId, "Zoë Müller").json()).isEqualTo(made);
        JsonNode people =
                sandbox.get("/sandbox/people?app_id=" + sandbox.app).json().path("people");
        assertThat(people).hasSize(3);
        assertThat(people.get(2).path("name").asText()).isEqualTo("Zoë Müller");
        assertThat(people.get(2).path("en_name").asText()).isEqualTo("Zoe");
    }

    @Test
    void openIdBelongsToOneApp() {
        sandbox.app("cli_other", settings -> {});
        Answer answer = sandbox.control(
                "/sandbox/people", "{\"app_id\":\"cli_other\",\"open_id\":\"ou_ann\",\"name\":\"Ann\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("field").asText()).isEqualTo("open_id");
    }

    @Test
    void secondPostOfAnAppChangesWhatItNamesAndNothingElse() {
        JsonNode before = sandbox.app(settings -> settings.put("home_page", "https://desk.example/lark"))
                .json();
        assertThat(before.has("app_secret")).isFalse();
        JsonNode after = sandbox.control(
                        "/sandbox/apps", "{\"app_id\":\"" + sandbox.app + "\",\"bot\":false,\"brand\":null}")
                .json();
        assertThat(after.path("bot").asBoolean()).isFalse();
        assertThat(after.path("home_page")).isEqualTo(before.path("home_page"));
        assertThat(after.path("tenant_key")).isEqualTo(before.path("tenant_key"));
        assertThat(after.path("redirect_urls")).hasSize(1);
        assertThat(sandbox.tenantToken()).isNotEmpty();
        assertThat(sandbox.get("/sandbox/apps").json().path("apps")).hasSize(1);
    }

    @Test
    void appsOfOneNamedOrganisationShareIt() {
        JsonNode one = sandbox.app("cli_a", settings -> settings.put("edition", "PAID"))
                .json();
        JsonNode two = sandbox.app("cli_b", settings -> {}).json();
        assertThat(two.path("tenant_key")).isEqualTo(one.path("tenant_key"));
        assertThat(two.path("edition").asText()).isEqualTo("PAID");
        JsonNode twin = sandbox.app("cli_c", settings -> settings.put("brand", "feishu"))
                .json();
        assertThat(twin.path("tenant_key")).isNotEqualTo(one.path("tenant_key"));
        assertThat(sandbox.get("/sandbox/organisations").json().path("organisations"))
                .hasSize(2);
    }

    @Test
    void clockGoesForward() {
        assertThat(sandbox.get("/sandbox/clock").json().path("now").asText()).isEqualTo("2026-11-24T10:00:00.000Z");
        Answer answer = sandbox.control("/sandbox/clock", "{\"advance\":\"PT1H30M\"}");
        assertThat(answer.json().path("now").asText()).isEqualTo("2026-11-24T11:30:00.000Z");
        sandbox.sendCard("ou_ann", Sandbox.CARD);
        assertThat(sandbox.get("/sandbox/messages")
                        .json()
                        .path("messages")
                        .get(0)
                        .path("arrived_at")
                        .asText())
                .isEqualTo("2026-11-24T11:30:00.000Z");
    }

    @Test
    void unknownPathIsNotFoundAndWrongMethodIsRefused() {
        assertThat(sandbox.get("/sandbox/nothing").status()).isEqualTo(404);
        assertThat(sandbox.send(sandbox.request("/sandbox/apps").DELETE())
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("method");
    }
}
