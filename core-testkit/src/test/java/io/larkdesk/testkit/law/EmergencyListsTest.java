package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.escalation.AcknowledgeEmergency;
import io.larkdesk.core.escalation.ClaimPages.Claim;
import io.larkdesk.core.escalation.CommandResult;
import io.larkdesk.core.escalation.CountEmergencies;
import io.larkdesk.core.escalation.DeclareEmergency;
import io.larkdesk.core.escalation.DescribeEmergency.Answer;
import io.larkdesk.core.escalation.DescribeEmergency.Described;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.ListEmergencies;
import io.larkdesk.core.escalation.ListMyEmergencies;
import io.larkdesk.core.escalation.Pager;
import io.larkdesk.core.escalation.ShowBoard;
import io.larkdesk.core.escalation.ShowWorkstation;
import io.larkdesk.core.escalation.ShowWorkstation.Workstation;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.ticket.ListTickets;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What customers and staff see of several Emergencies at once, and of one after another. */
class EmergencyListsTest extends EscalationScene {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CountEmergencies count = new CountEmergencies(stores.transactions(), stores.emergencies());
    private final ListMyEmergencies listMine =
            new ListMyEmergencies(stores.transactions(), stores.members(), stores.emergencies());
    private final ShowWorkstation showWorkstation = new ShowWorkstation(
            stores.transactions(),
            new ListTickets(
                    stores.transactions(),
                    stores.members(),
                    stores.people(),
                    stores.tickets(),
                    stores.readCursors(),
                    stores.messages()),
            stores.tickets(),
            stores.emergencies(),
            stores.products());

    private void declareOn(Ticket other, Person person) {
        DeclareEmergency.Result result = desk.declare.execute(new DeclareEmergency.Command(
                other.id(), person.id(), Emergency.Reason.DATA_LOSS, "", new ClientId(randomness.uuid())));
        assertThat(result).isInstanceOf(DeclareEmergency.Started.class);
    }

    private void acknowledge(Emergency emergency) {
        assertThat(desk.acknowledge.execute(new AcknowledgeEmergency.Command(emergency.id(), eva.id(), 1)))
                .isInstanceOf(CommandResult.Done.class);
    }

    private Described described(Emergency emergency) {
        return desk.showBoard.find(eva.id(), emergency.id()).orElseThrow();
    }

    private ShowBoard.Shown board() {
        return desk.showBoard.execute(eva.id(), Optional.empty()).orElseThrow();
    }

    private ShowWorkstation.Command tickets(Person asker, TicketQuery.Scope scope, boolean onlyEmergencies) {
        return new ShowWorkstation.Command(group.id(), asker.id(), TicketQuery.of(scope), onlyEmergencies, 9);
    }

    private Optional<Workstation> workstation(Person asker, boolean onlyEmergencies) {
        return showWorkstation.execute(tickets(asker, new TicketQuery.OfGroup(group.id()), onlyEmergencies));
    }

    private static List<TicketNumber> numbers(Workstation shown) {
        return shown.listed().entries().stream()
                .map(entry -> entry.ticket().number())
                .toList();
    }

    @Test
    void whatIsNotShownAtOnceIsCountedAllTheSame() {
        assertThat(count.execute()).isZero();
        for (int number = 0; number <= ListEmergencies.PAGE; number++) {
            declareOn(scene.ticket(group, ann), ann);
        }

        assertThat(count.execute()).isEqualTo(ListEmergencies.PAGE + 1);
        assertThat(desk.survey.execute().active()).isEqualTo(ListEmergencies.PAGE + 1);
        assertThat(desk.survey.execute().waiting()).hasSize(ListEmergencies.PAGE);
    }

    @Test
    void whoeverIsInATicketsGroupIsToldOfItsEmergency() {
        Person bob = scene.person(acme, "Bob");
        Ticket ofBob = scene.ticket(group, bob);
        Emergency emergency = declare();
        declareOn(ofBob, bob);

        assertThat(listMine.execute(ann.id())).containsExactly(ticket.id());
        assertThat(listMine.execute(bob.id())).containsExactly(ofBob.id());
        end(emergency);
        assertThat(listMine.execute(ann.id())).isEmpty();
    }

    @Test
    void aServiceGroupsTicketsAreShownToItsMembersWithTheirEmergencies() {
        Product cdn = new Product("CDN");
        stores.products().replace(List.of(cdn));
        scene.join(group, tam);
        Ticket quiet = scene.ticket(group, ann);
        declare();

        Workstation all = workstation(tam, false).orElseThrow();

        assertThat(numbers(all)).containsExactlyInAnyOrder(ticket.number(), quiet.number());
        assertThat(all.emergencies()).containsExactly(ticket.number());
        assertThat(all.products()).containsExactly(cdn);
        assertThat(numbers(workstation(tam, true).orElseThrow())).containsExactly(ticket.number());
        assertThat(workstation(eva, false)).isEmpty();
    }

    @Test
    void aWorkstationShowsTheTicketsOfItsOwnGroupOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tickets(tam, new TicketQuery.OfEngineer(tam.id()), false))
                .withMessageContaining("another scope");
    }

    @Test
    void afterAFullPageOfEndedOnesThereIsNoneIfThereAreNoMore() {
        for (int number = 0; number < ShowBoard.PAGE; number++) {
            clock.advance(MINUTE);
            end(declare());
        }

        assertThat(board().ended()).hasSize(ShowBoard.PAGE);
        assertThat(board().older()).isEmpty();
    }

    @Test
    void thoseOffDutyAreListedByNameAsTakers() {
        scene.staff(provider, "Zoe", StaffRole.DUTY_MANAGER);
        scene.staff(provider, "Abe", StaffRole.TAM);

        assertThat(board().takers())
                .extracting(taker -> taker.person().name().value())
                .containsExactly("Abe", "Eli", "Eva", "Tam", "Zoe");
    }

    @Test
    void whoAcknowledgedFirstIsKnownWhenPagingIsResumed() {
        onDuty(eli, StaffRole.ENGINEER);
        Emergency emergency = declare();
        clock.advance(MINUTE);
        acknowledge(emergency);
        clock.advance(EscalationPolicy.CONFIRM_EVERY);
        desk.advance.execute(10);

        assertThat(described(emergency).shown().emergency().isUnacknowledged()).isTrue();
        assertThat(described(emergency).answer()).contains(new Answer(Optional.of("Eva"), MINUTE));
    }

    @Test
    void whatEndedWithoutAnAnswerDoesNotTakeThatOfTheNextOne() {
        Emergency first = declare();
        clock.advance(MINUTE);
        end(first);
        clock.advance(MINUTE);
        Emergency second = declare();
        clock.advance(MINUTE);
        acknowledge(second);

        assertThat(described(first).answer()).isEmpty();
        assertThat(described(second).answer()).contains(new Answer(Optional.of("Eva"), MINUTE));
    }

    @Test
    void theMarkIsAnotherWhenAPageIsOnItsWayAndWhenItArrived() {
        declare();
        String waiting = desk.survey.execute().mark();
        Claim claim = desk.claimPages.execute(9).get(0);
        String sending = desk.survey.execute().mark();
        desk.settlePage.execute(claim.page(), new Pager.Delivered("om_1"));

        assertThat(sending).isNotEqualTo(waiting);
        assertThat(desk.survey.execute().mark()).isNotIn(waiting, sending);
    }
}
