package io.larkdesk.core.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.conversation.MembershipNotices;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.MoveMember;
import io.larkdesk.core.group.ReplaceMember;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.RecordingFeed;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppointTamTest {

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final Scene scene = new Scene(desk, new SeededRandomness(3));
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Person ada = scene.staff(provider, "Ada", StaffRole.ADMIN);
    private final Person sofia = scene.staff(provider, "Sofia", StaffRole.TAM);
    private final Person otto = scene.staff(provider, "Otto", StaffRole.TAM);
    private final Person amara = scene.staff(provider, "Amara", StaffRole.ENGINEER);
    private final Tenant acme = scene.customer("Acme");
    private final ServiceGroup group = scene.group(acme);
    private final AppointTam appoint = new AppointTam(
            desk.transactions(),
            new Stewards(desk.people(), desk.tenants(), desk.groups(), desk.members()),
            desk.people(),
            desk.groups(),
            new ReplaceMember(
                    desk.transactions(),
                    desk.members(),
                    new MoveMember(
                            desk.members(),
                            new MembershipNotices(desk.transactions(), desk.messages(), new RecordingFeed()))),
            Records.audit(desk));

    private AppointTam.Result appoint(Person by, Tenant customer, Person tam, Optional<Person> instead) {
        return appoint.execute(new AppointTam.Command(by.id(), customer.id(), tam.id(), instead.map(Person::id)));
    }

    private boolean serves(Person person) {
        return desk.members().find(group.id(), person.id()).filter(Member::isIn).isPresent();
    }

    @Test
    void oneComesBesideTheOthersOrInPlaceOfOne() {
        scene.join(group, sofia, clock.instant());
        assertThat(appoint(ada, acme, otto, Optional.empty())).isEqualTo(AppointTam.Result.APPOINTED);
        assertThat(serves(sofia)).isTrue();
        assertThat(serves(otto)).isTrue();
        assertThat(appoint(otto, acme, otto, Optional.of(sofia))).isEqualTo(AppointTam.Result.APPOINTED);
        assertThat(serves(sofia)).isFalse();
        assertThat(serves(otto)).isTrue();
        assertThat(appoint(otto, acme, sofia, Optional.of(otto))).isEqualTo(AppointTam.Result.APPOINTED);
        assertThat(serves(sofia)).isTrue();
        assertThat(serves(otto)).isFalse();
        assertThat(desk.auditTrail().list(AuditQuery.ALL.of(AuditAction.TAM_APPOINTED), 9))
                .hasSize(3);
    }

    @Test
    void nobodyIsAppointedByWhoDoesNotServeTheCustomerNorAsWhatTheyAreNot() {
        scene.join(group, sofia, clock.instant());
        assertThat(appoint(otto, acme, otto, Optional.of(sofia))).isEqualTo(AppointTam.Result.NOTHING_THERE);
        assertThat(appoint(amara, acme, otto, Optional.empty())).isEqualTo(AppointTam.Result.NOTHING_THERE);
        assertThat(appoint(ada, provider, otto, Optional.empty())).isEqualTo(AppointTam.Result.NOTHING_THERE);
        assertThat(appoint(ada, acme, amara, Optional.empty())).isEqualTo(AppointTam.Result.NOT_A_TAM);
        assertThat(appoint(ada, acme, otto, Optional.of(amara))).isEqualTo(AppointTam.Result.NOT_A_TAM);
        assertThat(appoint(ada, scene.customer("New"), otto, Optional.empty()))
                .isEqualTo(AppointTam.Result.NOT_IN_SERVICE);
        assertThat(serves(otto)).isFalse();
        assertThat(desk.auditTrail().list(AuditQuery.ALL, 9)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> appoint(ada, acme, otto, Optional.of(otto)));
    }
}
