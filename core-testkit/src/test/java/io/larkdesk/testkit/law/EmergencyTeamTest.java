package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.escalation.AcknowledgeEmergency;
import io.larkdesk.core.escalation.ClaimPages.Claim;
import io.larkdesk.core.escalation.CommandResult;
import io.larkdesk.core.escalation.ConfirmEmergency;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.HandOverEmergency;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who works on an Emergency, what the others hear of that, and who sees it. */
class EmergencyTeamTest extends EscalationScene {

    private CommandResult acknowledge(Emergency emergency, Person person) {
        return desk.acknowledge.execute(
                new AcknowledgeEmergency.Command(emergency.id(), person.id(), version(emergency)));
    }

    private CommandResult handOver(Emergency emergency, Person from, Person to) {
        return desk.handOver.execute(
                new HandOverEmergency.Command(emergency.id(), from.id(), to.id(), version(emergency)));
    }

    private CommandResult confirm(Emergency emergency, Person person) {
        return desk.confirm.execute(new ConfirmEmergency.Command(emergency.id(), person.id(), version(emergency)));
    }

    private long version(Emergency emergency) {
        return now(emergency).version();
    }

    private Emergency now(Emergency emergency) {
        return stores.emergencies().find(emergency.id()).orElseThrow();
    }

    private List<AuditAction> audited() {
        return stores.auditTrail().listAfter(AuditBook.of(acme.id()), 0, 100).stream()
                .map(entry -> entry.event().action())
                .filter(action -> action.name().startsWith("EMERGENCY_"))
                .toList();
    }

    @Test
    void whoWorksOnItAlreadyChangesNothingByAcknowledgingOnceMore() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        acknowledge(emergency, eva);
        acknowledge(emergency, eli);
        Emergency before = now(emergency);
        int noted = timeline().size();
        List<AuditAction> written = audited();

        assertThat(acknowledge(emergency, eva)).isEqualTo(new CommandResult.Done(before));
        assertThat(acknowledge(emergency, eli)).isEqualTo(new CommandResult.Done(before));

        assertThat(timeline()).hasSize(noted);
        assertThat(audited()).isEqualTo(written);
    }

    @Test
    void itIsNotHandedToWhoHasItAndWhoTakesItIsNotPaged() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        acknowledge(emergency, eva);

        assertThat(handOver(emergency, eli, eva)).isEqualTo(new CommandResult.NotNow(now(emergency)));
        assertThat(handOver(emergency, eli, eli)).isInstanceOf(CommandResult.Done.class);

        assertThat(now(emergency).acknowledgement().orElseThrow().by()).isEqualTo(eli.id());
        assertThat(stores.pages().list(emergency.id()))
                .noneMatch(page -> page.about().kind() == Page.Kind.HANDED_OVER);
    }

    @Test
    void afterAHandOverOnlyWhoHasItConfirmsAndThenWhoHelpsToo() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        acknowledge(emergency, eva);
        acknowledge(emergency, tam);
        assertThat(confirm(emergency, eli)).isInstanceOf(CommandResult.NotNow.class);
        assertThat(confirm(emergency, tam)).isInstanceOf(CommandResult.Done.class);

        handOver(emergency, eva, eli);

        assertThat(confirm(emergency, tam)).isInstanceOf(CommandResult.NotNow.class);
        assertThat(confirm(emergency, eli)).isInstanceOf(CommandResult.Done.class);
        assertThat(confirm(emergency, tam)).isInstanceOf(CommandResult.Done.class);
    }

    @Test
    void ofSeveralCardsOfAPersonTheLastOneIsKeptUpToDate() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        deliverAll();
        while (alerts(emergency, eva).size() < 2) {
            clock.advance(Duration.ofMinutes(5));
            desk.advance.execute(10);
            deliverAll();
        }
        List<Page> alerts = alerts(emergency, eva);

        acknowledge(emergency, eva);

        assertThat(desk.claimPages.execute(50))
                .filteredOn(claim -> claim.receipt().isPresent())
                .extracting(Claim::page)
                .filteredOn(page -> page.person().equals(eva.id()))
                .extracting(Page::id)
                .containsExactly(alerts.get(alerts.size() - 1).id());
    }

    private List<Page> alerts(Emergency emergency, Person person) {
        return stores.pages().list(emergency.id()).stream()
                .filter(page ->
                        page.about().kind() == Page.Kind.ALERT && page.person().equals(person.id()))
                .toList();
    }

    @Test
    void neitherColleaguesOutsideOfTheGroupNorOthersSeeIt() {
        Emergency emergency = declare();
        Person colleague = scene.person(acme, "Cas");
        Person stranger = scene.person(scene.customer("Other"), "Eve");

        for (Person person : List.of(colleague, stranger)) {
            assertThat(desk.showEmergency.execute(emergency.id(), person.id())).isEmpty();
            assertThat(desk.showEmergency.ofTicket(ticket.id(), person.id())).isEmpty();
        }
        scene.join(stores.groups().find(ticket.id()).orElseThrow(), colleague);
        assertThat(desk.showEmergency.execute(emergency.id(), colleague.id())).isPresent();
    }
}
