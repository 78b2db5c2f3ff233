package io.larkdesk.core.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.MembershipNotices;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.group.ShowMembers.Present;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.SearchWords;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.PlainNameKeys;
import io.larkdesk.testkit.RecordingFeed;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemberUseCasesTest {

    private final InMemoryDesk desk = new InMemoryDesk(new ManualClock());
    private final Scene scene = new Scene(desk, new SeededRandomness(8));
    private final MoveMember moveMember = new MoveMember(
            desk.members(), new MembershipNotices(desk.transactions(), desk.messages(), new RecordingFeed()));
    private final RemoveMember removeMember =
            new RemoveMember(desk.transactions(), desk.members(), moveMember, Records.memberships(desk));
    private final LeaveGroup leaveGroup =
            new LeaveGroup(desk.transactions(), desk.members(), moveMember, Records.memberships(desk));
    private final AdmitMember admitMember = new AdmitMember(desk.transactions(), moveMember);
    private final ShowMembers showMembers = new ShowMembers(
            desk.transactions(), desk.groups(), desk.members(), desk.people(), desk.tenants(), new PlainNameKeys());

    private final Tenant provider = scene.provider("Alder Cloud");
    private final Tenant acme = scene.customer("Acme");
    private final ServiceGroup group = scene.group(acme);
    private final Person tomas = scene.staff(provider, "Tomás Ferreira", StaffRole.ENGINEER);
    private final Person sofia = scene.staff(provider, "Sofia Lindqvist", StaffRole.TAM);
    private final Person ann = scene.person(acme, "Ann İnce");
    private final Person bob = scene.person(acme, "Bob");
    private final Person dan = scene.person(acme, "Dan");

    MemberUseCasesTest() {
        List.of(tomas, sofia, ann, bob).forEach(person -> scene.join(group, person));
    }

    @Test
    void whoIsRemovedIsOutAtOnceAndTheGroupIsToldByWhom() {
        assertThat(remove(ann, bob)).isEqualTo(new RemoveMember.Removed());
        assertThat(remove(ann, bob)).isEqualTo(new RemoveMember.Removed());

        assertThat(desk.members().listOf(bob.id())).isEmpty();
        assertThat(said()).containsExactly(new Content.Notice(Content.Event.LEFT, bob.id(), Optional.of(ann.id())));
    }

    @Test
    void eachSideRemovesItsOwnPeopleOnly() {
        assertThat(remove(ann, tomas)).isEqualTo(new RemoveMember.OtherSide());
        assertThat(remove(tomas, ann)).isEqualTo(new RemoveMember.OtherSide());
        assertThat(desk.members().list(group.id())).hasSize(4);

        assertThat(remove(sofia, tomas)).isEqualTo(new RemoveMember.Removed());
    }

    @Test
    void whoIsNotInTheGroupRemovesNobodyAndNobodyIsRemovedWhoNeverWasIn() {
        Person stranger = scene.person(scene.customer("Other"), "Stranger");

        assertThat(remove(dan, ann)).isEqualTo(new RemoveMember.NothingThere());
        assertThat(remove(stranger, ann)).isEqualTo(new RemoveMember.NothingThere());
        assertThat(remove(ann, dan)).isEqualTo(new RemoveMember.NothingThere());
        assertThat(said()).isEmpty();
    }

    @Test
    void whoRemovesThemselvesLeaves() {
        remove(ann, ann);

        assertThat(said()).containsExactly(new Content.Notice(Content.Event.LEFT, ann.id()));
    }

    @Test
    void leavingTwiceIsLeavingOnce() {
        assertThat(leaveGroup.execute(group.id(), ann.id())).isTrue();
        assertThat(leaveGroup.execute(group.id(), ann.id())).isFalse();

        assertThat(said()).hasSize(1);
    }

    @Test
    void everybodyIsShownSinceWhenAndThroughWhom() {
        admitMember.execute(group.id(), dan.id(), ann.id());

        ShowMembers.Shown shown = show(bob, "").orElseThrow();

        assertThat(shown.organisation()).isEqualTo("Acme");
        assertThat(shown.provider()).contains("Alder Cloud");
        assertThat(shown.present()).extracting(Present::person).containsExactly(tomas, sofia, ann, bob, dan);
        assertThat(shown.present())
                .filteredOn(Present::isRemovable)
                .extracting(Present::person)
                .containsExactly(ann, dan);
        assertThat(shown.present().get(4).inviter()).contains(ann);
    }

    @Test
    void whoIsInAlreadyDoesNotComeInByAnInvite() {
        assertThat(admitMember.execute(group.id(), dan.id(), ann.id())).isTrue();
        assertThat(admitMember.execute(group.id(), dan.id(), bob.id())).isFalse();

        assertThat(desk.members().find(group.id(), dan.id()).orElseThrow().invitedBy())
                .contains(ann.id());
    }

    @Test
    void whoInvitedSomebodyIsNamedAlsoAfterLeaving() {
        admitMember.execute(group.id(), dan.id(), ann.id());
        leaveGroup.execute(group.id(), ann.id());

        assertThat(show(bob, "").orElseThrow().present())
                .filteredOn(present -> present.person().equals(dan))
                .singleElement()
                .satisfies(present -> assertThat(present.inviter()).contains(ann));
    }

    @Test
    void searchLeavesCaseAndAccentsAside() {
        for (String words : List.of("tomas", " FERREIRA ", "Tomás f", "Á")) {
            assertThat(show(ann, words).orElseThrow().present())
                    .as(words)
                    .extracting(Present::person)
                    .contains(tomas);
        }
        assertThat(show(bob, "ince").orElseThrow().present())
                .extracting(Present::person)
                .containsExactly(ann);
        assertThat(show(bob, "nobody").orElseThrow().present()).isEmpty();
    }

    @Test
    void whoIsNotInTheGroupSeesNobody() {
        assertThat(show(dan, "")).isEmpty();
        leaveGroup.execute(group.id(), ann.id());
        assertThat(show(ann, "")).isEmpty();
    }

    @Test
    void whoOfTheServiceTeamGoesIsInTheAuditLogOnceAndCustomersAreNot() {
        remove(ann, bob);
        leaveGroup.execute(group.id(), ann.id());
        assertThat(desk.auditTrail().list(AuditQuery.ALL, 9)).isEmpty();

        for (int time = 0; time < 2; time++) {
            remove(sofia, tomas);
        }
        for (int time = 0; time < 2; time++) {
            leaveGroup.execute(group.id(), sofia.id());
        }

        AuditActor bySofia = AuditActor.of(sofia.id());
        assertThat(desk.auditTrail().listAfter(AuditBook.of(acme.id()), 0, 9))
                .extracting(AuditEntry::event)
                .extracting(AuditEvent::action, AuditEvent::actor, AuditEvent::changes)
                .containsExactly(
                        tuple(AuditAction.MEMBER_LEFT, bySofia, gone(tomas)),
                        tuple(AuditAction.MEMBER_LEFT, bySofia, gone(sofia)));
    }

    private static AuditChanges gone(Person person) {
        return AuditChanges.NONE.and(AuditField.PERSON, Optional.of(AuditDetail.of(person.id())), Optional.empty());
    }

    private RemoveMember.Result remove(Person remover, Person person) {
        return removeMember.execute(new RemoveMember.Command(group.id(), remover.id(), person.id()));
    }

    private Optional<ShowMembers.Shown> show(Person asker, String words) {
        return showMembers.execute(new ShowMembers.Command(group.id(), asker.id(), SearchWords.of(words)));
    }

    private List<Content> said() {
        return desk.messages().listAfter(group.id(), 0, 100).stream()
                .map(Message::content)
                .toList();
    }
}
