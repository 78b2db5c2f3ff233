package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.conversation.Messages} to those who read page by page, and who follow what is new. */
public abstract class MessageListsContract extends MessageScene {

    /** Made for subclasses. */
    protected MessageListsContract() {}

    @Test
    void theEndsOfManyGroupsAreSeenAtOnce() {
        ServiceGroup quiet = scene().group(scene().customer("Other"));
        GroupId unknown = new GroupId(quiet.id().tenant(), new UUID(0, 1));
        Message one = scene().say(group, ann, "one");
        scene().say(group, bob, "two");
        stores().messages().replace(one.id(), scene().words(ann, "changed"));

        assertThat(stores().messages().ends(List.of(group.id(), quiet.id(), unknown, group.id())))
                .containsOnly(
                        Map.entry(group.id(), new Position(2, 3)),
                        Map.entry(quiet.id(), stores().messages().end(quiet.id())));
        assertThat(stores().messages().ends(List.of())).isEmpty();
    }

    @Test
    void theLastMessagesOfManyGroupsAreSeenAtOnce() {
        ServiceGroup quiet = scene().group(scene().customer("Other"));
        ServiceGroup third = scene().group(scene().customer("Third"));
        scene().say(group, ann, "one");
        Message last = scene().say(group, bob, "two");
        Message changed =
                stores().messages().replace(scene().say(third, ann, "three").id(), scene().words(ann, "changed"));

        assertThat(stores().messages().listLast(List.of(group.id(), quiet.id(), third.id(), group.id())))
                .containsExactlyInAnyOrder(last, changed);
        assertThat(stores().messages().listLast(List.of())).isEmpty();
    }

    @Test
    void theLastReplyIsTheServiceTeamsLastWordsThatAreStillThere() {
        Tenant alder = scene().provider("Alder Cloud");
        Person tam = scene().staff(alder, "Tom", StaffRole.TAM);
        ServiceGroup other = scene().group(scene().customer("Other"));
        scene().say(group, ann, "help");
        assertThat(stores().messages().findLastReply(group.id())).isEmpty();

        Message first = scene().say(group, tam, "one");
        Message second = scene().say(group, tam, "two");
        scene().say(group, bob, "thanks");
        stores().messages().append(group.id(), present(), new Content.Notice(Content.Event.LEFT, tam.id()));
        scene().say(other, tam, "elsewhere");
        assertThat(stores().messages().findLastReply(group.id())).contains(second);

        Message edited = edited(first);
        stores().messages()
                .replace(
                        second.id(),
                        new Content.Deleted(
                                tam.id(), second.words().orElseThrow().clientId(), present()));
        assertThat(stores().messages().findLastReply(group.id())).contains(edited);
    }

    @Test
    void theMessagesBeforeAPlaceAreTheLastOfThem() {
        List<Message> all = said(10);

        assertThat(stores().messages().listBefore(group.id(), 8, 3)).isEqualTo(all.subList(4, 7));
        assertThat(stores().messages().listBefore(group.id(), 3, 5)).isEqualTo(all.subList(0, 2));
        assertThat(stores().messages().listBefore(group.id(), 11, 2)).isEqualTo(all.subList(8, 10));
        assertThat(stores().messages().listBefore(group.id(), 1_000, 2)).isEqualTo(all.subList(8, 10));
        assertThat(stores().messages().listBefore(group.id(), 1, 5)).isEmpty();
        assertThat(stores().messages().listBefore(group.id(), -7, 5)).isEmpty();
    }

    @Test
    void theMessagesAfterAPlaceAreTheFirstOfThem() {
        List<Message> all = said(10);

        assertThat(stores().messages().listAfter(group.id(), 4, 3)).isEqualTo(all.subList(4, 7));
        assertThat(stores().messages().listAfter(group.id(), 8, 5)).isEqualTo(all.subList(8, 10));
        assertThat(stores().messages().listAfter(group.id(), 0, 2)).isEqualTo(all.subList(0, 2));
        assertThat(stores().messages().listAfter(group.id(), -7, 2)).isEqualTo(all.subList(0, 2));
        assertThat(stores().messages().listAfter(group.id(), 10, 5)).isEmpty();
        assertThat(stores().messages().listAfter(group.id(), 1_000, 5)).isEmpty();
    }

    @Test
    void changesAreThoseSeenBeforeAndChangedSinceInTheirOrder() {
        List<Message> all = said(6);
        Message fourth = edited(all.get(3));
        Message second = edited(all.get(1));
        Message sixth = edited(all.get(5));
        Message fourthAgain = edited(fourth);

        assertThat(changedSince(new Position(5, 6))).containsExactly(second, fourthAgain);
        assertThat(changedSince(new Position(6, 6))).containsExactly(second, sixth, fourthAgain);
        assertThat(changedSince(new Position(3, 6))).containsExactly(second);
        assertThat(changedSince(new Position(6, second.revision()))).containsExactly(sixth, fourthAgain);
        assertThat(changedSince(new Position(6, fourthAgain.revision()))).isEmpty();
        assertThat(changedSince(new Position(8, 8))).containsExactly(sixth, fourthAgain);
        assertThat(stores().messages().listChanged(group.id(), new Position(6, 6), 2))
                .containsExactly(second, sixth);
    }

    @Test
    void groupsCountOnTheirOwn() {
        Tenant acme = scene().customer("Other");
        ServiceGroup other = scene().group(acme);
        said(3);

        Message first = scene().say(other, scene().person(acme, "Dan"), "hello");

        assertThat(first.id().seq()).isEqualTo(1);
        assertThat(stores().messages().listAfter(other.id(), 0, 10)).containsExactly(first);
        assertThat(stores().messages().listAfter(group.id(), 0, 10)).hasSize(3);
    }

    /** Reading by "greater than the last seen" is only right if numbers appear in order of commits. */
    @Test
    void aReaderWhoFollowsMissesNothingWhileManyWrite() {
        int each = Effort.of(100);

        List<List<Long>> seen = Together.run(WRITERS + 1, worker -> {
            if (worker == WRITERS) {
                return follow(WRITERS * each);
            }
            for (int i = 0; i < each; i++) {
                write(i);
            }
            return List.<Long>of();
        });

        assertThat(seen.get(WRITERS))
                .isEqualTo(
                        LongStream.rangeClosed(1, (long) WRITERS * each).boxed().toList());
        assertThat(stores().messages().end(group.id()).seq()).isEqualTo((long) WRITERS * each);
    }

    /** Every third try is rolled back after it got its number. */
    private void write(int i) {
        if (i % 3 == 0) {
            try {
                inTransaction(now -> {
                    stores().messages().append(group.id(), now, scene().words(ann, "never"));
                    throw new IllegalStateException("rolled back");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("rolled back");
            }
        }
        inTransaction(now -> {
            stores().messages().append(group.id(), now, scene().words(ann, "message"));
            stores().readCursors().get(group.id(), ann.id());
        });
    }

    private List<Long> follow(int expected) {
        List<Long> seen = new ArrayList<>();
        long last = 0;
        while (seen.size() < expected) {
            for (Message message : stores().messages().listAfter(group.id(), last, 50)) {
                seen.add(message.id().seq());
                last = message.id().seq();
            }
            if (last >= expected) {
                break;
            }
            Thread.onSpinWait();
        }
        return seen;
    }

    private List<Message> changedSince(Position position) {
        return stores().messages().listChanged(group.id(), position, 100);
    }
}
