package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.MentionFacts;
import io.larkdesk.core.reminder.MentionFacts.Standing;
import io.larkdesk.core.reminder.Permit;
import io.larkdesk.testkit.Scene;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.reminder.Mentions}, and of {@link io.larkdesk.core.conversation.Presences}, which it shows. */
public abstract class MentionsContract extends MentionScene {

    /** Made for subclasses. */
    protected MentionsContract() {}

    @Test
    void aNewMentionIsPendingWithItsFacts() {
        Message message = scene().say(group, bob, Scene.at(ann));
        assertThat(stores().mentions().hasPending(ann.id())).isFalse();

        Collection<PersonId> added = stores().mentions().add(message.id(), List.of(ann.id()), now);

        assertThat(added).containsExactly(ann.id());
        assertThat(stores().mentions().hasPending(ann.id())).isTrue();
        assertThat(pending())
                .containsExactly(
                        new MentionFacts(message.id(), ann.id(), now, true, Standing.STANDS, false, Optional.empty()));
        assertThat(stores().mentions().findDecision(message.id(), ann.id())).isEmpty();
        assertThat(stores().mentions().hasPending(bob.id())).isFalse();
    }

    @Test
    void aMentionIsFoundWhateverBecameOfIt() {
        Message message = mention(now);
        MentionFacts facts =
                new MentionFacts(message.id(), ann.id(), now, true, Standing.STANDS, false, Optional.empty());
        assertThat(stores().mentions().find(message.id(), ann.id())).contains(facts);
        assertThat(stores().mentions().find(message.id(), bob.id())).isEmpty();

        stores().mentions().cover(ann.id(), REMINDER, List.of(message.id()));
        assertThat(stores().mentions().find(message.id(), ann.id())).contains(facts);
        stores().mentions().decide(List.of(message.id()), ann.id(), new Decision.Reminded(REMINDER, true, now));
        assertThat(stores().mentions().find(message.id(), ann.id())).contains(facts);
    }

    @Test
    void aMentionIsNotedOnce() {
        MessageId message = mention(now).id();

        assertThat(stores().mentions().add(message, List.of(ann.id(), bob.id()), now.plusSeconds(1)))
                .containsExactly(bob.id());

        assertThat(pending()).extracting(MentionFacts::mentionedAt).containsExactly(now);
        stores().mentions().decide(List.of(message), ann.id(), new Decision.NotReminded(Reason.READ_IN_TIME, now));
        assertThat(stores().mentions().add(message, List.of(ann.id()), now.plusSeconds(2)))
                .isEmpty();
        assertThat(pending()).isEmpty();
    }

    @Test
    void ofManyWhoNoteOneMentionOneFindsItNew() {
        MessageId message = scene().say(group, bob, Scene.at(ann)).id();

        List<Integer> added = Together.run(4, worker -> stores().mentions()
                .add(message, List.of(ann.id()), now)
                .size());

        assertThat(added).containsExactlyInAnyOrder(1, 0, 0, 0);
        assertThat(pending()).hasSize(1);
    }

    @Test
    void pendingMentionsAreListedOldestFirstUpToALimit() {
        MessageId third = mention(now.plusMillis(2)).id();
        MessageId first = mention(now).id();
        MessageId second = mention(now.plusMillis(1)).id();

        assertThat(pending()).extracting(MentionFacts::message).containsExactly(first, second, third);
        assertThat(stores().mentions().listPending(ann.id(), 2))
                .extracting(MentionFacts::message)
                .containsExactly(first, second);
    }

    @Test
    void mentionsInSeveralGroupsArePendingTogether() {
        Person tam = scene().staff(scene().provider("Provider"), "Tam", StaffRole.TAM);
        ServiceGroup second = scene().group(scene().customer("Other"));
        scene().join(group, tam);
        scene().join(second, tam);
        MessageId here = scene().say(group, ann, Scene.at(tam)).id();
        MessageId there = scene().say(second, ann, Scene.at(tam)).id();

        stores().mentions().add(here, List.of(tam.id()), now);
        stores().mentions().add(there, List.of(tam.id()), now.plusMillis(1));

        assertThat(stores().mentions().listPending(tam.id(), 10))
                .extracting(MentionFacts::message)
                .containsExactly(here, there);
    }

    @Test
    void leavingTheGroupIsSeen() {
        mention(now);

        scene().leave(anns);

        assertThat(onlyPending().member()).isFalse();
    }

    @Test
    void readingUpToTheMessageIsSeenAndReadingLessIsNot() {
        scene().say(group, bob, "before");
        MessageId message = mention(now).id();

        stores().readCursors().advance(group.id(), ann.id(), message.seq() - 1);
        assertThat(onlyPending().read()).isFalse();

        stores().readCursors().advance(group.id(), bob.id(), message.seq());
        assertThat(onlyPending().read()).isFalse();

        stores().readCursors().advance(group.id(), ann.id(), message.seq());
        assertThat(onlyPending().read()).isTrue();
    }

    @Test
    void whoeverHadReadPastAMessageWhenAnEditMentionedThemMustReadOn() {
        MessageId message = scene().say(group, bob, "nobody").id();
        MessageId next = scene().say(group, bob, "next").id();
        stores().readCursors().advance(group.id(), ann.id(), next.seq());
        stores().messages().replace(message, scene().words(bob, Scene.at(ann)));
        stores().mentions().add(message, List.of(ann.id()), now);
        assertThat(onlyPending().read()).isFalse();

        MessageId later = scene().say(group, bob, "later").id();
        assertThat(onlyPending().read()).isFalse();

        stores().readCursors().advance(group.id(), ann.id(), later.seq());
        assertThat(onlyPending().read()).isTrue();
    }

    @Test
    void editsAndDeletionsAreSeen() {
        Message message = mention(now);
        Content.Words words = message.words().orElseThrow();

        stores().messages().replace(message.id(), words(words, "still " + Scene.at(ann)));
        assertThat(onlyPending().standing()).isEqualTo(Standing.STANDS);

        stores().messages().replace(message.id(), words(words, "now only " + Scene.at(bob)));
        assertThat(onlyPending().standing()).isEqualTo(Standing.EDITED_OUT);

        stores().messages().replace(message.id(), words(words, "again " + Scene.at(ann)));
        assertThat(onlyPending().standing()).isEqualTo(Standing.STANDS);

        stores().messages().replace(message.id(), new Content.Deleted(bob.id(), words.clientId(), now));
        assertThat(onlyPending().standing()).isEqualTo(Standing.DELETED);
    }

    @Test
    void lookingIsSeenAndOnlyEverExtended() {
        mention(now);

        stores().presences().extend(group.id(), ann.id(), now.plusSeconds(20));
        assertThat(onlyPending().lookingUntil()).contains(now.plusSeconds(20));

        stores().presences().extend(group.id(), ann.id(), now.plusSeconds(10));
        assertThat(onlyPending().lookingUntil()).contains(now.plusSeconds(20));

        stores().presences().extend(group.id(), ann.id(), now.plusSeconds(30));
        stores().presences().extend(group.id(), bob.id(), now.plusSeconds(90));
        assertThat(onlyPending().lookingUntil()).contains(now.plusSeconds(30));
    }

    @Test
    void lookingAtAnotherGroupIsNotLookingHere() {
        mention(now);

        stores().presences().extend(scene().group(scene().customer("Other")).id(), ann.id(), now.plusSeconds(20));

        assertThat(onlyPending().lookingUntil()).isEmpty();
    }

    @Test
    void coveredMentionsAreUnderTheirReminderAndNotPending() {
        MessageId first = mention(now).id();
        MessageId second = mention(now.plusMillis(1)).id();
        MessageId third = mention(now.plusMillis(2)).id();

        stores().mentions().cover(ann.id(), REMINDER, List.of(second, first));

        assertThat(pending()).extracting(MentionFacts::message).containsExactly(third);
        assertThat(covered(REMINDER)).extracting(MentionFacts::message).containsExactly(first, second);
        assertThat(covered(OTHER_REMINDER)).isEmpty();
        assertThat(stores().mentions().listCovered(bob.id(), REMINDER)).isEmpty();
    }

    @Test
    void theFactsOfCoveredMentionsAreThoseOfNow() {
        MessageId message = mention(now).id();
        stores().mentions().cover(ann.id(), REMINDER, List.of(message));

        stores().readCursors().advance(group.id(), ann.id(), message.seq());
        scene().leave(anns);
        stores().presences().extend(group.id(), ann.id(), now.plusSeconds(20));

        assertThat(covered(REMINDER))
                .containsExactly(new MentionFacts(
                        message, ann.id(), now, false, Standing.STANDS, true, Optional.of(now.plusSeconds(20))));
    }

    @Test
    void uncoveringMakesThemPendingAgain() {
        MessageId first = mention(now).id();
        MessageId second = mention(now.plusMillis(1)).id();
        stores().mentions().cover(ann.id(), REMINDER, List.of(first));
        stores().mentions().cover(ann.id(), OTHER_REMINDER, List.of(second));

        stores().mentions().uncover(ann.id(), REMINDER);

        assertThat(pending()).extracting(MentionFacts::message).containsExactly(first);
        assertThat(covered(REMINDER)).isEmpty();
        assertThat(covered(OTHER_REMINDER)).hasSize(1);
        stores().mentions().cover(ann.id(), OTHER_REMINDER, List.of(first));
        assertThat(covered(OTHER_REMINDER)).hasSize(2);
    }

    @Test
    void uncoveringLeavesWhatIsDecided() {
        MessageId first = mention(now).id();
        MessageId second = mention(now.plusMillis(1)).id();
        stores().mentions().cover(ann.id(), REMINDER, List.of(first, second));
        stores().mentions().decide(List.of(first), ann.id(), new Decision.Reminded(REMINDER, false, now));
        assertThat(covered(REMINDER)).extracting(MentionFacts::message).containsExactly(second);

        stores().mentions().uncover(ann.id(), REMINDER);

        assertThat(pending()).extracting(MentionFacts::message).containsExactly(second);
    }

    @Test
    void whatIsNotPendingCannotBeCovered() {
        MessageId covered = mention(now).id();
        MessageId decided = mention(now.plusMillis(1)).id();
        MessageId never = scene().say(group, bob, "nobody").id();
        MessageId free = mention(now.plusMillis(2)).id();
        stores().mentions().cover(ann.id(), REMINDER, List.of(covered));
        stores().mentions().decide(List.of(decided), ann.id(), new Decision.NotReminded(Reason.READ_IN_TIME, now));

        for (MessageId message : List.of(covered, decided, never)) {
            assertThatThrownBy(() -> stores().mentions().cover(ann.id(), OTHER_REMINDER, List.of(free, message)))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(covered(REMINDER)).extracting(MentionFacts::message).containsExactly(covered);
        assertThat(pending()).extracting(MentionFacts::message).containsExactly(free);
    }

    @Test
    void whoeverHasAPendingMentionAndIsNotDueIsAsleep() {
        Message message = scene().say(group, scene().person(scene().customer("Other"), "Cem"), "both");
        stores().mentions().add(message.id(), List.of(ann.id(), bob.id()), now);
        lookAt(Permit.unused(ann.id()), Optional.of(now));
        lookAt(Permit.unused(bob.id()), Optional.of(now.plusSeconds(5)));
        assertThat(asleep(9)).as("both are due some time").isEmpty();

        Permit.Free free = new Permit.Free(ann.id(), now.plusSeconds(600));
        lookAt(free, Optional.empty());
        lookAt(Permit.unused(message.words().orElseThrow().author()), Optional.empty());
        inTransaction(any -> {
            assertThat(stores().permits().lockAsleep(9)).containsExactly(free);
            assertThat(elsewhere(() -> asleep(9))).as("held by another").isEmpty();
        });

        lookAt(Permit.unused(bob.id()), Optional.empty());
        assertThat(asleep(9)).containsExactlyInAnyOrder(free, Permit.unused(bob.id()));
        assertThat(asleep(1)).hasSize(1);
        stores().mentions().decide(List.of(message.id()), ann.id(), new Decision.NotReminded(Reason.EXPIRED, now));
        assertThat(asleep(9)).as("nothing is pending").containsExactly(Permit.unused(bob.id()));
    }

    private void lookAt(Permit permit, Optional<Instant> due) {
        inTransaction(any -> {
            stores().permits().lock(permit.person());
            stores().permits().save(permit, due, now);
        });
    }

    private List<Permit> asleep(int limit) {
        return transactions().inTransaction(any -> stores().permits().lockAsleep(limit));
    }
}
