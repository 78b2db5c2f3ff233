package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks too often waits, and nobody else does. */
class LimitsIT {

    private static final RunningDesk DESK = RunningDesk.start(
            Map.of("larkdesk.limits.person", "80", "larkdesk.limits.tenant", "130", "larkdesk.limits.stranger", "40"));

    @AfterAll
    static void stop() {
        DESK.close();
    }

    private static List<Integer> statuses(int times, Supplier<Answer> ask) {
        return IntStream.range(0, times).mapToObj(i -> ask.get().status()).toList();
    }

    @Test
    void aPersonWhoAsksTooOftenIsToldWhenToComeAgainButForAnEmergency() {
        SignedIn lena = SignedIn.to(DESK.node(), "cli_meridian", "ou_lena");
        String ticket = lena.openTicket("Nothing works");
        SignedIn daniel = SignedIn.to(DESK.node(), "cli_harbour", "ou_daniel");

        assertThat(statuses(90, () -> lena.page("/people"))).contains(200).endsWith(429, 429);

        Answer page = lena.page("");
        assertThat(page.title()).isEqualTo("A little slower");
        assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1, 60);
        Answer refused = lena.say("Is anybody there?");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.body()).contains("\"status\":429", "problem/tooMany");
        assertThat(lena.send(
                                ticket + "/emergency",
                                Map.of("clientId", "0b7ee6ae-7b6a-4b0a-9a3e-3f6ad0b7c3a1", "reason", "DATA_LOSS"))
                        .status())
                .isEqualTo(303);
        assertThat(daniel.page("").status()).isEqualTo(200);
    }

    @Test
    void anAddressFromWhichStrangersAskTooOftenIsToldTooWhateverItClaims() {
        TestBrowser stranger = new TestBrowser(DESK.node());
        String login = "/thirdparty/lark/cli_harbour/login";

        assertThat(statuses(45, () -> stranger.get(login, "X-Forwarded-For", "203.0.113.7")))
                .contains(303)
                .endsWith(429);
        Answer chinese = stranger.get(
                login, "X-Forwarded-For", "198.51.100.1, 203.0.113.7, 10.0.0.3", "Accept-Language", "zh-CN");
        assertThat(chinese.status()).isEqualTo(429);
        assertThat(chinese.title()).isEqualTo("请慢一点");
        assertThat(stranger.get(login, "X-Forwarded-For", "203.0.113.7, 198.51.100.1")
                        .status())
                .isEqualTo(303);
        assertThat(stranger.get(login).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "/lark/cli_harbour/groups/x/workstation, 203.0.113.21",
        "/thirdparty/lark/cli_harbour/login, 203.0.113.22"
    })
    void sessionsThatAreMadeUpAreStrangers(String path, String address) {
        TestBrowser forger = new TestBrowser(DESK.node());
        String name = TestCookies.at(DESK.node().url().toString()).fullName("session-cli_harbour");
        Iterator<Integer> made = IntStream.range(0, 45).iterator();

        assertThat(statuses(45, () -> {
                    forger.cookies().put(name, String.format(Locale.ROOT, "%043d", made.next()));
                    return forger.get(path, "X-Forwarded-For", address);
                }))
                .startsWith(303)
                .endsWith(429);
    }

    /** Whoever has an address of IPv6 has very many; and a proxy may tell of a port. */
    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:%x::1, 2001:db8:1:3::1",
        "[2001:db8:2:2::%x]:4711, [2001:db8:2:3::1]:4711",
        "203.0.113.31:4%03d, 203.0.113.32:4000"
    })
    void aNetworkIsOneStranger(String addresses, String other) {
        TestBrowser stranger = new TestBrowser(DESK.node());
        String login = "/thirdparty/lark/cli_harbour/login";
        Iterator<Integer> next = IntStream.range(0, 45).iterator();

        assertThat(statuses(
                        45,
                        () -> stranger.get(
                                login, "X-Forwarded-For", String.format(Locale.ROOT, addresses, next.next()))))
                .startsWith(303)
                .endsWith(429);
        assertThat(stranger.get(login, "X-Forwarded-For", other).status()).isEqualTo(303);
    }

    @Test
    void whoeverGuessesLinksIsSlowedDown() {
        SignedIn mei = SignedIn.to(DESK.node(), "cli_harbour", "ou_mei");
        String wrong = "/lark/cli_harbour/person/inviteToGroup?code=" + "A".repeat(43);

        assertThat(statuses(32, () -> mei.ask(wrong))).contains(404).endsWith(429);
        assertThat(mei.page("").status()).isEqualTo(200);
        TestBrowser stranger = new TestBrowser(DESK.node());
        assertThat(statuses(32, () -> stranger.get("/guide/" + "A".repeat(43), "X-Forwarded-For", "203.0.113.9")))
                .contains(410)
                .endsWith(429);
    }
}
