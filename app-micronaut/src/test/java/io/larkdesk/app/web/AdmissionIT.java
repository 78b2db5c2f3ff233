package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** When the database cannot keep up nothing piles up before it, and Emergencies pass. */
class AdmissionIT {

    private static final int CONNECTIONS = 10;
    private static final int PLACES = 4 * CONNECTIONS;
    private static final int FOR_OTHERS = PLACES / 5;
    private static final Duration GIVEN_UP = Duration.ofSeconds(4);
    private static final RunningDesk DESK =
            RunningDesk.start(Map.of("larkdesk.db.connections", Integer.toString(CONNECTIONS)));

    @AfterAll
    static void stop() {
        DESK.close();
    }

    private static double placesLeft() {
        return DESK.node()
                .bean(MeterRegistry.class)
                .get("larkdesk.requests.places.left")
                .gauge()
                .value();
    }

    /** Whoever waits for the database gives up after five seconds: where a machine took as long to ask for all of this, it is asked again. */
    @Test
    void whatFindsNoPlaceIsRefusedAtOnceAndAnEmergencyIsNot() throws Exception {
        for (int left = 3; ; left--) {
            Instant began = Instant.now();
            try {
                fillAllPlacesAndAsk();
                return;
            } catch (AssertionError | ConditionTimeoutException e) {
                if (left == 0 || Duration.between(began, Instant.now()).compareTo(GIVEN_UP) < 0) {
                    throw e;
                }
            }
            await().until(() -> placesLeft() == PLACES);
        }
    }

    private static void fillAllPlacesAndAsk() throws Exception {
        SignedIn daniel = SignedIn.to(DESK.node(), "cli_harbour", "ou_daniel");
        SignedIn amara = SignedIn.toConsole(DESK.node(), "ou_amara");
        String ticket = daniel.openTicket("Nothing works");
        // Known beforehand: to find it out one has to ask the database
        String group = daniel.path("");
        SignedIn lena = SignedIn.to(DESK.node(), "cli_meridian", "ou_lena");
        String others = lena.path("");
        ExecutorService people = Executors.newFixedThreadPool(PLACES + 60);
        List<Future<Answer>> posts = new ArrayList<>();
        try {
            try (Connection holder = DriverManager.getConnection(DESK.database(), "postgres", "");
                    Statement statement = holder.createStatement()) {
                hold(holder, statement);
                for (int i = 0; i < PLACES; i++) {
                    posts.add(people.submit(
                            () -> daniel.send(group + "/messages", SignedIn.message("Does anybody hear me?"))));
                }
                await("Harbour's people leave a fifth of the places to others")
                        .atMost(Duration.ofSeconds(4))
                        .until(() -> posts.stream().filter(Future::isDone).count() == FOR_OTHERS);
                assertThat(placesLeft()).isEqualTo(FOR_OTHERS);
                for (int i = 0; i < FOR_OTHERS; i++) {
                    posts.add(people.submit(() -> lena.send(others + "/messages", SignedIn.message("And me?"))));
                }
                await().atMost(Duration.ofSeconds(4)).until(() -> placesLeft() == 0);

                for (int i = 0; i < 3; i++) {
                    Answer refused = daniel.ask(group);
                    assertThat(refused.status()).isEqualTo(503);
                    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3);
                    assertThat(refused.body()).contains("problem/busy").doesNotContain("jdbc");
                }
                assertThat(daniel.send(group + "/messages", SignedIn.message("Refused"))
                                .status())
                        .isEqualTo(503);
                assertThat(daniel.browser().get(group).title()).isEqualTo("Much is going on here");
                assertThat(new TestBrowser(DESK.node())
                                .get("/lark/cli_harbour/workbench")
                                .title())
                        .isEqualTo("Much is going on here");
                assertThat(daniel.send(
                                        ticket + "/emergency",
                                        Map.of("clientId", UUID.randomUUID().toString(), "reason", "DATA_LOSS"))
                                .status())
                        .isEqualTo(303);
                assertThat(amara.browser().get("/console/emergencies").body()).contains("Nothing works");
                assertThat(new TestBrowser(DESK.node()).get("/health").body()).contains("\"status\":\"UP\"");
                holder.rollback();
            }
            assertThat(statuses(posts)).hasSize(PLACES + FOR_OTHERS).allMatch(status -> status == 200 || status == 503);
            await().until(() -> daniel.ask(group).status() == 200 && placesLeft() == PLACES);
        } finally {
            people.shutdownNow();
        }
    }

    /** Keeps whoever posts in a service group waiting. */
    private static void hold(Connection connection, Statement statement) throws SQLException {
        connection.setAutoCommit(false);
        statement.executeQuery(
                "select 1 from conversation where group_id in (select group_id from service_group) for update");
    }

    private static List<Integer> statuses(List<Future<Answer>> answers)
            throws ExecutionException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            statuses.add(answer.get().status());
        }
        return statuses;
    }
}
