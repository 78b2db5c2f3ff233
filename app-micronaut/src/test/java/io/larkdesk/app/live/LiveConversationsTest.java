package io.larkdesk.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.live.OpenPage.Follower;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.CloseSession;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.testkit.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveConversationsTest {

    private final LiveDesk live = new LiveDesk();
    private final Node node = live.nodes.get(0);
    private final Tenant acme = live.scene.customer("Acme");
    private final ServiceGroup group = live.scene.group(acme);
    private final Person ann = live.scene.person(acme, "Ann");
    private final Person bob = live.scene.person(acme, "Bob");

    @BeforeEach
    void bothAreInTheGroup() {
        live.scene.join(group, ann);
        live.scene.join(group, bob);
    }

    @Test
    void aPageIsGreetedAtOnceAndToldWhereAllAre() {
        live.post(group, bob, "one");
        live.read(group, bob, 1);
        Browser browser = connect(ann);
        assertThat(browser.data("version")).containsExactly("/assets/1/page.js");

        live.run();

        assertThat(browser.data("read")).containsExactly(cursors(ann, 0, bob, 1));
        assertThat(browser.data("groups"))
                .containsExactly("[{\"group\":\"" + group.id() + "\",\"unread\":1,\"mentions\":0}]");
        assertThat(browser.data("messages")).isEmpty();
    }

    @Test
    void aPageOfTheConsoleHearsHowEmergenciesStandWhenThatChanges() {
        Person eva = live.scene.staff(live.scene.provider("Alder Cloud"), "Eva", StaffRole.ENGINEER);
        Ticket ticket = live.scene.ticket(group, ann);
        Browser browser = node.connect(live.ofConsole(eva));
        live.run();
        assertThat(browser.data("emergencies"))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"active\":0", "\"waiting\":[]");

        live.post(group, bob, "nothing new about any of them");
        live.run();
        assertThat(browser.data("emergencies")).hasSize(1);

        Emergency emergency = live.emergency(ticket, ann);
        node.live.changed(ticket.id());
        live.run();
        assertThat(browser.data("emergencies"))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"active\":1", "\"waiting\":[\"" + emergency.id() + "\"]");
        assertThat(browser.data("groups")).isEmpty();

        Browser late = node.connect(live.ofConsole(eva));
        live.run();
        assertThat(late.data("emergencies")).hasSize(1);
        assertThat(browser.data("emergencies")).hasSize(2);
    }

    @Test
    void aPageOfTheConsoleHearsAlsoWithoutAHint() {
        Person eva = live.scene.staff(live.scene.provider("Alder Cloud"), "Eva", StaffRole.ENGINEER);
        Browser browser = node.connect(live.ofConsole(eva));
        live.run();
        live.emergency(live.scene.ticket(group, ann), ann);

        node.watch();

        assertThat(browser.data("emergencies")).hasSize(2);
    }

    @Test
    void aMessageComesOnceWithThePositionAfterIt() {
        Browser browser = connect(ann);
        live.run();
        live.post(group, bob, "first line\n\nthird <b>line</b>");
        live.run();
        live.run();

        assertThat(browser.data("messages"))
                .singleElement()
                .asString()
                .contains("first line\n\nthird &lt;b&gt;line&lt;/b&gt;")
                .contains("data-seq=\"1\"");
        assertThat(browser.lastId()).contains("1.1");
    }

    @Test
    void whoLooksAtTheTicketsHearsThatSomeHaveChangedAndNoMessages() {
        GroupId ticket = live.scene.ticket(group, bob).id();
        GroupId other = live.scene
                .ticket(live.scene.group(live.scene.customer("Other")), bob)
                .id();
        Browser browser = node.connect(live.ofTickets(group, ann));
        live.run();
        live.post(group, bob, "one");
        node.live.changed(other);
        live.run();
        assertThat(browser.data("tickets")).isEmpty();

        node.live.changed(ticket);
        node.live.changed(ticket);
        live.run();
        assertThat(browser.data("tickets")).hasSize(1);
        assertThat(browser.data("messages")).isEmpty();

        node.live.catchUp();
        assertThat(browser.data("tickets")).hasSize(2);
        browser.cancel();
        node.live.changed(ticket);
        live.run();
        assertThat(browser.data("tickets")).hasSize(2);
    }

    @Test
    void whatWasChangedComesAgain() {
        Message message = live.post(group, bob, "one");
        Browser browser = connect(ann, live.end(group));
        live.run();
        live.edit(message.id(), bob, Optional.of("uno"));
        live.run();

        assertThat(browser.data("messages")).isEmpty();
        assertThat(browser.data("changes")).singleElement().asString().contains("uno");
        assertThat(browser.lastId()).contains("1.2");
    }

    @Test
    void pagesOfOneLanguageShareTheBytes() {
        Browser one = connect(ann);
        Browser other = connect(bob);
        Browser chinese = connect(live.speaking(bob, Language.ZH));
        live.run();
        live.post(group, bob, "one");
        live.nodes.get(0).threads.step();

        byte[] sent = one.pieces().get(one.pieces().size() - 1);
        assertThat(sent).isSameAs(other.pieces().get(other.pieces().size() - 1));
        assertThat(sent).isNotEqualTo(chinese.pieces().get(chinese.pieces().size() - 1));
    }

    /** As when the page is opened anew. */
    @Test
    void linesAboutWhatOneDidSpeakToOneAndNameOneToOthers() {
        Person carl = live.scene.person(acme, "Carl");
        Browser others = connect(ann);
        live.run();
        live.join(group, carl);
        live.run();
        Browser own = node.connect(live.follower(group, carl, Optional.of(new Position(0, 0))));
        live.run();

        assertThat(others.data("messages")).singleElement().asString().contains("<b>Carl</b> joined");
        assertThat(own.data("messages")).singleElement().asString().contains("You joined");
    }

    @Test
    void onlyCursorsThatMovedAreToldOf() {
        live.post(group, bob, "one");
        live.post(group, bob, "two");
        Browser browser = connect(ann);
        live.run();
        live.read(group, ann, 1);
        live.run();
        live.read(group, bob, 2);
        live.run();

        assertThat(browser.data("read"))
                .containsExactly(cursors(ann, 0, bob, 0), "{\"" + ann.id() + "\":1}", "{\"" + bob.id() + "\":2}");
    }

    @Test
    void whoComesIsCountedAndWhoLeavesIsNoMore() {
        Person carl = live.scene.person(acme, "Carl");
        Browser browser = connect(ann);
        live.run();
        live.join(group, carl);
        live.run();
        live.leave(group, carl);
        live.run();

        assertThat(browser.data("read"))
                .containsExactly(cursors(ann, 0, bob, 0), "{\"" + carl.id() + "\":0}", "{\"" + carl.id() + "\":null}");
    }

    @Test
    void whoDidNotKeepUpHearsWhoLeftMeanwhile() {
        Browser slow = node.connectSlowly(live.follower(group, ann, Optional.empty()));
        slow.request(3);
        live.run();
        assertThat(slow.data("read")).containsExactly(cursors(ann, 0, bob, 0));
        node.pages.all().iterator().next().outbox().put(new byte[Outbox.ROOM]);

        live.leave(group, bob);
        live.run();
        assertThat(slow.data("read")).hasSize(1);
        slow.request(Long.MAX_VALUE);
        live.run();

        assertThat(slow.data("read")).last().isEqualTo("{\"" + bob.id() + "\":null}");
    }

    @Test
    void newPeopleAreCounted() {
        Browser browser = connect(ann);
        live.run();
        live.join(group, live.scene.person(acme, "Carl"));
        live.run();

        assertThat(browser.data("people")).containsExactly("{\"count\":3}");
    }

    @Test
    void whoLeftHearsThatAndNothingElse() {
        Browser browser = connect(ann);
        live.run();
        live.leave(group, ann);
        live.post(group, bob, "now that she is gone");
        live.run();

        assertThat(browser.data("gone")).hasSize(1);
        assertThat(browser.data("messages")).isEmpty();
        assertThat(browser.hasEnded()).isTrue();
        assertThat(node.pages.all()).isEmpty();
    }

    @Test
    void whoSignsOutHearsThat() {
        Follower follower = live.follower(group, ann, Optional.empty());
        Browser browser = node.connect(follower);
        Browser other = connect(ann);
        live.run();
        node.caretaker.endSignedOut();
        assertThat(browser.hasEnded()).isFalse();

        new CloseSession(live.desk.transactions(), live.desk.sessions(), Records.staff(live.desk))
                .execute(follower.session());
        node.caretaker.endSignedOut();

        assertThat(browser.data("signed-out")).hasSize(1);
        assertThat(browser.hasEnded()).isTrue();
        assertThat(other.hasEnded()).isFalse();
    }

    @Test
    void aSuspendedTenantsPagesEnd() {
        Browser browser = connect(ann);
        live.desk.tenants().save(acme.become(TenantState.SUSPENDED));
        node.caretaker.endSignedOut();

        assertThat(browser.data("signed-out")).hasSize(1);
        assertThat(browser.hasEnded()).isTrue();
    }

    @Test
    void aLostHintIsMadeUpFor() {
        Browser browser = connect(ann);
        live.run();
        node.watch();
        live.hinting(false);
        live.post(group, bob, "unheard");
        live.run();
        assertThat(browser.data("messages")).isEmpty();

        node.watch();

        assertThat(browser.data("messages")).hasSize(1);
        assertThat(browser.data("groups")).last().asString().contains("\"unread\":1");
    }

    @Test
    void cursorsOfLostHintsComeLater() {
        live.post(group, bob, "one");
        Browser browser = connect(ann);
        live.run();
        live.hinting(false);
        live.read(group, bob, 1);
        node.caretaker.watch(System.nanoTime() + TimeUnit.SECONDS.toNanos(31));
        node.run();

        assertThat(browser.data("read")).last().isEqualTo("{\"" + bob.id() + "\":1}");
    }

    @Test
    void afterABrokenConnectionToTheHintsAllIsLookedAt() {
        Browser browser = connect(ann);
        live.run();
        live.hinting(false);
        live.post(group, bob, "unheard");
        node.live.catchUp();
        node.run();

        assertThat(browser.data("messages")).hasSize(1);
    }

    @Test
    void unreadOfOtherGroupsIsToldToMembersOnly() {
        ServiceGroup other = live.scene.group(live.scene.customer("Other"));
        Person carl = live.scene.person(acme, "Carl");
        live.join(other, ann);
        live.scene.join(other, carl);
        Browser browser = connect(ann);
        live.run();
        int before = browser.data("groups").size();
        live.post(other, carl, "hello <@" + ann.id() + ">");
        live.run();

        assertThat(browser.data("groups").subList(before, before + 1))
                .containsExactly("[{\"group\":\"" + other.id() + "\",\"unread\":1,\"mentions\":1}]");

        live.leave(other, ann);
        live.post(other, carl, "secret");
        live.run();
        assertThat(browser.data("groups")).hasSize(before + 1);
        assertThat(browser.data("messages")).isEmpty();
    }

    @Test
    void aGroupThatIsNewToAPersonComesToThePagesThatAreOpen() {
        ServiceGroup other = live.scene.group(live.scene.customer("Other"));
        Person carl = live.scene.person(acme, "Carl");
        live.scene.join(other, carl);
        Browser browser = connect(ann);
        live.run();
        assertThat(browser.data("mine")).containsExactly("[\"" + group.id() + "\"]");

        live.join(other, ann);
        live.run();
        live.post(other, carl, "hello");
        live.run();

        assertThat(browser.data("mine"))
                .last()
                .asString()
                .contains(group.id().toString(), other.id().toString());
        assertThat(browser.data("groups"))
                .last()
                .isEqualTo("[{\"group\":\"" + other.id() + "\",\"unread\":1,\"mentions\":0}]");
        live.leave(other, ann);
        live.run();
        assertThat(browser.data("mine")).last().isEqualTo("[\"" + group.id() + "\"]");
        assertThat(node.pages.boards().groups()).containsExactly(group.id());
    }

    @Test
    void afterABrokenConnectionToTheHintsNewGroupsComeToo() {
        ServiceGroup other = live.scene.group(live.scene.customer("Other"));
        Browser browser = connect(ann);
        live.run();
        live.hinting(false);
        live.join(other, ann);
        node.live.catchUp();
        node.run();

        assertThat(browser.data("mine")).last().asString().contains(other.id().toString());
    }

    @Test
    void aPageThatDoesNotKeepUpWaitsForNothingAndMissesNothing() {
        Browser slow = node.connectSlowly(live.follower(group, ann, Optional.of(Position.START)));
        for (int i = 0; i < 120; i++) {
            live.post(group, bob, "x".repeat(8_000));
            live.run();
        }
        OpenPage page = node.pages.all().iterator().next();
        assertThat(page.outbox().hasRoom()).isFalse();

        slow.request(Long.MAX_VALUE);
        live.run();

        assertThat(slow.pieces()).hasSizeLessThan(60);
        assertThat(Seen.places(slow)).hasSize(120).isSorted().doesNotHaveDuplicates();
        assertThat(slow.lastId()).contains("120.120");
        assertThat(slow.data("read")).isNotEmpty();
    }

    @Test
    void aPageThatTakesNothingIsCutOff() {
        Browser dead = node.connectSlowly(live.follower(group, ann, Optional.empty()));
        Browser alive = connect(bob);
        live.run();
        node.caretaker.tend(System.nanoTime() + TimeUnit.SECONDS.toNanos(29));
        assertThat(dead.isBroken()).isFalse();

        node.caretaker.tend(System.nanoTime() + TimeUnit.SECONDS.toNanos(31));

        assertThat(dead.isBroken()).isTrue();
        assertThat(alive.isBroken()).isFalse();
        assertThat(node.pages.all()).hasSize(1);
        assertThat(node.meters.get("larkdesk.live.slow").counter().count()).isEqualTo(1);
        assertThat(node.meters.get("larkdesk.live.pages").gauge().value()).isEqualTo(1);
    }

    @Test
    void silentConnectionsAreKeptAlive() {
        Browser browser = connect(ann);
        live.run();
        int before = browser.comments();
        node.caretaker.tend(System.nanoTime() + TimeUnit.SECONDS.toNanos(14));
        assertThat(browser.comments()).isEqualTo(before);

        node.caretaker.tend(System.nanoTime() + TimeUnit.SECONDS.toNanos(16));

        assertThat(browser.comments()).isEqualTo(before + 1);
    }

    @Test
    void whoGoesAwayIsForgottenAtOnce() {
        Browser browser = connect(ann);
        live.run();
        browser.cancel();

        assertThat(node.pages.all()).isEmpty();
        assertThat(node.pages.rooms().groups()).isEmpty();
        assertThat(node.pages.boards().groups()).isEmpty();
    }

    @Test
    void aNodeThatStopsLetsAllGo() {
        Browser browser = connect(ann);
        node.live.shutdownGracefully();
        Browser late = connect(bob);

        assertThat(browser.hasEnded()).isTrue();
        assertThat(late.hasEnded()).isTrue();
        assertThat(node.pages.all()).isEmpty();
    }

    @Test
    void pagesAtManyPositionsAllArrive() {
        for (int i = 0; i < 100; i++) {
            live.post(group, bob, "m" + i);
        }
        List<Browser> browsers = LongStream.range(0, 3L * Room.MOST_POSITIONS)
                .mapToObj(seq -> connect(ann, new Position(seq, seq)))
                .toList();
        live.run();

        assertThat(browsers).allSatisfy(browser -> assertThat(browser.lastId()).contains("100.100"));
        assertThat(browsers)
                .allSatisfy(browser -> assertThat(browser.data("read")).hasSize(1));
    }

    @Test
    void howLongAHintTakesIsMeasured() {
        connect(ann);
        live.run();
        live.post(group, bob, "one");
        live.run();

        assertThat(node.meters.get("larkdesk.live.push").timer().count()).isEqualTo(1);
    }

    private static String cursors(Person one, long upTo, Person other, long otherUpTo) {
        Map<String, Long> read =
                new TreeMap<>(Map.of(one.id().toString(), upTo, other.id().toString(), otherUpTo));
        return read.entrySet().stream()
                .map(cursor -> "\"" + cursor.getKey() + "\":" + cursor.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private Browser connect(Person person) {
        return node.connect(live.follower(group, person, Optional.empty()));
    }

    private Browser connect(Person person, Position at) {
        return node.connect(live.follower(group, person, Optional.of(at)));
    }
}
