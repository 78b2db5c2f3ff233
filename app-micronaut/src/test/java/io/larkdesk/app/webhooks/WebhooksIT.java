package io.larkdesk.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.app.webhooks.Receiver.Got;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks from the console to a system that gets them. */
class WebhooksIT {

    private static final String WEBHOOKS = "/console/webhooks";
    private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/=]+");
    private static final Pattern ENDPOINT = Pattern.compile("/console/webhooks/([0-9a-f-]{36})/stop");
    private static final Pattern EVENT = Pattern.compile("/console/webhooks/events/([0-9a-f-]{36})/replay");

    private static RunningDesk desk;
    private static SignedIn ines;
    private static SignedIn sofia;
    private static SignedIn daniel;

    private Receiver receiver;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of("larkdesk.webhooks.allowed-private", "true"));
        ines = SignedIn.toConsole(desk.node(), "ou_ines");
        sofia = SignedIn.toConsole(desk.node(), "ou_sofia");
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void listen() {
        receiver = new Receiver();
    }

    @AfterEach
    void stopAll() {
        Matcher endpoints = ENDPOINT.matcher(ines.browser().get(WEBHOOKS).body());
        while (endpoints.find()) {
            ines.submit(endpoints.group(), Map.of());
        }
        receiver.close();
    }

    private Map<String, String> form(String type) {
        return new HashMap<>(Map.of("url", receiver.url(), "type", type));
    }

    private String added(String type) {
        Answer added = ines.submit(WEBHOOKS, form(type));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return secret(added);
    }

    private static String secret(Answer answer) {
        return found(SECRET, answer.body().replace("&#43;", "+").replace("&#61;", "="), 0);
    }

    private static String found(Pattern pattern, String body, int group) {
        Matcher matcher = pattern.matcher(body);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(group);
    }

    private Got next() throws InterruptedException {
        Got got = receiver.got().poll(60, TimeUnit.SECONDS);
        assertThat(got).isNotNull();
        return Objects.requireNonNull(got);
    }

    private static String page() {
        return ines.browser().get(WEBHOOKS).body();
    }

    @Test
    void anEventArrivesSignedAsTheStandardHasIt() throws Exception {
        String secret = added("ticket.created");
        daniel.openTicket("Whispered words");
        Got got = next();

        assertThat(got.isSignedBy(secret)).isTrue();
        assertThat(got.isSignedBy(secret.replaceFirst("_.", secret.contains("_B") ? "_C" : "_B")))
                .isFalse();
        assertThat(got.id()).startsWith("msg_");
        assertThat(got.body())
                .contains("\"type\":\"ticket.created\"", "\"ticket\":")
                .doesNotContain("Whispered", "Daniel", secret);
        await().untilAsserted(() -> assertThat(page()).contains("204"));
    }

    @Test
    void whatIsRefusedIsTriedAgainUnderTheSameId() throws Exception {
        receiver.answer(500);
        added("ticket.created");
        daniel.openTicket("Refused at first");
        Got first = next();
        Got second = next();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void aRedirectIsNotFollowedAndAnEventIsReplayed() throws Exception {
        added("ticket.created");
        daniel.openTicket("To be replayed");
        Got first = next();
        await().untilAsserted(() -> assertThat(page()).contains("/replay"));
        receiver.answer(302);
        String event = found(EVENT, page(), 1);
        assertThat(ines.submit(WEBHOOKS + "/events/" + event + "/replay", Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(next().id()).isEqualTo(first.id());
        await().untilAsserted(() -> assertThat(page()).contains("302"));
    }

    @Test
    void aTestArrivesAndBothSecretsSignAfterARotation() throws Exception {
        String old = added("emergency.declared");
        String endpoint = found(ENDPOINT, page(), 1);
        Answer rotated = ines.submit(WEBHOOKS + "/" + endpoint + "/rotate", Map.of());
        String young = secret(rotated);
        assertThat(ines.submit(WEBHOOKS + "/" + endpoint + "/test", Map.of()).status())
                .isEqualTo(303);
        Got got = next();

        assertThat(got.body()).contains("\"type\":\"webhook.test\"");
        assertThat(young).isNotEqualTo(old);
        assertThat(got.isSignedBy(old)).isTrue();
        assertThat(got.isSignedBy(young)).isTrue();
    }

    @Test
    void whoIsGoneIsToldNothingMore() throws Exception {
        receiver.answer(410);
        added("ticket.created");
        daniel.openTicket("The last one");
        next();
        await().untilAsserted(() -> assertThat(ENDPOINT.matcher(page()).find()).isFalse());
        daniel.openTicket("Nobody is told");
        assertThat(receiver.got().poll(2, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void onlyAdministratorsSeeThem() {
        added("ticket.created");
        String endpoint = found(ENDPOINT, page(), 1);
        assertThat(sofia.browser().get(WEBHOOKS).status()).isEqualTo(403);
        assertThat(sofia.submit(WEBHOOKS, form("ticket.created")).status()).isEqualTo(403);
        assertThat(sofia.submit(WEBHOOKS + "/" + endpoint + "/rotate", Map.of()).status())
                .isEqualTo(404);
        assertThat(ines.submit(WEBHOOKS + "/" + endpoint + "/nothing", Map.of()).status())
                .isEqualTo(404);
        assertThat(ines.submit(WEBHOOKS + "/x/stop", Map.of()).status()).isEqualTo(404);
        assertThat(ines.submit(WEBHOOKS + "/events/x/replay", Map.of()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"url,''", "url,x", "url,ftp://hooks.example", "type,''", "type,ticket.eaten"})
    void whatIsWrongIsSaidAtTheField(String field, String value) {
        Map<String, String> form = form("ticket.created");
        form.put(field, value);
        Answer answer = ines.submit(WEBHOOKS, form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"problem\"", "aria-describedby=\"problem\"")
                .doesNotContain("whsec_");
    }
}
