package io.larkdesk.core.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.reminder.Explanation.Cause;
import io.larkdesk.core.reminder.Explanation.Decided;
import io.larkdesk.core.reminder.Explanation.Waiting;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainMentionTest {

    private static final ReminderPolicy POLICY = ReminderPolicy.DEFAULT;
    private static final ReminderId REMINDER = new ReminderId(new UUID(1, 1));

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final Scene scene = new Scene(desk, new SeededRandomness(1));
    private final ExplainMention explain = new ExplainMention(
            desk.transactions(),
            desk.members(),
            new ExplainFate(desk.mentions(), desk.permits(), desk.quietTimes(), POLICY));
    private final ChooseQuietTime choose = new ChooseQuietTime(desk.transactions(), desk.quietTimes(), desk.permits());

    private Person ann;
    private Person bob;
    private MessageId mention;
    private Instant now;

    @BeforeEach
    void annMentionsBob() {
        Tenant acme = scene.customer("Acme");
        ServiceGroup group = scene.group(acme);
        ann = scene.person(acme, "Ann");
        bob = scene.person(acme, "Bob");
        scene.join(group, ann);
        scene.join(group, bob);
        Message message = scene.say(group, ann, Scene.at(bob));
        mention = message.id();
        now = desk.transactions().inTransaction(present -> present);
        desk.mentions().add(mention, List.of(bob.id()), now);
    }

    private Optional<Explanation> explained() {
        return explain.execute(mention, bob.id());
    }

    private void save(Permit permit) {
        desk.transactions().inTransaction(present -> {
            desk.permits().save(permit, Optional.empty(), present);
            return permit;
        });
    }

    @Test
    void aYoungMentionHasItsGrace() {
        assertThat(explained()).contains(new Waiting(Cause.GRACE, now.plus(POLICY.grace())));
    }

    @Test
    void whoLooksIsSaidTo() {
        Instant until = now.plusSeconds(20);
        desk.presences().extend(mention.group(), bob.id(), until);

        assertThat(explained()).contains(new Waiting(Cause.LOOKING, until));
    }

    @Test
    void whoWasRemindedAWhileAgoWaitsForTheWindow() {
        Instant opens = now.plusSeconds(90);
        save(new Permit.Free(bob.id(), opens));

        assertThat(explained()).contains(new Waiting(Cause.WINDOW, opens));
    }

    @Test
    void quietTimeThatLastsLongerThanTheWindowIsWhatCounts() {
        save(new Permit.Free(bob.id(), now.plusSeconds(90)));
        choose.pause(bob.id(), Optional.of(Duration.ofSeconds(89)));
        assertThat(explained()).contains(new Waiting(Cause.WINDOW, now.plusSeconds(90)));

        choose.pause(bob.id(), Optional.of(Duration.ofSeconds(91)));
        assertThat(explained()).contains(new Waiting(Cause.QUIET_TIME, now.plusSeconds(91)));
    }

    @Test
    void aReminderUnderWayIsSaidToBe() {
        save(new Permit.Held(bob.id(), REMINDER, 1, now, now.plusSeconds(15)));

        assertThat(explained()).contains(new Waiting(Cause.ON_ITS_WAY, now.plusSeconds(15)));
    }

    @Test
    void whatIsDecidedIsToldForGood() {
        Decision decision = new Decision.NotReminded(Decision.Reason.READ_IN_TIME, now);
        desk.mentions().decide(List.of(mention), bob.id(), decision);

        assertThat(explained()).contains(new Decided(decision));
    }

    @Test
    void whoIsNotCalledOrNotInTheGroupLearnsNothing() {
        assertThat(explain.execute(mention, ann.id())).isEmpty();
        assertThat(explain.execute(
                        mention, scene.person(scene.customer("Other"), "Carl").id()))
                .isEmpty();
    }
}
