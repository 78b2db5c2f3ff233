package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.MentionFacts;
import io.larkdesk.core.reminder.PastMention;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.Scene;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The promises of {@link io.larkdesk.core.reminder.Mentions} about how mentions end. */
public abstract class MentionDecisionsContract extends MentionScene {

    /** Made for subclasses. */
    protected MentionDecisionsContract() {}

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aDecisionNotToRemindIsKept(Reason reason) {
        MessageId message = mention(now).id();
        Decision decision = new Decision.NotReminded(reason, now.plusMillis(5));

        stores().mentions().decide(List.of(message), ann.id(), decision);

        assertThat(stores().mentions().findDecision(message, ann.id())).contains(decision);
        assertThat(stores().mentions().findDecision(message, bob.id())).isEmpty();
        assertThat(pending()).isEmpty();
        assertThat(stores().mentions().hasPending(ann.id())).isFalse();
    }

    @Test
    void aDecisionThatAReminderWentIsKept() {
        List<Decision> decisions = new ArrayList<>();
        for (boolean confirmed : List.of(true, false)) {
            MessageId message = mention(now).id();
            stores().mentions().cover(ann.id(), REMINDER, List.of(message));
            Decision decision = new Decision.Reminded(REMINDER, confirmed, now.plusMillis(5));
            stores().mentions().decide(List.of(message), ann.id(), decision);
            assertThat(stores().mentions().findDecision(message, ann.id())).contains(decision);
            decisions.add(decision);
        }

        assertThat(decisions).hasSize(2);
        assertThat(covered(REMINDER)).isEmpty();
        assertThat(pending()).isEmpty();
    }

    @Test
    void manyAreDecidedTogetherOrNone() {
        List<MessageId> some = List.of(mention(now).id(), mention(now).id());
        List<MessageId> all = List.of(mention(now).id(), some.get(0), some.get(1));
        Decision decision = new Decision.NotReminded(Reason.READ_IN_TIME, now);
        stores().mentions().decide(List.of(), ann.id(), decision);
        stores().mentions().decide(List.of(some.get(0), some.get(1), some.get(0)), ann.id(), decision);

        assertThatThrownBy(() -> stores().mentions().decide(all, ann.id(), decision))
                .isInstanceOf(IllegalStateException.class);

        assertThat(some).allSatisfy(message -> assertThat(stores().mentions().findDecision(message, ann.id()))
                .contains(decision));
        assertThat(onlyPending().message()).isEqualTo(all.get(0));
    }

    @Test
    void aMentionIsDecidedOnce() {
        MessageId message = mention(now).id();
        Decision decision = new Decision.NotReminded(Reason.READ_IN_TIME, now);
        stores().mentions().decide(List.of(message), ann.id(), decision);

        assertThatThrownBy(() -> stores().mentions()
                        .decide(List.of(message), ann.id(), new Decision.NotReminded(Reason.LEFT_GROUP, now)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stores().mentions().decide(List.of(message), bob.id(), decision))
                .isInstanceOf(IllegalStateException.class);

        assertThat(stores().mentions().findDecision(message, ann.id())).contains(decision);
    }

    @Test
    void theLastMentionsOfATenantsPeopleAreListedLatestFirst() {
        Tenant other = scene().customer("Other");
        Person guest = scene().person(other, "Guest");
        mention(now.minusSeconds(9));
        MessageId read = mention(now.minusSeconds(5)).id();
        MessageId told = mention(now.minusSeconds(4)).id();
        mention(now);
        Message foreign = scene().say(group, ann, "for " + Scene.at(guest));
        stores().mentions().add(foreign.id(), List.of(guest.id()), now);
        stores().mentions().decide(List.of(read), ann.id(), new Decision.NotReminded(Reason.READ_IN_TIME, now));
        stores().mentions().cover(ann.id(), REMINDER, List.of(told));
        stores().mentions().decide(List.of(told), ann.id(), new Decision.Reminded(REMINDER, true, now));

        assertThat(last(now.minusSeconds(5), 9))
                .containsExactly(
                        new PastMention(ann.id(), now, Optional.empty()),
                        new PastMention(ann.id(), now.minusSeconds(4), Optional.empty()),
                        new PastMention(ann.id(), now.minusSeconds(5), Optional.of(Reason.READ_IN_TIME)));
        assertThat(last(now.minusSeconds(20), 1)).containsExactly(new PastMention(ann.id(), now, Optional.empty()));
        assertThat(stores().mentions().listLast(other.id(), now.minusSeconds(20), 9))
                .containsExactly(new PastMention(guest.id(), now, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aFailureIsTakenBackAndNoOtherEnd(Reason reason) {
        MessageId message = mention(now).id();
        Decision decision = new Decision.NotReminded(reason, now);
        stores().mentions().cover(ann.id(), REMINDER, List.of(message));
        assertThat(stores().mentions().reopen(message, ann.id())).isFalse();
        assertThat(covered(REMINDER)).hasSize(1);
        stores().mentions().decide(List.of(message), ann.id(), decision);

        assertThat(stores().mentions().reopen(message, bob.id())).isFalse();
        assertThat(stores().mentions().reopen(message, ann.id())).isEqualTo(reason.isFailure());

        if (reason.isFailure()) {
            assertThat(stores().mentions().findDecision(message, ann.id())).isEmpty();
            assertThat(covered(REMINDER)).isEmpty();
            assertThat(pending()).extracting(MentionFacts::message).containsExactly(message);
            stores().mentions().cover(ann.id(), OTHER_REMINDER, List.of(message));
            stores().mentions().decide(List.of(message), ann.id(), new Decision.Reminded(OTHER_REMINDER, true, now));
            assertThat(stores().mentions().reopen(message, ann.id())).isFalse();
        } else {
            assertThat(stores().mentions().findDecision(message, ann.id())).contains(decision);
            assertThat(pending()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void whatAnEditTookOutIsNewOncePutBackAndNothingElseIs(Reason reason) {
        Message message = mention(now);
        Message next = scene().say(group, bob, "next");
        Decision decision = new Decision.NotReminded(reason, now);
        stores().mentions().decide(List.of(message.id()), ann.id(), decision);
        stores().readCursors().advance(group.id(), ann.id(), next.id().seq());
        boolean isPutBack = reason == Reason.MENTION_EDITED_OUT;
        Instant later = now.plusSeconds(1);

        assertThat(stores().mentions().add(message.id(), List.of(ann.id(), bob.id()), later))
                .containsExactlyInAnyOrderElementsOf(isPutBack ? List.of(ann.id(), bob.id()) : List.of(bob.id()));

        if (isPutBack) {
            assertThat(stores().mentions().findDecision(message.id(), ann.id())).isEmpty();
            assertThat(stores().mentions().hasPending(ann.id())).isTrue();
            assertThat(onlyPending().mentionedAt()).isEqualTo(later);
            assertThat(onlyPending().read()).as("what is to be read anew").isFalse();
            assertThat(stores().mentions().add(message.id(), List.of(ann.id()), later))
                    .isEmpty();
        } else {
            assertThat(stores().mentions().findDecision(message.id(), ann.id())).contains(decision);
            assertThat(pending()).isEmpty();
        }
    }

    @Test
    void ofManyWhoPutAMentionBackOneFindsItNew() {
        MessageId message = mention(now).id();
        stores().mentions()
                .decide(List.of(message), ann.id(), new Decision.NotReminded(Reason.MENTION_EDITED_OUT, now));

        List<Integer> added = Together.run(4, worker -> stores().mentions()
                .add(message, List.of(ann.id()), now)
                .size());

        assertThat(added).containsExactlyInAnyOrder(1, 0, 0, 0);
        assertThat(pending()).hasSize(1);
    }

    @Test
    void ofManyWhoTakeAFailureBackOneDoes() {
        MessageId message = mention(now).id();
        stores().mentions().decide(List.of(message), ann.id(), new Decision.NotReminded(Reason.UNREACHABLE, now));

        List<Boolean> reopened = Together.run(4, worker -> stores().mentions().reopen(message, ann.id()));

        assertThat(reopened).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(pending()).hasSize(1);
        assertThat(stores().mentions().hasPending(ann.id())).isTrue();
    }

    private List<PastMention> last(Instant from, int limit) {
        return stores().mentions().listLast(ann.id().tenant(), from, limit);
    }
}
