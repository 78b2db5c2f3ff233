package io.larkdesk.core.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.onboarding.Stewards;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import org.junit.jupiter.api.Test;

class AppointAdministratorTest {

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final Scene scene = new Scene(desk, new SeededRandomness(3));
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Person ada = scene.staff(provider, "Ada", StaffRole.ADMIN);
    private final Person sofia = scene.staff(provider, "Sofia", StaffRole.TAM);
    private final Person otto = scene.staff(provider, "Otto", StaffRole.TAM);
    private final Person dora = scene.staff(provider, "Dora", StaffRole.DUTY_MANAGER);
    private final Tenant acme = scene.customer("Acme");
    private final Person ann = scene.person(acme, "Ann");
    private final Person bob = scene.person(acme, "Bob");
    private final Person zoe = scene.person(scene.customer("Zenith"), "Zoe");
    private final Appointers appointers = new Appointers(
            new Stewards(desk.people(), desk.tenants(), desk.groups(), desk.members()),
            desk.administrators(),
            desk.tenants());
    private final AppointAdministrator appoint = new AppointAdministrator(
            desk.transactions(), appointers, desk.people(), desk.administrators(), Records.audit(desk));
    private final DismissAdministrator dismiss =
            new DismissAdministrator(desk.transactions(), appointers, desk.administrators(), Records.audit(desk));

    private AppointAdministrator.Result appoint(Person by, Person person) {
        return appoint.execute(new AppointAdministrator.Command(by.id(), person.id()));
    }

    private DismissAdministrator.Result dismiss(Person by, Person person) {
        return dismiss.execute(new DismissAdministrator.Command(by.id(), person.id()));
    }

    private boolean is(Person person) {
        return desk.administrators().has(person.id());
    }

    @Test
    void whoServesTheCustomerAppointsAndAdministratorsDoAmongThemselves() {
        scene.join(scene.group(acme), sofia, clock.instant());
        assertThat(appoint(sofia, ann)).isEqualTo(AppointAdministrator.Result.APPOINTED);
        assertThat(appoint(ada, ann)).isEqualTo(AppointAdministrator.Result.APPOINTED);
        assertThat(appoint(ann, bob)).isEqualTo(AppointAdministrator.Result.APPOINTED);
        assertThat(desk.administrators().list(acme.id()))
                .extracting(Administrator::by)
                .containsExactly(sofia.id(), ann.id());
        assertThat(dismiss(bob, ann)).isEqualTo(DismissAdministrator.Result.DISMISSED);
        assertThat(dismiss(bob, bob)).isEqualTo(DismissAdministrator.Result.DISMISSED);
        assertThat(dismiss(ada, bob)).isEqualTo(DismissAdministrator.Result.DISMISSED);
        assertThat(is(ann) || is(bob)).isFalse();
        assertThat(desk.auditTrail().list(AuditQuery.ALL, 9)).hasSize(4);
    }

    @Test
    void nobodyElseDoesAndOnlyTheCustomersPeopleAreAppointed() {
        desk.administrators().add(new Administrator(zoe.id(), ada.id(), clock.instant()));
        for (Person stranger : new Person[] {otto, dora, ann, bob, zoe}) {
            assertThat(appoint(stranger, ann)).isEqualTo(AppointAdministrator.Result.NOTHING_THERE);
        }
        assertThat(dismiss(ann, zoe)).isEqualTo(DismissAdministrator.Result.NOTHING_THERE);
        assertThat(appoint(ada, otto)).isEqualTo(AppointAdministrator.Result.NOTHING_THERE);
        desk.people().save(bob.leftBehind());
        assertThat(appoint(ada, bob)).isEqualTo(AppointAdministrator.Result.NO_SUCH_PERSON);
        assertThat(is(ann) || is(bob) || is(otto)).isFalse();
        assertThat(is(zoe)).isTrue();
        assertThat(desk.auditTrail().list(AuditQuery.ALL, 9)).isEmpty();
    }
}
