package io.larkdesk.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.testkit.Effort;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two browsers begin to sign in, come back, come back again, and with each other's answers, in any order: a browser has a session exactly
 * when it came back with what its own attempt was answered, once. 10,200 such flows are effort 170; {@code -Dlarkdesk.seed} repeats a run.
 */
class SignInFlowsIT {

    private static final long SEED = Long.getLong("larkdesk.seed", System.nanoTime());
    private static final int FLOWS = Effort.of(60);
    private static final int STEPS = 16;
    private static final int MOST_ATTEMPTS = 6;
    private static final Map<String, List<String>> PEOPLE =
            Map.of("cli_harbour", List.of("ou_daniel", "ou_mei"), "cli_meridian", List.of("ou_lena", "ou_li"));

    private static final RunningDesk DESK = RunningDesk.start(Map.of());

    private final Random random = new Random(SEED);
    private final Map<Why, Integer> alone = new EnumMap<>(Why.class);
    private int sessions;

    /** Why a browser that comes back gets no session. */
    private enum Why {
        OTHER_BROWSER,
        OTHER_APP,
        NOT_FOR_THE_FIRST_TIME,
        SAID_NO,
        CODE_OF_ANOTHER_ATTEMPT
    }

    /** A sign-in that {@code browser} began, and Lark's answer to it as far as it is there. */
    private record Attempt(int browser, String app, URI larksPage, Optional<String> code) {

        String state() {
            return part(larksPage.getRawQuery(), "state");
        }
    }

    /** Two browsers, and what they began. */
    private static final class Flow {

        private final List<TestBrowser> browsers = List.of(new TestBrowser(DESK.node()), new TestBrowser(DESK.node()));
        private final List<Attempt> attempts = new ArrayList<>();
        private final Set<String> endedStates = new HashSet<>();
        private final Set<String> usedCodes = new HashSet<>();
        private final List<String> told = new ArrayList<>();
    }

    @BeforeAll
    static void hurry() {
        PEOPLE.keySet()
                .forEach(app -> DESK.control("/sandbox/apps", "{\"app_id\": \"" + app + "\", \"rate_limits\": false}"));
    }

    @AfterAll
    static void stop() {
        DESK.close();
    }

    private static String part(String query, String name) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }

    @Test
    void aSessionIsForWhoeverComesBackWithTheAnswerToTheirOwnAttempt() {
        for (int i = 0; i < FLOWS; i++) {
            Flow flow = new Flow();
            flow.told.add("larkdesk.seed=" + SEED + ", flow " + i);
            for (int step = 0; step < STEPS; step++) {
                if (flow.attempts.size() < 2 || (flow.attempts.size() < MOST_ATTEMPTS && random.nextInt(4) == 0)) {
                    begin(flow);
                } else {
                    comeBack(flow);
                }
            }
        }
        System.getLogger(SignInFlowsIT.class.getName())
                .log(System.Logger.Level.INFO, "{0} sessions; refused for one reason alone {1}", sessions, alone);
        assertThat(sessions).isGreaterThan(FLOWS / 2);
        assertThat(alone.keySet()).as("each reason has been the only one").isEqualTo(EnumSet.allOf(Why.class));
    }

    /** Somebody begins, and says yes or no at Lark. */
    private void begin(Flow flow) {
        int browser = random.nextInt(2);
        String app = random.nextInt(3) == 0 ? "cli_meridian" : "cli_harbour";
        URI larksPage = flow.browsers.get(browser).beginSignIn(app, "/lark/" + app + "/workbench");
        String person = PEOPLE.getOrDefault(app, List.of()).get(random.nextInt(2));
        Optional<String> code = random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(
                        part(URI.create(TestBrowser.consent(larksPage, person)).getRawQuery(), "code"));
        flow.attempts.add(new Attempt(browser, app, larksPage, code));
        flow.told.add("browser " + browser + " begins attempt " + (flow.attempts.size() - 1) + " at " + app
                + (code.isPresent() ? "" : " and says no"));
    }

    private Attempt any(Flow flow) {
        return flow.attempts.get(random.nextInt(flow.attempts.size()));
    }

    /** Mostly the browser, the app and the code of the attempt; now and then others. */
    private void comeBack(Flow flow) {
        Attempt attempt = any(flow);
        int browser = random.nextInt(4) == 0 ? 1 - attempt.browser() : attempt.browser();
        String app = random.nextInt(6) == 0
                ? PEOPLE.keySet().stream()
                        .filter(one -> !one.equals(attempt.app()))
                        .findFirst()
                        .orElseThrow()
                : attempt.app();
        Attempt source = random.nextInt(5) == 0 ? any(flow) : attempt;
        String query = source.code().map(code -> "code=" + code).orElse("error=access_denied");
        flow.told.add("browser " + browser + " comes back to " + app + " with the state of attempt "
                + flow.attempts.indexOf(attempt) + " and the answer to " + flow.attempts.indexOf(source));
        Set<Why> whyNot = whyNot(flow, attempt, browser, app, source);
        TestBrowser who = flow.browsers.get(browser);
        Map<String, String> before = Map.copyOf(who.cookies());

        Answer answer = who.get("/thirdparty/lark/" + app + "/oauth2/callback?" + query + "&state=" + attempt.state());

        String session = "session-" + app;
        boolean isNew = who.cookies().containsKey(session)
                && !who.cookies().get(session).equals(before.get(session));
        assertThat(isNew)
                .as("%s, but for %s: %s", flow.told, whyNot, answer.status())
                .isEqualTo(whyNot.isEmpty());
        assertThat(answer.status()).as("%s", flow.told).isIn(isNew ? Set.of(303) : Set.of(200, 400, 502));
        note(flow, attempt, browser, source, whyNot);
    }

    private static Set<Why> whyNot(Flow flow, Attempt attempt, int browser, String app, Attempt source) {
        Set<Why> whyNot = EnumSet.noneOf(Why.class);
        add(whyNot, Why.OTHER_BROWSER, browser != attempt.browser());
        add(whyNot, Why.OTHER_APP, !app.equals(attempt.app()));
        add(
                whyNot,
                Why.NOT_FOR_THE_FIRST_TIME,
                flow.endedStates.contains(attempt.state())
                        || source.code().filter(flow.usedCodes::contains).isPresent());
        add(whyNot, Why.SAID_NO, source.code().isEmpty());
        add(
                whyNot,
                Why.CODE_OF_ANOTHER_ATTEMPT,
                !source.equals(attempt) && source.code().isPresent());
        return whyNot;
    }

    private static void add(Set<Why> all, Why one, boolean is) {
        if (is) {
            all.add(one);
        }
    }

    private void note(Flow flow, Attempt attempt, int browser, Attempt source, Set<Why> whyNot) {
        if (whyNot.isEmpty()) {
            sessions++;
            source.code().ifPresent(flow.usedCodes::add);
        }
        if (whyNot.size() == 1) {
            alone.merge(whyNot.iterator().next(), 1, Integer::sum);
        }
        if (browser == attempt.browser()) {
            // it has found an answer, whatever that was, and wherever it came
            flow.endedStates.add(attempt.state());
        }
    }
}
