package io.larkdesk.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.LeaveGroup;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Streams over HTTP, from two nodes on one database. */
class EventsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static RunningDesk desk;
    private static RunningDesk.Node other;
    private static SignedIn daniel;
    private static SignedIn mei;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
        other = desk.addNode();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void aStreamBeginsAtOnceUncompressedAndUnbuffered() {
        try (Listener listener = listen(daniel, desk.node(), "")) {
            assertThat(listener.status()).isEqualTo(200);
            assertThat(listener.header("Content-Type")).startsWith("text/event-stream");
            assertThat(listener.header("Content-Encoding")).isEmpty();
            assertThat(listener.header("Cache-Control")).isEqualTo("no-store");
            assertThat(listener.header("X-Accel-Buffering")).isEqualTo("no");
            await().atMost(SOON).until(() -> listener.data("read").size() == 1);
            assertThat(listener.data("version"))
                    .singleElement()
                    .asString()
                    .startsWith("/assets/")
                    .endsWith("/page.en.js");
            await().atMost(SOON).until(() -> listener.data("groups").size() == 1);
        }
    }

    @Test
    void whatIsSaidOnOneNodeIsHeardOnAllAtOnceAndInOrder() {
        Position from = end();
        try (Listener here = listen(daniel, desk.node(), "&at=" + from);
                Listener there = listen(mei, other, "&at=" + from)) {
            for (int i = 0; i < 30; i++) {
                mei.say("message " + i);
            }
            List<Long> expected = range(from.seq(), 30);
            await().atMost(SOON)
                    .until(() -> here.places().size() == 30 && there.places().size() == 30);
            assertThat(here.places()).isEqualTo(expected);
            assertThat(there.places()).isEqualTo(expected);
            assertThat(there.lastId()).isEqualTo(end().toString());
        }
    }

    @Test
    void overBrokenConnectionsAndChangesOfNodesNothingIsMissedOrHeardTwice() {
        Position from = end();
        List<Long> heard = new ArrayList<>();
        String last = from.toString();
        for (int i = 0; i < 6; i++) {
            RunningDesk.Node node = i % 2 == 0 ? other : desk.node();
            mei.say("while away " + i);
            try (Listener listener = listen(daniel, node, "&at=" + from, "Last-Event-ID", last)) {
                mei.say("while listening " + i);
                int wanted = 2 * (i + 1) - heard.size();
                await().atMost(SOON).until(() -> listener.places().size() == wanted);
                heard.addAll(listener.places());
                last = listener.lastId();
            }
        }

        assertThat(heard).isEqualTo(range(from.seq(), 12));
    }

    @Test
    void changesAndCursorsAreHeardElsewhere() {
        long seq = SignedIn.seq(mei.say("to be changed"));
        try (Listener listener = listen(daniel, other, "&at=" + end())) {
            await().atMost(SOON).until(() -> listener.data("read").size() == 1);
            mei.send(mei.path("/messages/" + seq), Map.of("body", "changed"));
            mei.send(mei.path("/read"), Map.of("upTo", "" + seq, "looking", "false"));

            await().atMost(SOON).until(() -> listener.data("changes").size() == 1);
            await().atMost(SOON).until(() -> listener.data("read")
                    .contains("{\"" + mei.person().id() + "\":" + seq + "}"));
            assertThat(listener.data("changes").get(0)).contains("changed").contains("(edited)");
            assertThat(listener.data("messages")).isEmpty();
        }
    }

    @Test
    void whoLeavesHearsThatOnAnyNode() {
        SignedIn leaver = SignedIn.to(desk.node(), "cli_harbour", "ou_xiaoming");
        try (Listener listener = listen(leaver, other, "")) {
            await().atMost(SOON).until(() -> listener.data("read").size() == 1);
            desk.node()
                    .bean(LeaveGroup.class)
                    .execute(harbour(), leaver.person().id());
            mei.say("he is gone");

            await().atMost(SOON).until(listener::hasEnded);
            assertThat(listener.data("gone")).hasSize(1);
            assertThat(String.join("", listener.data("messages"))).doesNotContain("he is gone");
        } finally {
            desk.node()
                    .bean(Members.class)
                    .save(new Member(harbour(), leaver.person().id(), Instant.EPOCH, Optional.empty()));
        }
    }

    @Test
    void whoSignsOutHearsThatOnAnyNodeSoon() {
        SignedIn guest = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
        try (Listener listener = listen(guest, other, "")) {
            guest.submit("/lark/cli_harbour/sign-out", Map.of());

            await().atMost(SOON).until(listener::hasEnded);
            assertThat(listener.data("signed-out")).hasSize(1);
        }
    }

    @Test
    void whoGoesAwayIsForgotten() {
        OpenPages pages = other.bean(OpenPages.class);
        await().atMost(SOON).until(() -> pages.all().isEmpty());
        Listener listener = listen(daniel, other, "");
        await().atMost(SOON).until(() -> !pages.all().isEmpty());
        listener.close();

        await().atMost(SOON).until(() -> pages.all().isEmpty());
    }

    @Test
    void strangersHearNothing() {
        SignedIn lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");

        assertThat(refused(lena, "?group=" + harbour()).status()).isEqualTo(404);
        assertThat(refused(lena, "").status()).isEqualTo(404);
        assertThat(refused(lena, "?group=x").status()).isEqualTo(404);
        assertThat(daniel.ask("/lark/cli_meridian/events?group=" + harbour()).status())
                .isEqualTo(401);
    }

    @Test
    void aNodeStopsAlthoughPagesListen() {
        RunningDesk.Node third = desk.addNode();
        try (Listener listener = listen(daniel, third, "")) {
            await().atMost(SOON).until(() -> listener.data("version").size() == 1);
            long began = System.nanoTime();
            third.service().close();

            await().atMost(SOON).until(listener::hasEnded);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
        }
    }

    private static Answer refused(SignedIn person, String query) {
        return person.ask("/lark/cli_meridian/events" + query);
    }

    private static Listener listen(SignedIn person, RunningDesk.Node node, String query, String... headers) {
        return Listener.connect(person, node, "/lark/cli_harbour/events?group=" + harbour() + query, headers);
    }

    private static GroupId harbour() {
        return SignedIn.groupOf(desk.node(), "cli_harbour");
    }

    private static Position end() {
        return desk.node().bean(Messages.class).end(harbour());
    }

    private static List<Long> range(long after, int count) {
        return LongStream.rangeClosed(after + 1, after + count).boxed().toList();
    }
}
