package io.larkdesk.app.console.emergencies;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.escalation.Emergencies;
import io.larkdesk.core.escalation.Emergency;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmergenciesIT {

    private static final String BOARD = "/console/emergencies";

    private static RunningDesk desk;
    private static SignedIn daniel;
    private static SignedIn sofia;
    private static SignedIn amara;

    private Emergency emergency;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of("larkdesk.emergency.ack-within", "PT24H"));
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        sofia = SignedIn.toConsole(desk.node(), "ou_sofia");
        amara = SignedIn.toConsole(desk.node(), "ou_amara");
    }

    @BeforeEach
    void declare() {
        String ticket = daniel.openTicket("Checkout writes time out");
        Map<String, String> form = Map.of(
                "clientId", UUID.randomUUID().toString(), "reason", "BUSINESS_UNAVAILABLE", "impact", "All shops");
        assertThat(daniel.send(ticket + "/emergency", form).status()).isEqualTo(303);
        emergency = desk.node()
                .bean(Emergencies.class)
                .listActive(Optional.empty(), 1)
                .get(0);
    }

    @AfterEach
    void end() {
        if (now().isActive()) {
            assertThat(command(sofia, "end", Map.of("closing", "Over")).status())
                    .isEqualTo(303);
        }
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private Emergency now() {
        return desk.node().bean(Emergencies.class).find(emergency.id()).orElseThrow();
    }

    private Answer command(SignedIn who, String command, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.putIfAbsent("version", Long.toString(now().version()));
        return who.submit(path(command), form);
    }

    private String path(String command) {
        return BOARD + "/" + emergency.id() + "/" + command;
    }

    @Test
    void theBoardTellsWhatIsWrongAndWhoWasPaged() {
        Answer board = amara.browser().get(BOARD);

        assertThat(board.status()).isEqualTo(200);
        assertThat(board.body())
                .contains("Checkout writes time out", "All shops", "data-elapsed=", path("acknowledge"))
                .contains("id=\"active\" data-ring=");
        assertThat(amara.browser().get("/console/staff").body()).contains("<span>1</span>");
        assertThat(amara.ask(BOARD).body()).startsWith("<div class=\"board\"").doesNotContain("<html");
    }

    @Test
    void openingTheLinkAcknowledgesNothing() {
        Answer asked = amara.browser().get(path("acknowledge"));

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains("id=\"do-acknowledge\"");
        assertThat(now().isUnacknowledged()).isTrue();
        assertThat(new TestBrowser(desk.node()).get(path("acknowledge")).location())
                .isEqualTo("/thirdparty/lark/cli_alder/login?next="
                        + URLEncoder.encode(path("acknowledge"), StandardCharsets.UTF_8));
    }

    @Test
    void whoComesSecondIsToldWhoWasFirstAndCanJoin() {
        Map<String, String> seen = Map.of("version", Long.toString(now().version()), "from", "ask");
        assertThat(command(sofia, "acknowledge", seen).location()).startsWith("/lark/cli_alder/tickets/");

        Answer second = command(amara, "acknowledge", seen);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("id=\"told\"", "Sofia Lindqvist", "id=\"do-acknowledge\"");
        assertThat(now().acknowledgement().orElseThrow().by())
                .isEqualTo(sofia.person().id());

        String ticket = command(amara, "acknowledge", Map.of("from", "ask")).location();
        assertThat(amara.browser().get(ticket).status()).isEqualTo(200);
        assertThat(command(amara, "acknowledge", seen).status()).isEqualTo(409);
    }

    @Test
    void itIsHandedOverConfirmedAndEndedOnTheBoard() {
        assertThat(command(sofia, "acknowledge", Map.of()).location()).isEqualTo(BOARD);
        assertThat(command(
                                sofia,
                                "hand-over",
                                Map.of("person", amara.person().id().value().toString()))
                        .status())
                .isEqualTo(303);
        assertThat(command(sofia, "confirm", Map.of()).status()).isEqualTo(409);
        assertThat(amara.browser().get(path("acknowledge")).body()).contains("id=\"do-confirm\"");
        assertThat(command(amara, "confirm", Map.of()).status()).isEqualTo(303);
        assertThat(command(amara, "end", Map.of("closing", "Failed over")).status())
                .isEqualTo(303);

        Answer board = amara.browser().get(BOARD);
        assertThat(board.body()).contains("Failed over").doesNotContain(path("end"));
        assertThat(amara.browser().get(path("acknowledge")).body()).doesNotContain("<button class=\"btn danger big");
        assertThat(command(amara, "end", Map.of("closing", "Again")).status()).isEqualTo(409);
    }

    @Test
    void aStaleCommandIsRefusedAndTheStateShown() {
        Map<String, String> seen = Map.of("version", Long.toString(now().version()), "closing", "Over");
        command(sofia, "acknowledge", Map.of());

        Answer refused = command(amara, "end", seen);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("role=\"alert\"", "Sofia Lindqvist");
        assertThat(now().isActive()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"version, ''", "version, x", "version, -1", "version, 99999999999999999999"})
    void aCommandWithoutWhatWasSeenIsRefused(String field, String value) {
        assertThat(command(sofia, "acknowledge", Map.of(field, value)).status()).isEqualTo(400);
        assertThat(now().isUnacknowledged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "00000000-0000-0000-0000-00000000000"})
    void nobodyIsHandedAnythingWithoutBeingNamed(String person) {
        command(sofia, "acknowledge", Map.of());

        assertThat(command(sofia, "hand-over", Map.of("person", person)).status())
                .isEqualTo(400);
        assertThat(command(sofia, "hand-over", Map.of("person", new UUID(4, 2).toString()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aClosingWordIsAskedFor() {
        for (String none : new String[] {"", "  ", "x".repeat(501)}) {
            Answer refused = command(sofia, "end", Map.of("closing", none));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"closing-problem\"");
        }
        assertThat(now().isActive()).isTrue();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String none : new String[] {"x", emergency.id().value().toString(), emergency.id() + "0"}) {
            assertThat(sofia.browser().get(BOARD + "/" + none + "/acknowledge").status())
                    .isEqualTo(404);
            assertThat(sofia.submit(BOARD + "/" + none + "/acknowledge", Map.of("version", "1"))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(command(sofia, "dance", Map.of()).status()).isEqualTo(404);
        assertThat(sofia.browser().get(BOARD + "?before=x").status()).isEqualTo(200);
        assertThat(sofia.browser().get(BOARD + "?before=" + emergency.id()).status())
                .isEqualTo(200);
    }
}
