package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.Effort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.conversation.Messages}. */
public abstract class MessagesContract extends StoresContract {

    private static final int WRITERS = 8;

    private ServiceGroup group;
    private Person ann;
    private Person bob;

    /** Made for subclasses. */
    protected MessagesContract() {}

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
    void messagesAreNumberedFromOneAndCountAsChanges() {
        Message first = scene().say(group, ann, "one");
        Message second = scene().say(group, bob, "two");

        assertThat(first.id()).isEqualTo(new MessageId(group.id(), 1));
        assertThat(first.revision()).isEqualTo(1);
        assertThat(second.id()).isEqualTo(new MessageId(group.id(), 2));
        assertThat(second.revision()).isEqualTo(2);
        assertThat(stores().messages().end(group.id())).isEqualTo(new Position(2, 2));
    }

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
    void eachContentIsFoundAsItWasStored() {
        Instant now = present();
        String hostile = "數據 \uD83D\uDC26 <b>'x'; drop table message; -- \\ % _ \u0007 \u2028 :p ?";
        List<Content> contents = List.of(
                scene().words(ann, hostile),
                scene().words(ann, "y".repeat(MessageBody.LONGEST)),
                new Content.Words(
                        ann.id(),
                        new ClientId(new UUID(1, 1)),
                        MessageBody.parse("edited"),
                        Optional.of(now.plusMillis(1))),
                new Content.Deleted(bob.id(), new ClientId(new UUID(1, 2)), now.plusMillis(2)),
                new Content.Notice(Content.Event.JOINED, ann.id()),
                new Content.Notice(Content.Event.LEFT, bob.id(), Optional.of(ann.id())),
                new Content.TicketNotice(
                        Content.TicketEvent.CREATED,
                        new Content.TicketLink(
                                new GroupId(group.id().tenant(), new UUID(7, 7)), new TicketNumber(1042), hostile),
                        Optional.of(ann.id()),
                        Optional.of(bob.id()),
                        Optional.of(now.plusMillis(3)),
                        hostile),
                new Content.TicketNotice(
                        Content.TicketEvent.CLOSED_BY_ITSELF,
                        new Content.TicketLink(group.id(), new TicketNumber(1), "t"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ""));

        List<Message> appended = contents.stream()
                .map(content -> stores().messages().append(group.id(), now, content))
                .toList();

        assertThat(appended).extracting(Message::content).containsExactlyElementsOf(contents);
        assertThat(appended).extracting(Message::postedAt).containsOnly(now);
        assertThat(stores().messages().listAfter(group.id(), 0, 100)).isEqualTo(appended);
        assertThat(appended)
                .allSatisfy(message ->
                        assertThat(stores().messages().find(message.id())).contains(message));
    }

    @Test
    void replacingKeepsThePlaceAndCountsAChange() {
        Message first = scene().say(group, ann, "one");
        scene().say(group, ann, "two");
        Content.Deleted gone =
                new Content.Deleted(ann.id(), first.words().orElseThrow().clientId(), present());

        Message replaced = stores().messages().replace(first.id(), gone);

        assertThat(replaced).isEqualTo(new Message(first.id(), 3, first.postedAt(), gone));
        assertThat(stores().messages().find(first.id())).contains(replaced);
        assertThat(stores().messages().end(group.id())).isEqualTo(new Position(2, 3));
        assertThat(scene().say(group, bob, "three").revision()).isEqualTo(4);
    }

    @Test
    void whatIsNotThereCannotBeAppendedToOrReplaced() {
        GroupId nowhere = new GroupId(group.id().tenant(), new UUID(0, 1));
        Content words = scene().words(ann, "x");

        assertThatThrownBy(() -> stores().messages().append(nowhere, present(), words))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> stores().messages().replace(new MessageId(group.id(), 1), words))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(stores().messages().end(group.id())).isEqualTo(Position.START);
        assertThat(stores().messages().find(new MessageId(group.id(), 1))).isEmpty();
    }

    @Test
    void aClientIdFindsItsMessageAlsoAfterItWasTakenBack() {
        Message message = scene().say(group, ann, "one");
        ClientId clientId = message.words().orElseThrow().clientId();
        assertThat(stores().messages().findByClientId(group.id(), ann.id(), clientId))
                .contains(message);

        Message gone = stores().messages().replace(message.id(), new Content.Deleted(ann.id(), clientId, present()));

        assertThat(stores().messages().findByClientId(group.id(), ann.id(), clientId))
                .contains(gone);
    }

    @Test
    void aClientIdBelongsToOneAuthorInOneGroup() {
        ServiceGroup other = scene().group(scene().customer("Other"));
        Content.Words anns = scene().words(ann, "one");
        ClientId clientId = anns.clientId();
        Content.Words bobs = new Content.Words(bob.id(), clientId, anns.body(), Optional.empty());

        Message first = stores().messages().append(group.id(), present(), anns);
        Message second = stores().messages().append(group.id(), present(), bobs);
        Message third = stores().messages().append(other.id(), present(), anns);

        assertThat(stores().messages().findByClientId(group.id(), ann.id(), clientId))
                .contains(first);
        assertThat(stores().messages().findByClientId(group.id(), bob.id(), clientId))
                .contains(second);
        assertThat(stores().messages().findByClientId(other.id(), ann.id(), clientId))
                .contains(third);
        assertThat(stores().messages().findByClientId(other.id(), bob.id(), clientId))
                .isEmpty();
    }

    @Test
    void theSameClientIdAgainIsAConflictAndLeavesNoGap() {
        Content.Words words = scene().words(ann, "one");
        stores().messages().append(group.id(), present(), words);

        assertThatThrownBy(() -> stores().messages().append(group.id(), present(), words))
                .isInstanceOf(ConflictException.class);

        assertThat(stores().messages().end(group.id())).isEqualTo(new Position(1, 1));
        assertThat(scene().say(group, ann, "two").id().seq()).isEqualTo(2);
    }

    @Test
    void appendedOnceItIsNotAppendedAgain() {
        Content.Words words = scene().words(ann, "one");
        Message first =
                stores().messages().appendOnce(group.id(), present(), words).orElseThrow();
        stores().messages().replace(first.id(), new Content.Deleted(ann.id(), words.clientId(), present()));

        assertThat(first.id().seq()).isEqualTo(1);
        assertThat(first.content()).isEqualTo(words);
        assertThat(stores().messages().appendOnce(group.id(), present(), words)).isEmpty();
        assertThat(stores().messages().end(group.id())).isEqualTo(new Position(1, 2));
        assertThat(stores().messages()
                        .appendOnce(
                                group.id(),
                                present(),
                                new Content.Words(bob.id(), words.clientId(), words.body(), Optional.empty())))
                .isPresent();
    }

    @Test
    void whereThereIsNoGroupNothingIsAppended() {
        GroupId nowhere = new GroupId(group.id().tenant(), new UUID(0, 404));

        assertThat(stores().messages().appendOnce(nowhere, present(), scene().words(ann, "one")))
                .isEmpty();
    }

    @Test
    void ofManyWhoAppendOnceOneSucceeds() {
        Content.Words words = scene().words(ann, "once");

        List<Boolean> posted = Together.run(WRITERS, worker -> {
            try {
                return stores().messages()
                        .appendOnce(group.id(), present(), words)
                        .isPresent();
            } catch (ConflictException late) {
                return false;
            }
        });

        assertThat(posted).containsOnlyOnce(true);
        assertThat(stores().messages().end(group.id())).isEqualTo(new Position(1, 1));
    }

    @Test
    void aMessageThatIsRolledBackLeavesNoGap() {
        assertThatThrownBy(() -> inTransaction(now -> {
                    scene().say(group, ann, "never");
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(scene().say(group, ann, "one").id().seq()).isEqualTo(1);
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

    @Test
    void ofManyWhoPostWithOneClientIdOneSucceeds() {
        Content.Words words = scene().words(ann, "once");

        List<Boolean> posted = Together.run(WRITERS, worker -> {
            try {
                stores().messages().append(group.id(), present(), words);
                return true;
            } catch (ConflictException late) {
                return false;
            }
        });

        assertThat(posted).containsOnlyOnce(true);
        assertThat(stores().messages().end(group.id())).isEqualTo(new Position(1, 1));
    }

    @Test
    void manyEditsAtOnceAreEachCounted() {
        List<Message> all = said(WRITERS);

        List<Long> revisions =
                Together.run(WRITERS, worker -> edited(all.get(worker)).revision());

        assertThat(revisions)
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(WRITERS + 1L, 2L * WRITERS)
                        .boxed()
                        .toList());
        assertThat(stores().messages().end(group.id())).isEqualTo(new Position(WRITERS, 2L * WRITERS));
    }

    private List<Message> said(int messages) {
        return LongStream.rangeClosed(1, messages)
                .mapToObj(i -> scene().say(group, ann, "message " + i))
                .toList();
    }

    private Message edited(Message message) {
        Content.Words words = message.words().orElseThrow();
        MessageBody body = MessageBody.parse(words.body().text() + "!");
        return transactions().inTransaction(now -> stores().messages()
                .replace(message.id(), new Content.Words(words.author(), words.clientId(), body, Optional.of(now))));
    }

    private List<Message> changedSince(Position position) {
        return stores().messages().listChanged(group.id(), position, 100);
    }
}
