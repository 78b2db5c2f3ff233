package io.larkdesk.core.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.larkdesk.core.onboarding.Stewards;
import io.larkdesk.core.organisation.ShowAdministrators.Appointed;
import io.larkdesk.core.organisation.ShowAdministrators.Shown;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShowAdministratorsTest {

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final Scene scene = new Scene(desk, new SeededRandomness(4));
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Person ada = scene.staff(provider, "Ada", StaffRole.ADMIN);
    private final Tenant acme = scene.customer("Acme");
    private final Person cid = scene.person(acme, "Cid");
    private final Person dan = scene.person(acme, "Dan");
    private final Person ann = scene.person(acme, "Ann");
    private final Person bob = scene.person(acme, "Bob");
    private final ShowAdministrators show = new ShowAdministrators(
            desk.transactions(),
            new Appointers(
                    new Stewards(desk.people(), desk.tenants(), desk.groups(), desk.members()),
                    desk.administrators(),
                    desk.tenants()),
            desk.administrators(),
            desk.people(),
            desk.tenants());
    private final CheckAdministrator check = new CheckAdministrator(desk.administrators());

    private void appointed(PersonId person, PersonId by) {
        desk.administrators().add(new Administrator(person, by, clock.instant()));
        clock.advance(Duration.ofMinutes(1));
    }

    private Optional<Shown> show(Person asker) {
        return show.execute(acme.id(), asker.id());
    }

    private static PersonId unknown(TenantId tenant) {
        return new PersonId(tenant, new UUID(0, 1));
    }

    @Test
    void theyAreShownInOrderOfAppointmentAndWhoCouldBeOneByName() {
        appointed(dan.id(), ada.id());
        appointed(bob.id(), dan.id());
        desk.people().save(scene.person(acme, "Eve").leftBehind());

        Shown shown = show(dan).orElseThrow();

        assertThat(shown.tenant()).isEqualTo(acme);
        assertThat(shown.provider()).contains("Alder Cloud");
        assertThat(shown.administrators())
                .extracting(Appointed::person, Appointed::by)
                .containsExactly(tuple(dan, Optional.of(ada)), tuple(bob, Optional.of(dan)));
        assertThat(shown.others()).containsExactly(ann, cid);
        assertThat(show(ada)).contains(shown);
    }

    @Test
    void whoeverSaidSoNeedNotBeKnownAnyMore() {
        appointed(ann.id(), unknown(provider.id()));
        appointed(unknown(acme.id()), ada.id());

        assertThat(show(ada).orElseThrow().administrators())
                .extracting(Appointed::person, Appointed::by)
                .containsExactly(tuple(ann, Optional.empty()));
    }

    @Test
    void onlyThoseWhoMayChangeThemSeeThem() {
        Person zoe = scene.person(scene.customer("Zenith"), "Zoe");
        appointed(ann.id(), ada.id());
        appointed(zoe.id(), ada.id());

        for (Person stranger : List.of(bob, zoe, scene.staff(provider, "Otto", StaffRole.TAM))) {
            assertThat(show(stranger)).isEmpty();
        }
        assertThat(show(ann)).isPresent();
        assertThat(check.execute(ann.id())).isTrue();
        assertThat(check.execute(bob.id())).isFalse();
    }
}
