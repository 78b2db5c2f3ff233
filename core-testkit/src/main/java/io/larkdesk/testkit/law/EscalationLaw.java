package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.escalation.DeclareEmergency;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.SendReminder;
import io.larkdesk.core.escalation.ShowReminding;
import io.larkdesk.testkit.contract.Together;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/**
 * Law 7: a Reminder has a cool-down per ticket, and each who presses is told the truth; at most one Emergency is active on a ticket, which is
 * open as long as it is; it goes by the policy that was in force when it started, pages step after step, each once, until somebody acknowledges; an acknowledgement that is
 * not confirmed lapses; a stale command is refused; what is overdue is noted once; each step is on the Timeline.
 */
@Says("Law 7: a Reminder has a cool-down per ticket, and each who presses is told the truth; at most one "
        + "Emergency is active on a ticket, which is open as long as it is; it goes by the policy that was in "
        + "force when it started, pages step after step, each once, until somebody acknowledges; an "
        + "acknowledgement that is not confirmed lapses; a stale command is refused; what is overdue is noted "
        + "once; each step is on the Timeline.")
public abstract class EscalationLaw extends Law {

    private static final int CROWD = 6;

    /** Made for subclasses. */
    protected EscalationLaw() {}

    /** Where buttons are pressed; a design that is known to be wrong has a console of its own. */
    Console console(World world) {
        return new Console(world.siren().desk());
    }

    private World siren() {
        World world = world(Setting.USUAL);
        world.siren().through(console(world));
        return world;
    }

    @Property
    void emergenciesGoTheirWay(@ForAll("emergencies") History history) {
        World world = siren();
        world.play(history);
        world.orSay(world.siren()::requireRight);
    }

    /** The same while clocks are set. */
    @Property
    void noTimerIsLostWhenClocksAreSet(@ForAll("emergenciesWhileClocksAreSet") History history) {
        World world = siren();
        world.play(history);
        world.orSay(world.siren()::requireRight);
    }

    /** Whoever dies, each page ends in the end, and arrived if it counts as sent. */
    @Property
    void noPageIsLostAndNoneComesTwice(@ForAll("pages") History history) {
        World world = siren();
        world.play(history);
        world.orSay(() -> {
            world.siren().pagers().crash();
            for (int round = 0; round < 8; round++) {
                world.pass(Duration.ofMinutes(1));
                world.siren().pagers().work(Fate.ARRIVES);
                world.siren().pagers().work(Fate.ARRIVES);
            }
            world.siren().pagers().requireEnded();
        });
    }

    @Property
    void remindersCoolDown(@ForAll("presses") History history) {
        World world = siren();
        world.play(history);
        world.orSay(world.nudges()::requireRight);
    }

    /** Half-open: at exactly ten minutes the next may go. */
    @Property(tries = 20)
    void theCoolDownEndsToTheMillisecond(@ForAll @LongRange(min = -2, max = 2) long more) {
        World world = siren();

        world.play(new History(List.of(
                new EscalationSteps.Press(Who.ANN, Where.ACME),
                new TimeSteps.Pass(Duration.ofMinutes(10).plusMillis(more)),
                new EscalationSteps.Press(Who.BOB, Where.ACME))));

        assertThat(world.stores().reminders().listLast(world.siren().ticket(Where.ACME), 10))
                .hasSize(more < 0 ? 1 : 2);
    }

    @Property(tries = 5, generation = GenerationMode.RANDOMIZED)
    void ofManyWhoPressAtOnceOneSendsAndAllAreToldWho(@ForAll boolean sameAgain) {
        World world = siren();
        List<SendReminder.Result> heard = Together.run(CROWD, worker -> world.siren()
                .console()
                .remind(new SendReminder.Command(
                        world.siren().ticket(Where.ACME),
                        world.cast().id(sameAgain || worker % 2 == 0 ? Who.ANN : Who.BOB),
                        new ClientId(world.randomness().uuid()))));

        List<SendReminder.Sent> sent = heard.stream()
                .filter(SendReminder.Sent.class::isInstance)
                .map(SendReminder.Sent.class::cast)
                .toList();
        assertThat(sent).hasSize(1);
        assertThat(heard)
                .filteredOn(SendReminder.Refused.class::isInstance)
                .hasSize(CROWD - 1)
                .allSatisfy(refused -> assertThat(((SendReminder.Refused) refused).why())
                        .isEqualTo(new ShowReminding.CoolingDown(
                                sent.get(0).reminder(), sent.get(0).nextAt())));
    }

    @Property(tries = 5, generation = GenerationMode.RANDOMIZED)
    void ofManyWhoDeclareAtOnceOneStartsAndEachStepIsTakenOnce(@ForAll Emergency.Reason reason) {
        World world = siren();
        world.play(new History(List.of(
                new EscalationSteps.BeOnDuty(Beeper.EVA, Duration.ZERO, Duration.ofHours(1)),
                new EscalationSteps.BeOnDuty(Beeper.DOT, Duration.ZERO, Duration.ofHours(1)))));
        List<DeclareEmergency.Result> heard = Together.run(CROWD, worker -> world.siren()
                .console()
                .declare(new DeclareEmergency.Command(
                        world.siren().ticket(Where.ACME),
                        world.cast().id(worker % 2 == 0 ? Who.ANN : Who.BOB),
                        reason,
                        "",
                        new ClientId(world.randomness().uuid()))));
        world.pass(Duration.ofMinutes(5));
        Together.run(CROWD, worker -> {
            world.siren().console().advance();
            return worker;
        });

        assertThat(heard).filteredOn(DeclareEmergency.Started.class::isInstance).hasSize(1);
        assertThat(heard).filteredOn(DeclareEmergency.Joined.class::isInstance).hasSize(CROWD - 1);
        Emergency emergency = world.stores()
                .emergencies()
                .findActive(world.siren().ticket(Where.ACME))
                .orElseThrow();
        assertThat(world.stores().emergencies().listDeclarations(emergency.id()))
                .hasSize(CROWD);
        assertThat(world.stores().pages().list(emergency.id()))
                .extracting(Page::person)
                .containsExactly(world.siren().id(Beeper.EVA), world.siren().id(Beeper.DOT));
    }

    /** Law 6: whoever has nothing to do with a ticket sees and changes nothing of its escalations. */
    @Property(tries = 100)
    void strangersAreKeptOut(@ForAll("intrusions") History history) {
        World world = siren();
        world.play(history);
        world.orSay(world.siren()::requireRight);
    }

    @Provide
    Arbitrary<History> intrusions() {
        return quiet(EscalationArbitraries.pagersAtWork())
                .with(6, ConversationArbitraries.intrusions())
                .upTo(30);
    }

    @Provide
    Arbitrary<History> emergencies() {
        return quiet(EscalationArbitraries.pagersAtWork())
                .with(4, EscalationArbitraries.endings())
                .upTo(40);
    }

    @Provide
    Arbitrary<History> emergenciesWhileClocksAreSet() {
        return quiet(EscalationArbitraries.pagersWhoAreAnswered())
                .with(4, TimeArbitraries.settingsOfTheDatabase())
                .upTo(40);
    }

    private static HistoryArbitraries quiet(Arbitrary<Step> pagers) {
        return new HistoryArbitraries()
                .with(4, EscalationArbitraries.declarations())
                .with(1, EscalationArbitraries.triesAgain())
                .with(3, EscalationArbitraries.acknowledgements())
                .with(4, EscalationArbitraries.otherCommands())
                .with(8, EscalationArbitraries.advances())
                .with(8, EscalationArbitraries.passesUntilStep())
                .with(2, EscalationArbitraries.watches())
                .with(5, EscalationArbitraries.duties())
                .with(2, EscalationArbitraries.changesOfPlan())
                .with(4, pagers)
                .with(2, TimeArbitraries.passes());
    }

    @Provide
    Arbitrary<History> pages() {
        return new HistoryArbitraries()
                .with(2, EscalationArbitraries.declarations())
                .with(2, EscalationArbitraries.acknowledgements())
                .with(2, EscalationArbitraries.otherCommands())
                .with(4, EscalationArbitraries.advances())
                .with(4, EscalationArbitraries.passesUntilStep())
                .with(3, EscalationArbitraries.duties())
                .with(16, EscalationArbitraries.pagersAtWork())
                .with(3, TimeArbitraries.passes())
                .upTo(40);
    }

    @Provide
    Arbitrary<History> presses() {
        return new HistoryArbitraries()
                .with(8, EscalationArbitraries.presses())
                .with(1, EscalationArbitraries.triesAgain())
                .with(1, EscalationArbitraries.replies())
                .with(2, EscalationArbitraries.duties())
                .with(1, EscalationArbitraries.declarations())
                .with(1, EscalationArbitraries.otherCommands())
                .with(1, EscalationArbitraries.changesOfPlan())
                .with(1, EscalationArbitraries.follows())
                .with(4, TimeArbitraries.passes())
                .with(1, TimeArbitraries.settingsOfTheDatabase())
                .upTo(40);
    }
}
