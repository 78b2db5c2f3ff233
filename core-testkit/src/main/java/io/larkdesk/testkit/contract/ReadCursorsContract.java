package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.ReadCursor;
import io.larkdesk.core.conversation.Unread;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.Scene;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.conversation.ReadCursors}. */
public abstract class ReadCursorsContract extends StoresContract {

    private ServiceGroup group;
    private Person ann;
    private Person bob;

    /** Made for subclasses. */
    protected ReadCursorsContract() {}

    @BeforeEach
    void openGroup() {
        Tenant acme = scene().customer("Acme");
        group = scene().group(acme);
        ann = scene().person(acme, "Ann");
        bob = scene().person(acme, "Bob");
        scene().join(group, ann);
        scene().join(group, bob);
    }

    @Test
    void whoeverHasReadNothingIsAtZero() {
        assertThat(stores().readCursors().get(group.id(), ann.id())).isZero();
        assertThat(stores().readCursors().list(group.id()))
                .allSatisfy(cursor -> assertThat(cursor.upTo()).isZero());
    }

    @Test
    void aCursorMovesForwardOnly() {
        said(5, "x");

        assertThat(advance(ann, 3)).isTrue();
        assertThat(advance(ann, 3)).isFalse();
        assertThat(advance(ann, 2)).isFalse();
        assertThat(at(ann)).isEqualTo(3);
        assertThat(advance(ann, 4)).isTrue();
        assertThat(at(ann)).isEqualTo(4);
    }

    @Test
    void nobodyReadsPastTheLastMessage() {
        said(2, "x");

        assertThat(advance(ann, 1_000)).isTrue();
        assertThat(at(ann)).isEqualTo(2);
        assertThat(advance(ann, 1_000)).isFalse();

        said(1, "y");
        assertThat(at(ann)).isEqualTo(2);
        assertThat(advance(ann, 1_000)).isTrue();
        assertThat(at(ann)).isEqualTo(3);
    }

    @Test
    void thereIsNothingToReadInAnEmptyGroup() {
        assertThat(advance(ann, 1)).isFalse();
        assertThat(advance(ann, 0)).isFalse();
        assertThat(at(ann)).isZero();
    }

    @Test
    void everybodyReadsOnTheirOwn() {
        said(5, "x");
        advance(ann, 2);
        advance(bob, 5);

        assertThat(stores().readCursors().list(group.id()))
                .containsExactlyInAnyOrder(
                        new ReadCursor(group.id(), ann.id(), 2), new ReadCursor(group.id(), bob.id(), 5));
    }

    @Test
    void cursorsOfOtherGroupsAreNotListed() {
        ServiceGroup other = scene().group(scene().customer("Other"));
        said(1, "x");
        advance(ann, 1);

        assertThat(stores().readCursors().list(other.id())).isEmpty();
        assertThat(stores().readCursors().get(other.id(), ann.id())).isZero();
    }

    @Test
    void ofManyMovesAtOnceTheFarthestCounts() {
        said(8, "x");

        List<Boolean> moved = Together.run(8, worker -> advance(ann, worker + 1L));

        assertThat(at(ann)).isEqualTo(8);
        assertThat(moved).contains(true);
    }

    @Test
    void unreadAreOtherPeoplesWordsAfterTheCursor() {
        scene().say(group, bob, "one");
        scene().say(group, bob, "two");
        scene().say(group, ann, "my own");
        stores().messages().append(group.id(), present(), new Content.Notice(Content.Event.JOINED, bob.id()));
        Message gone = scene().say(group, bob, "gone " + Scene.at(ann));
        stores().messages()
                .replace(
                        gone.id(),
                        new Content.Deleted(bob.id(), gone.words().orElseThrow().clientId(), present()));
        scene().say(group, bob, "for " + Scene.at(ann));
        assertThat(unread(ann)).containsExactly(new Unread(group.id(), 3, 1));

        advance(ann, 1);
        assertThat(unread(ann)).containsExactly(new Unread(group.id(), 2, 1));

        advance(ann, 6);
        assertThat(unread(ann)).isEmpty();
        assertThat(unread(bob)).containsExactly(new Unread(group.id(), 1, 0));
    }

    @Test
    void whatManyHaveNotReadIsCountedForEachAsForOne() {
        Person cid = scene().person(scene().provider("Provider"), "Cid");
        scene().join(group, cid);
        scene().say(group, bob, "for " + Scene.at(ann));
        scene().say(group, cid, "for " + Scene.at(bob));
        said(Unread.COUNTED_TO + 5, "x");
        advance(ann, 1);
        advance(cid, 1_000);

        assertThat(stores().readCursors().unreadOf(group.id(), List.of(ann.id(), bob.id(), cid.id(), ann.id())))
                .containsOnly(
                        Map.entry(ann.id(), unread(ann).get(0)),
                        Map.entry(bob.id(), unread(bob).get(0)));
        assertThat(stores().readCursors().unreadOf(group.id(), List.of())).isEmpty();
    }

    @Test
    void aMentionOfSomebodyElseIsNoMentionOfMine() {
        Person cid = scene().person(scene().customer("Other"), "Cid");
        scene().say(group, bob, Scene.at(cid) + " and " + Scene.at(bob));

        assertThat(unread(ann)).containsExactly(new Unread(group.id(), 1, 0));
    }

    @Test
    void countingStops() {
        said(Unread.COUNTED_TO - 1, "for " + Scene.at(ann));
        assertThat(unread(ann)).containsExactly(new Unread(group.id(), 99, 99));

        said(20, "for " + Scene.at(ann));
        assertThat(unread(ann)).containsExactly(new Unread(group.id(), 100, 100));
    }

    @Test
    void onlyTheGroupsAskedForAreCounted() {
        Tenant acme = scene().customer("Other");
        ServiceGroup second = scene().group(acme);
        ServiceGroup quiet = scene().group(scene().customer("Quiet"));
        said(2, "x");
        scene().say(second, scene().person(acme, "Dan"), "y");

        assertThat(stores().readCursors().listUnread(ann.id(), List.of(group.id(), second.id(), quiet.id())))
                .containsExactlyInAnyOrder(new Unread(group.id(), 2, 0), new Unread(second.id(), 1, 0));
        assertThat(stores().readCursors().listUnread(ann.id(), List.of(second.id())))
                .containsExactly(new Unread(second.id(), 1, 0));
        assertThat(stores().readCursors().listUnread(ann.id(), List.of())).isEmpty();
    }

    private void said(int messages, String text) {
        IntStream.range(0, messages).forEach(i -> scene().say(group, bob, text));
    }

    private boolean advance(Person person, long upTo) {
        return stores().readCursors().advance(group.id(), person.id(), upTo);
    }

    private long at(Person person) {
        return stores().readCursors().get(group.id(), person.id());
    }

    private List<Unread> unread(Person person) {
        return stores().readCursors().listUnread(person.id(), List.of(group.id()));
    }
}
