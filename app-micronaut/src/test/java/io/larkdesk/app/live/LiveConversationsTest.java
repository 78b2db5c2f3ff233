package io.larkdesk.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.live.OpenPage.Follower;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.CloseSession;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.testkit.Records;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What comes to the pages of a group, to whom, and until when. */
class LiveConversationsTest extends OneGroup {

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
}
