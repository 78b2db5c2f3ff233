package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.FileName;
import io.larkdesk.core.attachment.UploadAttachment;
import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.EditMessage;
import io.larkdesk.core.conversation.MarkRead;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.AssessTenant;
import io.larkdesk.core.reminder.ClaimReminders.Claim;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.Matter;
import io.larkdesk.core.reminder.MessageReminder.Item;
import io.larkdesk.core.reminder.Outcome;
import io.larkdesk.core.reminder.Permit;
import io.larkdesk.core.reminder.RemindRecognised;
import io.larkdesk.core.reminder.ReminderChannel.Deferred;
import io.larkdesk.core.reminder.ReminderChannel.Delivered;
import io.larkdesk.core.reminder.ReminderChannel.Delivery;
import io.larkdesk.core.reminder.ReminderChannel.Refused;
import io.larkdesk.core.reminder.ReminderChannel.Unknown;
import io.larkdesk.core.reminder.ReminderPolicies;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.reminder.WatchBacklog;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the laws leave to single examples: when attempts follow each other, and what a reminder says. */
class ReminderUseCasesTest {

    private static final ReminderPolicy POLICY = ReminderPolicy.DEFAULT;
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Delivery LOST = new Unknown("no answer");

    private final ManualClock clock = new ManualClock();
    private final Stores stores = new InMemoryDesk(clock);
    private final SeededRandomness randomness = new SeededRandomness(7);
    private final Scene scene = new Scene(stores, randomness);
    private final Desk desk = new Desk(stores, Setting.USUAL, randomness);
    private final Tenant acme = scene.customer("Acme");
    private final Person ann = scene.person(acme, "Ann");
    private final Person tam = scene.staff(scene.provider("Alder Cloud"), "Tam", StaffRole.TAM);
    private final ServiceGroup group = scene.group(acme);
    private final ServiceGroup other = scene.group(scene.customer("Globex"));

    @BeforeEach
    void join() {
        scene.join(group, ann);
        scene.join(group, tam);
        scene.join(other, tam);
    }

    @Test
    void aLostAttemptIsMadeAgainASecondAfterItsDeadlineUnderTheSameId() {
        mention();
        Claim first = claimGraced();
        assertThat(desk.settleReminder.execute(first.permit(), LOST)).isTrue();

        clock.advance(POLICY.attemptWithin().plusSeconds(1).minus(MILLI));
        assertThat(claim()).isEmpty();
        clock.advance(MILLI);

        Claim second = claim().get(0);
        assertThat(second.reminder().id()).isEqualTo(first.reminder().id());
        assertThat(second.reminder().attempt()).isEqualTo(2);
    }

    @Test
    void theAttemptOfANodeThatDiedIsTakenOverAtItsDeadlineAndCountsNoMore() {
        mention();
        Claim first = claimGraced();

        clock.advance(POLICY.attemptWithin().minus(MILLI));
        assertThat(claim()).isEmpty();
        clock.advance(MILLI);

        Claim second = claim().get(0);
        assertThat(desk.settleReminder.execute(first.permit(), new Delivered("om_1")))
                .isFalse();
        assertThat(desk.settleReminder.execute(second.permit(), new Delivered("om_1")))
                .isTrue();
    }

    @Test
    void anAnswerCountsAlsoIfTheClockWasSetBackMeanwhile() {
        MessageId mention = mention();
        Claim first = claimGraced();
        clock.advance(Duration.ofHours(-1));
        assertThat(claim()).isEmpty();

        assertThat(desk.settleReminder.execute(first.permit(), new Delivered("om_1")))
                .isTrue();
        assertThat(decision(mention))
                .contains(new Decision.Reminded(first.reminder().id(), true, clock.instant()));
        assertThat(stores.permits().get(tam.id()))
                .isEqualTo(new Permit.Free(tam.id(), clock.instant().plus(POLICY.window())));
    }

    @Test
    void aFirstAttemptThatIsPutOffIsBegunAnewAfterThePause() {
        MessageId mention = mention();
        Claim first = claimGraced();
        desk.settleReminder.execute(first.permit(), new Deferred(Duration.ofMinutes(2), "busy"));

        clock.advance(Duration.ofMinutes(2).minus(MILLI));
        assertThat(claim()).isEmpty();
        clock.advance(MILLI);

        Claim anew = claim().get(0);
        assertThat(anew.reminder().attempt()).isEqualTo(1);
        assertThat(anew.reminder().id()).isNotEqualTo(first.reminder().id());
        assertThat(about(anew)).containsExactly(mention);
    }

    @Test
    void aRetryThatIsPutOffStaysARetryAndWaitsForItsDeadlineAtLeast() {
        mention();
        Claim first = claimGraced();
        clock.advance(POLICY.attemptWithin());
        Claim second = claim().get(0);
        desk.settleReminder.execute(second.permit(), new Deferred(Duration.ofSeconds(1), "busy"));

        clock.advance(POLICY.attemptWithin().minus(MILLI));
        assertThat(claim()).isEmpty();
        clock.advance(MILLI);
        Claim third = claim().get(0);
        desk.settleReminder.execute(third.permit(), new Deferred(Duration.ofMinutes(2), "busy"));

        clock.advance(Duration.ofMinutes(2).minus(MILLI));
        assertThat(claim()).isEmpty();
        clock.advance(MILLI);
        Claim fourth = claim().get(0);
        assertThat(fourth.reminder().id()).isEqualTo(first.reminder().id());
        assertThat(fourth.reminder().attempt()).isEqualTo(4);
    }

    @Test
    void afterTheTimeForRetriesAReminderCountsAsDeliveredAndTheNextOneWaitsForItsWindow() {
        MessageId lost = mention();
        Claim first = claimGraced();
        MessageId next = mention();

        clock.advance(POLICY.retryWithin());
        assertThat(claim()).isEmpty();

        assertThat(decision(lost))
                .contains(new Decision.Reminded(first.reminder().id(), false, clock.instant()));
        assertThat(about(claim().get(0)))
                .as("the window after the deadline is over")
                .containsExactly(next);
    }

    @Test
    void whatWasReadMeanwhileIsLeftOutOfARetry() {
        MessageId here = mention();
        MessageId there = mention(other);
        Claim first = claimGraced();
        desk.settleReminder.execute(first.permit(), LOST);
        read(here);

        clock.advance(POLICY.attemptWithin().plusSeconds(1));

        assertThat(about(claim().get(0))).containsExactly(there);
        assertThat(decision(here))
                .contains(new Decision.Reminded(first.reminder().id(), false, clock.instant()));
        assertThat(decision(there)).isEmpty();
    }

    @Test
    void aRetryOfWhatWasAllReadIsNotMade() {
        MessageId mention = mention();
        Claim first = claimGraced();
        desk.settleReminder.execute(first.permit(), LOST);
        read(mention);

        clock.advance(POLICY.attemptWithin().plusSeconds(1));

        assertThat(claim()).isEmpty();
        assertThat(decision(mention))
                .contains(new Decision.Reminded(first.reminder().id(), false, clock.instant()));
    }

    @Test
    void aRefusedRetrySaysNothingOfTheAttemptBeforeIt() {
        MessageId mention = mention();
        Claim first = claimGraced();
        clock.advance(POLICY.attemptWithin());
        desk.settleReminder.execute(claim().get(0).permit(), new Refused(Decision.Reason.UNREACHABLE, "gone"));

        assertThat(decision(mention))
                .contains(new Decision.Reminded(first.reminder().id(), false, clock.instant()));
    }

    @Test
    void whatCameMeanwhileIsDueAWindowAfterTheDelivery() {
        mention();
        Claim first = claimGraced();
        MessageId next = mention();
        desk.settleReminder.execute(first.permit(), new Delivered("om_1"));

        clock.advance(POLICY.window().minus(MILLI));
        assertThat(claim()).isEmpty();
        clock.advance(MILLI);
        assertThat(about(claim().get(0))).containsExactly(next);
    }

    @Test
    void theBacklogIsHowLongTheLongestDueHasWaited() {
        WatchBacklog watch = new WatchBacklog(stores.transactions(), stores.permits());
        assertThat(watch.execute()).isEqualTo(new WatchBacklog.Backlog(0, Duration.ZERO));
        mention();
        assertThat(watch.execute()).isEqualTo(new WatchBacklog.Backlog(0, Duration.ZERO));

        clock.advance(POLICY.grace().plusSeconds(3));

        assertThat(watch.execute()).isEqualTo(new WatchBacklog.Backlog(1, Duration.ofSeconds(3)));
    }

    @Test
    void whoeverIsRecognisedIsLookedAt() {
        recognise();

        assertThat(stores.permits().findEarliestDue()).contains(clock.instant().plus(POLICY.grace()));
    }

    @Test
    void whatMayHaveComeThroughTheAppBeforeIsNotTriedThroughTheNext() {
        MessageId lost = mention();
        Claim first = claimGraced();
        desk.settleReminder.execute(first.permit(), LOST);
        MessageId next = mention();

        recognise();

        assertThat(decision(lost))
                .contains(new Decision.Reminded(first.reminder().id(), false, clock.instant()));
        clock.set(first.permit().deadline().plus(POLICY.window()).minus(MILLI));
        assertThat(claim()).isEmpty();
        clock.advance(MILLI);
        assertThat(about(claim().get(0))).containsExactly(next);
    }

    /** Signs in through another app than before. */
    private void recognise() {
        AssessTenant assess = new AssessTenant(
                stores.tenants(),
                stores.people(),
                stores.callBudgets(),
                new ReminderPolicies(POLICY, tenant -> Optional.empty()),
                BudgetPolicy.DEFAULT);
        stores.transactions().inTransaction(now -> {
            new RemindRecognised(stores.permits(), stores.mentions(), assess).recognised(tam, now);
            return now;
        });
    }

    @Test
    void whoAnEditTookOutIsRemindedOnceAnotherPutsThemBack() {
        MessageId message = mention();
        edit(message, "nobody");
        clock.advance(POLICY.grace());
        assertThat(claim()).isEmpty();
        assertThat(decision(message))
                .contains(new Decision.NotReminded(Decision.Reason.MENTION_EDITED_OUT, clock.instant()));

        edit(message, Scene.at(tam) + " after all");

        assertThat(about(claimGraced())).containsExactly(message);
    }

    private void edit(MessageId message, String text) {
        assertThat(desk.editMessage
                        .execute(new EditMessage.Command(message, ann.id(), Optional.of(MessageBody.parse(text))))
                        .message())
                .isPresent();
    }

    @Test
    void anExcerptHasNamesForMentions() {
        say("Can " + Scene.at(tam) + " look?", List.of());

        Item item = claimGraced().reminder().items().get(0);

        assertThat(item.excerpt()).isEqualTo("Can @Tam look?");
        assertThat(item.author()).isEqualTo("Ann");
        assertThat(item.matter()).isEqualTo(new Matter.Said(Optional.empty()));
    }

    @Test
    void whereNothingWasSaidButNamesTheFileIsTold() {
        say(Scene.at(tam) + " ", List.of(upload()));

        Matter matter = claimGraced().reminder().items().get(0).matter();

        assertThat(matter).isEqualTo(new Matter.Said(Optional.of(new Matter.Beside(false, "trace.bin"))));
    }

    @Test
    void whereWordsWereSaidTheFileIsNotTold() {
        say(Scene.at(tam) + " see this", List.of(upload()));

        assertThat(claimGraced().reminder().items().get(0).matter()).isEqualTo(new Matter.Said(Optional.empty()));
    }

    @Test
    void anOutcomeIsOneWordForADecision() {
        Claim claim = claimOfAMention();

        assertThat(Outcome.of(Optional.empty())).isEqualTo(Outcome.WAITING);
        assertThat(Outcome.of(Optional.of(new Decision.Reminded(claim.reminder().id(), false, clock.instant()))))
                .isEqualTo(Outcome.DELIVERED);
        assertThat(Outcome.of(Optional.of(new Decision.NotReminded(Decision.Reason.LEFT_GROUP, clock.instant()))))
                .isEqualTo(Outcome.NOT_SENT);
        assertThat(Outcome.of(Optional.of(new Decision.NotReminded(Decision.Reason.APP_BROKEN, clock.instant()))))
                .isEqualTo(Outcome.FAILED);
        assertThat(claim.reminder().urgent()).isEmpty();
    }

    private Claim claimOfAMention() {
        mention();
        return claimGraced();
    }

    private List<Claim> claim() {
        return desk.claimReminders.execute(10);
    }

    private Claim claimGraced() {
        clock.advance(POLICY.grace());
        return claim().get(0);
    }

    private static List<MessageId> about(Claim claim) {
        return claim.reminder().items().stream().map(Item::message).toList();
    }

    private Optional<Decision> decision(MessageId mention) {
        return stores.mentions().findDecision(mention, tam.id());
    }

    private MessageId mention() {
        return mention(group);
    }

    private MessageId mention(ServiceGroup in) {
        if (in.equals(other)) {
            Person gil = scene.person(stores.tenants().get(other.id().tenant()), "Gil");
            scene.join(other, gil);
            return say(other, gil, Scene.at(tam) + " please", List.of());
        }
        return say(Scene.at(tam) + " please", List.of());
    }

    private MessageId say(String text, List<AttachmentId> files) {
        return say(group, ann, text, files);
    }

    private MessageId say(ServiceGroup in, Person author, String text, List<AttachmentId> files) {
        PostMessage.Result posted = desk.postMessage.execute(new PostMessage.Command(
                in.id(), author.id(), new ClientId(randomness.uuid()), MessageBody.parse(text), files));
        return ((PostMessage.Posted) posted).message().id();
    }

    private void read(MessageId upTo) {
        desk.markRead.execute(new MarkRead.Command(upTo.group(), tam.id(), upTo.seq(), false));
    }

    private AttachmentId upload() {
        int[] left = {3};
        UploadAttachment.Result result = desk.uploadAttachment.execute(
                new UploadAttachment.Command(
                        group.id(), ann.id(), FileName.clean("trace.bin"), "", Optional.of((long) left[0])),
                (into, from, length) -> left[0]-- > 0 ? 1 : -1);
        return ((UploadAttachment.Uploaded) result).attachment().id();
    }
}
