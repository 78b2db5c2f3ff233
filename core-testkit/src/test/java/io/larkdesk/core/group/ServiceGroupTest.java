package io.larkdesk.core.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.MembershipNotices;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.RecordingFeed;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a tenant's service group fills. */
class ServiceGroupTest {

    private static final PlanName OTHER = new PlanName("Other");
    private static final Duration HOUR = Duration.ofHours(1);

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final SeededRandomness randomness = new SeededRandomness(9);
    private final Scene scene = new Scene(desk, randomness);
    private final MoveMember moveMember = new MoveMember(
            desk.members(), new MembershipNotices(desk.transactions(), desk.messages(), new RecordingFeed()));
    private final OnDuty onDuty = new OnDuty(desk.tenants(), desk.people(), desk.roster());
    private final BindServiceGroup bind = new BindServiceGroup(
            desk.transactions(), desk.tenants(), desk.groups(), desk.members(), moveMember, onDuty, randomness);
    private final SeatOnDuty seatOnDuty =
            new SeatOnDuty(desk.transactions(), desk.tenants(), desk.members(), moveMember, onDuty);
    private final JoinServiceGroup join =
            new JoinServiceGroup(desk.transactions(), desk.tenants(), desk.groups(), desk.members(), moveMember);

    private final Tenant provider = scene.provider("Alder Cloud");
    private final Tenant acme = scene.customer("Acme");
    private final Person sofia = scene.staff(provider, "Sofia", StaffRole.TAM);
    private final Person amara = scene.staff(provider, "Amara", StaffRole.ENGINEER);
    private final Person tomas = scene.staff(provider, "Tomás", StaffRole.ENGINEER);
    private final Person ann = scene.person(acme, "Ann");

    @Test
    void theTamAndTheEngineersOnDutyAreInItFromTheBeginning() {
        onDuty(amara);

        ServiceGroup group = bind();

        assertThat(group.plan()).isEqualTo(acme.plan().orElseThrow());
        assertThat(members(group)).containsExactly(sofia.id(), amara.id());
    }

    @Test
    void doingItAgainFollowsTheTenantToAnotherPlan() {
        ServiceGroup group = bind();
        desk.tenants()
                .save(new Tenant(
                        acme.id(),
                        acme.kind(),
                        acme.organisation(),
                        acme.appId(),
                        acme.brand(),
                        acme.secret(),
                        acme.edition(),
                        acme.allowance(),
                        Optional.of(OTHER),
                        acme.state(),
                        acme.tenantKey()));

        assertThat(bind().plan()).isEqualTo(OTHER);
        assertThat(desk.groups().find(group.id())).contains(bind());
        assertThat(said(group)).hasSize(1);
    }

    @Test
    void whoseDutyBeginsComesInOnceAndStaysWhenItEnds() {
        ServiceGroup group = bind();
        onDuty(amara);

        assertThat(seatOnDuty.execute()).isEqualTo(1);
        assertThat(seatOnDuty.execute()).isZero();
        assertThat(said(group)).endsWith(new Content.Notice(Content.Event.JOINED, amara.id()));

        clock.advance(HOUR);
        onDuty(tomas);
        assertThat(seatOnDuty.execute()).isEqualTo(1);
        assertThat(members(group)).containsExactly(sofia.id(), amara.id(), tomas.id());
    }

    @Test
    void whoWasPutOutOfItIsNotBroughtBackByDuty() {
        ServiceGroup group = bind();
        onDuty(amara);
        seatOnDuty.execute();
        new RemoveMember(desk.transactions(), desk.members(), moveMember, Records.memberships(desk))
                .execute(new RemoveMember.Command(group.id(), sofia.id(), amara.id()));

        assertThat(seatOnDuty.execute()).isZero();
        bind();
        assertThat(members(group)).containsExactly(sofia.id());
    }

    @Test
    void whoIsPutOutOfItWhileDutyIsLookedAtIsNotBroughtBackEither() {
        ServiceGroup group = bind();
        onDuty(amara);
        Members interrupted = (Members) Proxy.newProxyInstance(
                Members.class.getClassLoader(), new Class<?>[] {Members.class}, (proxy, method, arguments) -> {
                    Object found = method.invoke(desk.members(), arguments);
                    if (method.getName().equals("listServiceGroupsWithout")) {
                        scene.leave(scene.join(group, amara));
                    }
                    return found;
                });

        assertThat(new SeatOnDuty(desk.transactions(), desk.tenants(), interrupted, moveMember, onDuty).execute())
                .isZero();
        assertThat(members(group)).containsExactly(sofia.id());
    }

    @Test
    void dutyAsSomethingElseAndTenantsOutOfServiceBringNobodyIn() {
        ServiceGroup group = bind();
        scene.shift(tomas, StaffRole.DUTY_MANAGER, clock.instant(), HOUR);
        assertThat(seatOnDuty.execute()).isZero();

        onDuty(amara);
        desk.tenants().save(acme.become(TenantState.SUSPENDED));
        assertThat(seatOnDuty.execute()).isZero();
        assertThat(members(group)).containsExactly(sofia.id());
    }

    @Test
    void aPersonJoinsAtTheFirstSignInUnlessTheTenantWantsAnInviteFirst() {
        ServiceGroup group = bind();
        assertThat(join.execute(ann.id())).isPresent();

        setJoining(false);
        Person bob = scene.person(acme, "Bob");
        assertThat(join.execute(bob.id())).isEmpty();
        assertThat(join.execute(ann.id())).isPresent();
        assertThat(members(group)).containsExactly(sofia.id(), ann.id());

        setJoining(true);
        assertThat(join.execute(bob.id())).isPresent();
    }

    private void setJoining(boolean joins) {
        desk.tenants()
                .save(new Tenant(
                        acme.id(),
                        acme.kind(),
                        acme.organisation(),
                        acme.appId(),
                        acme.brand(),
                        acme.secret(),
                        acme.edition(),
                        acme.allowance(),
                        acme.plan(),
                        acme.state(),
                        acme.tenantKey(),
                        joins));
    }

    private ServiceGroup bind() {
        return bind.execute(acme.id(), List.of(sofia.id()));
    }

    private void onDuty(Person person) {
        scene.shift(person, StaffRole.ENGINEER, clock.instant(), HOUR);
    }

    private List<PersonId> members(ServiceGroup group) {
        return desk.members().list(group.id()).stream().map(Member::person).toList();
    }

    private List<Content> said(ServiceGroup group) {
        return desk.messages().listAfter(group.id(), 0, 100).stream()
                .map(Message::content)
                .toList();
    }
}
