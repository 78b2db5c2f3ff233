package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.escalation.AcknowledgeEmergency;
import io.larkdesk.core.escalation.CommandResult;
import io.larkdesk.core.escalation.ConfirmEmergency;
import io.larkdesk.core.escalation.DeclareEmergency;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.EndEmergency;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.HandOverEmergency;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.ticket.TimelineEntry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is told, named, seated and written down in an Emergency. */
class EmergencyDeedsTest extends EscalationScene {

    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private Person bob() {
        Person bob = scene.person(acme, "Bob");
        scene.join(stores.groups().find(ticket.id()).orElseThrow(), bob);
        return bob;
    }

    private DeclareEmergency.Command declaration(Person person) {
        return new DeclareEmergency.Command(
                ticket.id(), person.id(), Emergency.Reason.BUSINESS_UNAVAILABLE, "", new ClientId(randomness.uuid()));
    }

    private void acknowledge(Emergency emergency, Person person, long seen) {
        assertThat(desk.acknowledge.execute(new AcknowledgeEmergency.Command(emergency.id(), person.id(), seen)))
                .isInstanceOf(CommandResult.Done.class);
    }

    private void handOver(Emergency emergency, Person from, Person to, long seen) {
        assertThat(desk.handOver.execute(new HandOverEmergency.Command(emergency.id(), from.id(), to.id(), seen)))
                .isInstanceOf(CommandResult.Done.class);
    }

    private List<Person> named(Emergency emergency) {
        return desk.showEmergency
                .execute(emergency.id(), eva.id())
                .orElseThrow()
                .people();
    }

    private List<PersonId> askedToLook(Emergency emergency) {
        return stores.pages().list(emergency.id()).stream()
                .filter(page -> page.about().kind() == Page.Kind.MANY_IN_A_DAY)
                .map(Page::person)
                .toList();
    }

    @Test
    void whatStaffDoIsInTheAuditLogWithTheTicket() {
        Emergency emergency = declare();
        acknowledge(emergency, eva, 1);
        acknowledge(emergency, tam, 2);
        acknowledge(emergency, tam, 2);
        handOver(emergency, eva, eli, 2);
        desk.confirm.execute(new ConfirmEmergency.Command(emergency.id(), eli.id(), 3));
        end(emergency);

        AuditSubject subject =
                AuditSubject.of(AuditSubject.Kind.EMERGENCY, ticket.id().value());
        AuditActor byEva = AuditActor.of(eva.id());
        assertThat(stores.auditTrail().listAfter(AuditBook.of(acme.id()), 0, 9))
                .extracting(AuditEntry::event)
                .extracting(AuditEvent::action, AuditEvent::actor, AuditEvent::subject)
                .containsExactly(
                        tuple(AuditAction.EMERGENCY_ACKNOWLEDGED, byEva, subject),
                        tuple(AuditAction.EMERGENCY_ACKNOWLEDGED, AuditActor.of(tam.id()), subject),
                        tuple(AuditAction.EMERGENCY_HANDED_OVER, byEva, subject),
                        tuple(AuditAction.EMERGENCY_CONFIRMED, AuditActor.of(eli.id()), subject),
                        tuple(AuditAction.EMERGENCY_ENDED, byEva, subject));
    }

    @Test
    void aCommandAboutAnEmergencyThatIsNotThereFindsNothing() {
        EmergencyId unknown = new EmergencyId(ticket.id(), randomness.uuid());

        assertThat(desk.acknowledge.execute(new AcknowledgeEmergency.Command(unknown, eva.id(), 1)))
                .isEqualTo(new CommandResult.NothingThere());
    }

    @Test
    void whoIsHandedAnEmergencyComesIntoTheTicketsGroup() {
        Emergency emergency = declare();
        acknowledge(emergency, eva, 1);
        assertThat(stores.members().find(ticket.id(), eli.id())).isEmpty();

        handOver(emergency, eva, eli, 2);

        assertThat(stores.members().find(ticket.id(), eli.id()).filter(Member::isIn))
                .isPresent();
    }

    @Test
    void thoseWhoWorkOnItAreToldThatAllWorksAgainAndOnlyCustomersSaySo() {
        Emergency emergency = declare();
        acknowledge(emergency, eva, 1);
        acknowledge(emergency, eli, 2);
        assertThat(desk.sayWeAreBack.execute(ticket.id(), eva.id())).isEmpty();
        assertThat(stores.mentions().hasPending(eva.id())).isFalse();

        desk.sayWeAreBack.execute(ticket.id(), ann.id());

        assertThat(stores.mentions().hasPending(eva.id())).isTrue();
        assertThat(stores.mentions().hasPending(eli.id())).isTrue();
        assertThat(stores.mentions().hasPending(tam.id())).isFalse();
    }

    @Test
    void aDeclarationThatIsTriedAgainGetsTheSameAnswer() {
        DeclareEmergency.Command first = declaration(ann);
        DeclareEmergency.Command second = declaration(bob());
        desk.declare.execute(first);
        desk.declare.execute(second);

        assertThat(desk.declare.execute(first)).isInstanceOf(DeclareEmergency.Started.class);
        assertThat(desk.declare.execute(second)).isInstanceOf(DeclareEmergency.Joined.class);
    }

    @Test
    void everybodyWhoHasToDoWithAnEmergencyIsNamed() {
        Person bob = bob();
        Person dora = scene.staff(provider, "Dora", StaffRole.DUTY_MANAGER);
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        acknowledge(emergency, eli, 1);
        acknowledge(emergency, tam, 2);
        desk.sayWeAreBack.execute(ticket.id(), bob.id());
        assertThat(named(emergency)).containsExactlyInAnyOrder(ann, bob, eva, eli, tam);

        desk.end.execute(new EndEmergency.Command(emergency.id(), dora.id(), "restored", 2));

        assertThat(named(emergency)).containsExactlyInAnyOrder(ann, bob, eva, dora);
    }

    @Test
    void onlyTamsAreAskedToLookAtManyEmergenciesAndOfThemThoseOnDuty() {
        Person tim = scene.staff(provider, "Tim", StaffRole.TAM);
        onDuty(eva, StaffRole.ENGINEER);
        end(declare());
        end(declare());
        Emergency third = declare();
        assertThat(askedToLook(third)).containsExactlyInAnyOrder(tam.id(), tim.id());
        end(third);
        onDuty(tim, StaffRole.TAM);

        assertThat(askedToLook(declare())).containsExactly(tim.id());
    }

    @Test
    void thePagesAndTheTimelineSayWhichLevelItIs() {
        onDuty(tam, StaffRole.TAM);
        Emergency emergency = declare();
        clock.advance(EscalationPolicy.ACKNOWLEDGE_WITHIN);
        desk.advance.execute(10);

        assertThat(stores.pages().list(emergency.id()))
                .extracting(page -> page.about().level())
                .containsExactly(2, 2);
        Set<Kind> levels = Set.of(Kind.EMERGENCY_PAGED, Kind.EMERGENCY_LEVEL_EMPTY);
        assertThat(stores.timelines().listAfter(ticket.id(), 0, 100))
                .filteredOn(entry -> levels.contains(entry.kind()))
                .extracting(TimelineEntry::words)
                .containsExactly("1", "2", "3", "1", "2");
    }

    @Test
    void whereThereIsNobodyToBePagedTheTicketSaysSoAndItIsTriedAgain() {
        stores.people().save(tam.inRole(Optional.empty()));

        Emergency emergency = declare();

        assertThat(stores.pages().list(emergency.id())).isEmpty();
        assertThat(timeline()).containsOnlyOnce(Kind.EMERGENCY_LEVEL_EMPTY);
        assertThat(emergency.due()).contains(clock.instant().plus(EscalationPolicy.ACKNOWLEDGE_WITHIN));
    }

    @Test
    void whoeverAdvancesEmergenciesLearnsInWhichSomethingWasDone() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        assertThat(desk.advance.execute(10)).isEmpty();
        clock.advance(EscalationPolicy.ACKNOWLEDGE_WITHIN);

        List<Emergency> advanced = desk.advance.execute(10);

        assertThat(advanced)
                .containsExactly(stores.emergencies().find(emergency.id()).orElseThrow());
    }

    @Test
    void whoWillBePagedIsToldToCustomersAloneAndByName() {
        List<String> names = List.of("Zoe", "Abe", "Mia");
        for (String name : names) {
            onDuty(scene.staff(provider, name, StaffRole.ENGINEER), StaffRole.ENGINEER);
        }
        onDuty(eva, StaffRole.ENGINEER);
        onDuty(eli, StaffRole.ENGINEER);
        scene.join(group, tam);

        assertThat(desk.foreseePages
                        .execute(ticket.id(), ann.id())
                        .orElseThrow()
                        .people())
                .extracting(person -> person.name().value())
                .containsExactly("Abe", "Eli", "Eva", "Mia", "Zoe");
        assertThat(desk.foreseePages.execute(ticket.id(), tam.id())).isEmpty();
    }

    @Test
    void whoeverExpiresPagesLearnsHowManyUntilThereIsNothingLeft() {
        onDuty(eva, StaffRole.ENGINEER);
        onDuty(eli, StaffRole.ENGINEER);
        declare();

        assertThat(desk.expirePages.execute(EVER, 1))
                .as("the Emergency and a page")
                .isEqualTo(2);
        assertThat(desk.expirePages.execute(EVER, 1)).as("the other page").isEqualTo(1);
        assertThat(desk.expirePages.execute(EVER, 1)).isZero();
    }
}
