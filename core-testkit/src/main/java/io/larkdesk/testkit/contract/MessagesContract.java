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
import io.larkdesk.core.shared.ConflictException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.conversation.Messages} to those who write. */
public abstract class MessagesContract extends MessageScene {

    /** Made for subclasses. */
    protected MessagesContract() {}

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
        List<MessageId> ids = new ArrayList<>(appended.stream().map(Message::id).toList());
        ids.add(ids.get(0));
        ids.add(new MessageId(group.id(), 100));
        assertThat(stores().messages().listAll(ids)).containsExactlyInAnyOrderElementsOf(appended);
        assertThat(stores().messages().listAll(List.of())).isEmpty();
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
    void whatWasTakenBackStaysSoWhoeverEditsItMeanwhile() {
        Message message = scene().say(group, ann, "one");
        Content.Deleted gone =
                new Content.Deleted(ann.id(), message.words().orElseThrow().clientId(), present());
        Content.Words words = scene().words(ann, "still here");

        CompletableFuture<Void> edit =
                waitingFor(() -> stores().messages().replace(message.id(), gone), () -> stores().messages()
                        .replace(message.id(), words));

        assertThat(edit)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(ConflictException.class);
        assertThat(stores().messages().find(message.id()).map(Message::content)).contains(gone);
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
}
