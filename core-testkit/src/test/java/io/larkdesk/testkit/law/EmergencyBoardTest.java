package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.escalation.AcknowledgeEmergency;
import io.larkdesk.core.escalation.CommandResult;
import io.larkdesk.core.escalation.DeclareEmergency;
import io.larkdesk.core.escalation.DescribeEmergency;
import io.larkdesk.core.escalation.DescribeEmergency.Described;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.EndEmergency;
import io.larkdesk.core.escalation.HandOverEmergency;
import io.larkdesk.core.escalation.PagingPolicy;
import io.larkdesk.core.escalation.ShowBoard;
import io.larkdesk.core.escalation.SurveyEmergencies;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What staff see of all Emergencies. */
class EmergencyBoardTest {

    private final ManualClock clock = new ManualClock();
    private final Stores stores = new InMemoryDesk(clock);
    private final SeededRandomness randomness = new SeededRandomness(7);
    private final Scene scene = new Scene(stores, randomness);
    private final EscalationDesk desk = new EscalationDesk(stores, Setting.USUAL, PagingPolicy.DEFAULT, randomness);
    private final Tenant acme = scene.customer("Acme");
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Person ann = scene.person(acme, "Ann");
    private final Person eva = scene.staff(provider, "Eva", StaffRole.ENGINEER);
    private final Person adam = scene.staff(provider, "Adam", StaffRole.ADMIN);
    private final ServiceGroup group = scene.group(acme);

    private Emergency declare() {
        scene.join(group, ann);
        DeclareEmergency.Result result = desk.declare.execute(new DeclareEmergency.Command(
                scene.ticket(group, ann).id(),
                ann.id(),
                Emergency.Reason.DATA_LOSS,
                "",
                new ClientId(randomness.uuid())));
        return ((DeclareEmergency.Started) result).emergency();
    }

    private Emergency acknowledge(Emergency emergency, Person person) {
        CommandResult result = desk.acknowledge.execute(
                new AcknowledgeEmergency.Command(emergency.id(), person.id(), emergency.version()));
        return ((CommandResult.Done) result).emergency();
    }

    private Emergency end(Emergency emergency) {
        CommandResult result =
                desk.end.execute(new EndEmergency.Command(emergency.id(), eva.id(), "done", emergency.version()));
        return ((CommandResult.Done) result).emergency();
    }

    private ShowBoard.Shown board(Optional<EmergencyId> before) {
        return desk.showBoard.execute(adam.id(), before).orElseThrow();
    }

    @Test
    void theBoardIsForStaff() {
        Emergency emergency = declare();

        assertThat(desk.showBoard.execute(ann.id(), Optional.empty())).isEmpty();
        assertThat(desk.showBoard.find(ann.id(), emergency.id())).isEmpty();
        assertThat(desk.showBoard.find(adam.id(), emergency.id())).isPresent();
        assertThat(board(Optional.empty()).active()).extracting(Described::id).containsExactly(emergency.id());
    }

    @Test
    void whoAcknowledgedFirstIsKnownAfterAHandOverAndAfterTheEnd() {
        Emergency emergency = declare();
        assertThat(board(Optional.empty()).active().get(0).answer()).isEmpty();
        clock.advance(Duration.ofSeconds(80));
        Emergency acknowledged = acknowledge(emergency, eva);
        clock.advance(Duration.ofSeconds(5));
        CommandResult handed = desk.handOver.execute(
                new HandOverEmergency.Command(emergency.id(), eva.id(), adam.id(), acknowledged.version()));
        assertThat(board(Optional.empty()).active().get(0).answer())
                .contains(new DescribeEmergency.Answer(Optional.of("Eva"), Duration.ofSeconds(80)));

        end(((CommandResult.Done) handed).emergency());

        ShowBoard.Shown shown = board(Optional.empty());
        assertThat(shown.active()).isEmpty();
        assertThat(shown.ended().get(0).answer())
                .contains(new DescribeEmergency.Answer(Optional.of("Eva"), Duration.ofSeconds(80)));
    }

    @Test
    void theTicketsPageIsThereForWhoeverAcknowledgedOrSeesToAllCustomers() {
        Emergency emergency = declare();
        assertThat(desk.showBoard.find(eva.id(), emergency.id()).orElseThrow().mayOpen())
                .isFalse();
        assertThat(desk.showBoard.find(adam.id(), emergency.id()).orElseThrow().mayOpen())
                .isTrue();

        acknowledge(emergency, eva);

        assertThat(desk.showBoard.find(eva.id(), emergency.id()).orElseThrow().mayOpen())
                .isTrue();
    }

    @Test
    void endedOnesAreTurnedPageByPage() {
        for (int number = 0; number <= ShowBoard.PAGE; number++) {
            clock.advance(Duration.ofMinutes(1));
            end(declare());
        }

        ShowBoard.Shown first = board(Optional.empty());
        assertThat(first.ended()).hasSize(ShowBoard.PAGE);
        ShowBoard.Shown second = board(first.older());
        assertThat(second.ended()).hasSize(1).doesNotContainAnyElementsOf(first.ended());
        assertThat(second.older()).isEmpty();
    }

    @Test
    void thoseOnDutyAreTheFirstToBeHandedSomething() {
        assertThat(board(Optional.empty()).takers())
                .extracting(taker -> taker.person().id())
                .containsExactly(adam.id(), eva.id());
        scene.shift(eva, StaffRole.TAM, clock.instant(), Duration.ofHours(1));

        assertThat(board(Optional.empty()).takers())
                .extracting(taker -> taker.person().id())
                .containsExactly(eva.id(), adam.id());
    }

    @Test
    void theMarkIsAnotherWhenAnythingIs() {
        String none = desk.survey.execute().mark();
        assertThat(desk.survey.execute().mark()).isEqualTo(none);
        Emergency emergency = declare();
        SurveyEmergencies.Survey waiting = desk.survey.execute();
        assertThat(waiting.active()).isEqualTo(1);
        assertThat(waiting.waiting()).containsExactly(emergency.id());
        assertThat(waiting.mark()).isNotEqualTo(none);
        Emergency acknowledged = acknowledge(emergency, eva);
        SurveyEmergencies.Survey taken = desk.survey.execute();
        assertThat(taken.waiting()).isEmpty();
        assertThat(taken.mark()).isNotEqualTo(waiting.mark());
        acknowledge(acknowledged, adam);
        assertThat(desk.survey.execute().mark()).isNotEqualTo(taken.mark());
        end(acknowledged);
        assertThat(desk.survey.execute().mark()).isEqualTo(none);
    }
}
