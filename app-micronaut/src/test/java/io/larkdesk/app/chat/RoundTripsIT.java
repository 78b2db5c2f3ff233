package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RoundTrips;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How often each request waits for the database, for that is most of what it costs: a figure that no other load on the machine changes.
 * Three of these are for the session; then a transaction begins, and ends.
 */
class RoundTripsIT {

    /** Who answers requests. */
    private static final String REQUESTS = "io-executor";

    private static RunningDesk desk;
    private static SignedIn daniel;
    private static SignedIn mei;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    /** Beside it a pool asks now and then whether a connection lives, and a session is noted once a minute. */
    private static long ofRequest(Runnable request) {
        return RoundTrips.leastBy(REQUESTS, request);
    }

    @Test
    void ofAMessage() {
        assertThat(ofRequest(() -> daniel.say("hello"))).isEqualTo(8);
    }

    /** The ticket is held, and told of when it was active the last time. */
    @Test
    void ofAMessageInATicketsGroup() {
        String ticket = daniel.openTicket("Replication stopped");
        String group = daniel.browser().get(ticket).body().replaceAll("(?s).*data-group=\"([^\"]+)\" data-me.*", "$1");
        String messages = "/lark/" + daniel.app() + "/groups/" + group + "/messages";

        assertThat(ofRequest(() -> daniel.send(messages, SignedIn.message("hello"))))
                .isEqualTo(9);
    }

    @Test
    void ofAMessageThatMentionsSomebody() {
        String mention = "<@" + mei.person().id() + "> hello";

        assertThat(ofRequest(() -> daniel.say(mention))).isEqualTo(15);
    }

    @Test
    void ofAMessageThatIsSentAgain() {
        Map<String, String> message = SignedIn.message("once");
        daniel.send(daniel.path("/messages"), message);

        assertThat(ofRequest(() -> daniel.send(daniel.path("/messages"), message)))
                .isEqualTo(9);
    }

    @Test
    void ofReading() {
        Map<String, String> read =
                Map.of("upTo", String.valueOf(SignedIn.seq(daniel.say("read this"))), "looking", "false");

        assertThat(ofRequest(() -> mei.send(mei.path("/read"), read))).isEqualTo(7);
    }

    @Test
    void ofAGroupsPage() {
        assertThat(ofRequest(() -> daniel.page(""))).isEqualTo(17);
    }
}
