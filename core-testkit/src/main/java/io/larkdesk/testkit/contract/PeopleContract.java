package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.person.UnionId;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.Tenant;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The promises of {@link io.larkdesk.core.person.People}. */
public abstract class PeopleContract extends StoresContract {

    /** Made for subclasses. */
    protected PeopleContract() {}

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void aPersonIsFoundAsSaved(StaffRole role) {
        Tenant provider = scene().provider("Provider");
        Person person = new Person(
                new PersonId(provider.id(), new UUID(3, 4)),
                new OpenId("ou_7d8a6e6df7621556ce0d21922b676706"),
                PersonName.of("张三 O'Brien 🐦"),
                Optional.of(PersonName.of("San Zhang")),
                Optional.of(URI.create("https://s1-imfile.example/static/v2/a_72x72.webp?x=1&y=%20")),
                Language.ZH,
                Optional.of(role));

        stores().people().save(person);

        assertThat(stores().people().find(person.id())).contains(person);
        assertThat(stores().people().findByOpenId(provider.id(), person.openId()))
                .contains(person);
    }

    @Test
    void aPersonWithoutAnythingOptionalIsFoundAsSaved() {
        Person person = scene().person(scene().customer("Acme"), "Ann");

        assertThat(stores().people().find(person.id())).contains(person);
    }

    @Test
    void aLanguageThatIsChosenWhileARoleIsTakenAwayDoesNotBringItBack() {
        Person tam = scene().staff(scene().provider("Provider"), "Tam", StaffRole.TAM);

        CompletableFuture<Void> choice =
                waitingFor(() -> stores().people().save(tam.inRole(Optional.empty())), () -> stores().people()
                        .noteLanguage(tam.id(), Language.ZH));

        assertThat(choice).succeedsWithin(Duration.ofSeconds(20));
        assertThat(stores().people().find(tam.id()))
                .contains(tam.inRole(Optional.empty()).speaking(Language.ZH));
        assertThatThrownBy(() ->
                        stores().people().noteLanguage(new PersonId(tam.id().tenant(), new UUID(0, 1)), Language.ZH))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whoIsNotThereIsNotFound() {
        Tenant acme = scene().customer("Acme");
        scene().person(acme, "Ann");

        assertThat(stores().people().find(new PersonId(acme.id(), new UUID(0, 1))))
                .isEmpty();
        assertThat(stores().people().findByOpenId(acme.id(), new OpenId("ou_nobody")))
                .isEmpty();
    }

    @Test
    void nobodyIsFoundInAnotherTenant() {
        Tenant acme = scene().customer("Acme");
        Tenant other = scene().customer("Other");
        Person ann = scene().person(acme, "Ann");

        assertThat(stores().people().find(new PersonId(other.id(), ann.id().value())))
                .isEmpty();
        assertThat(stores().people().findByOpenId(other.id(), ann.openId())).isEmpty();
    }

    @Test
    void savingAgainChanges() {
        Person person = scene().person(scene().customer("Acme"), "Ann");

        stores().people().save(person.speaking(Language.ZH));

        assertThat(stores().people().find(person.id())).contains(person.speaking(Language.ZH));
    }

    @Test
    void oneOpenIdMayBeInTwoTenants() {
        Person ann = scene().person(scene().customer("Acme"), "Ann");
        Tenant other = scene().customer("Other");
        Person namesake = withOpenId(scene().person(other.id(), "Ann", Optional.empty()), ann.openId());

        stores().people().save(namesake);

        assertThat(stores().people().findByOpenId(other.id(), ann.openId())).contains(namesake);
        assertThat(stores().people().findByOpenId(ann.id().tenant(), ann.openId()))
                .contains(ann);
    }

    @Test
    void oneOpenIdIsOnePersonInATenant() {
        Tenant acme = scene().customer("Acme");
        Person ann = scene().person(acme, "Ann");
        Person other = withOpenId(scene().person(acme.id(), "Bob", Optional.empty()), ann.openId());

        assertThatThrownBy(() -> stores().people().save(other)).isInstanceOf(ConflictException.class);

        assertThat(stores().people().find(other.id())).isEmpty();
    }

    @Test
    void severalAreListedAtOnce() {
        Tenant acme = scene().customer("Acme");
        Person ann = scene().person(acme, "Ann");
        Person bob = scene().person(scene().customer("Other"), "Bob");
        scene().person(acme, "Cid");
        PersonId nobody = new PersonId(acme.id(), new UUID(0, 1));

        assertThat(stores().people().listAll(List.of(ann.id(), nobody, bob.id())))
                .containsExactlyInAnyOrder(ann, bob);
        assertThat(stores().people().listAll(List.of(ann.id(), ann.id()))).containsExactly(ann);
        assertThat(stores().people().listAll(List.of())).isEmpty();
    }

    @Test
    void staffAreTheProvidersPeopleWithARole() {
        Tenant provider = scene().provider("Provider");
        Tenant acme = scene().customer("Acme");
        Person tam = scene().staff(provider, "Tam", StaffRole.TAM);
        Person engineer = scene().staff(provider, "Eng", StaffRole.ENGINEER);
        scene().person(provider, "Accountant");
        scene().person(acme, "Ann");

        assertThat(stores().people().listStaff()).containsExactlyInAnyOrder(tam, engineer);
    }

    @Test
    void theProvidersPeopleWithoutARoleAreListedByName() {
        Tenant provider = scene().provider("Provider");
        scene().staff(provider, "Aaron", StaffRole.TAM);
        scene().person(scene().customer("Acme"), "Ann");
        Person cid = scene().person(provider, "Cid");
        Person bob = scene().person(provider, "Bob");

        assertThat(stores().people().listWithoutRole(3)).containsExactly(bob, cid);
        assertThat(stores().people().listWithoutRole(1)).containsExactly(bob);
    }

    @Test
    void whoIsReachableIsListedByName() {
        Tenant acme = scene().customer("Acme");
        Person cid = scene().person(acme, "Cid");
        Person bob = scene().person(acme, "Bob");
        stores().people().save(scene().person(acme, "Ann").leftBehind());
        scene().person(scene().customer("Zenith"), "Aaron");

        assertThat(stores().people().listReachable(acme.id(), 3)).containsExactly(bob, cid);
        assertThat(stores().people().listReachable(acme.id(), 1)).containsExactly(bob);
    }

    @Test
    void whileOneLooksAtRolesAnotherWaits() {
        Tenant provider = scene().provider("Provider");
        Person ann = scene().staff(provider, "Ann", StaffRole.ADMIN);
        Person bob = scene().staff(provider, "Bob", StaffRole.ADMIN);

        List<Person> both = List.of(ann, bob);
        List<Boolean> left = Together.run(2, worker -> transactions().inTransaction(now -> {
            stores().people().lockRoles();
            if (stores().people().listStaff().size() == 1) {
                return false;
            }
            stores().people().save(both.get(worker).inRole(Optional.empty()));
            return true;
        }));

        assertThat(left).containsExactlyInAnyOrder(true, false);

        assertThat(stores().people().listStaff()).hasSize(1);
    }

    @Test
    void aTenantHasPeopleOrNone() {
        Tenant acme = scene().customer("Acme");
        Tenant other = scene().customer("Other");
        assertThat(stores().people().hasAny(acme.id())).isFalse();

        scene().person(acme, "Ann");

        assertThat(stores().people().hasAny(acme.id())).isTrue();
        assertThat(stores().people().hasAny(other.id())).isFalse();
    }

    private static Person withUnionId(Person person, UnionId unionId) {
        return new Person(
                person.id(),
                person.openId(),
                person.name(),
                person.latinName(),
                person.avatar(),
                person.language(),
                person.role(),
                Optional.of(unionId),
                person.reachable());
    }

    @Test
    void whoIsLeftBehindIsFoundByTheUnionIdAloneAndOnlyInTheTenant() {
        UnionId unionId = new UnionId("on_ann");
        Tenant acme = scene().customer("Acme");
        Person ann = withUnionId(scene().person(acme, "Ann"), unionId);
        Person bob = scene().person(acme, "Bob");
        Person elsewhere = withUnionId(scene().person(scene().customer("Other"), "Eve"), unionId);
        stores().people().save(ann);
        stores().people().save(elsewhere);
        assertThat(stores().people().listLeftBehind(acme.id(), unionId)).isEmpty();
        assertThat(stores().people().count(acme.id())).isEqualTo(2);
        assertThat(stores().people().countWithUnionId(acme.id())).isEqualTo(1);

        stores().people().leaveBehind(acme.id());

        assertThat(stores().people().listLeftBehind(acme.id(), unionId)).containsExactly(ann.leftBehind());
        assertThat(stores().people().find(bob.id())).contains(bob.leftBehind());
        assertThat(stores().people().findByOpenId(acme.id(), ann.openId())).isEmpty();
        assertThat(stores().people().find(elsewhere.id())).contains(elsewhere);
    }

    @Test
    void anOpenIdOfAnEarlierAppIsInNobodysWay() {
        Tenant acme = scene().customer("Acme");
        Person ann = scene().person(acme, "Ann");
        stores().people().leaveBehind(acme.id());
        Person other = withOpenId(scene().person(acme.id(), "Bob", Optional.empty()), ann.openId());

        stores().people().save(other);

        assertThat(stores().people().findByOpenId(acme.id(), ann.openId())).contains(other);
        stores().people().save(ann.leftBehind());
        assertThat(stores().people().find(ann.id())).contains(ann.leftBehind());
        assertThatThrownBy(() -> stores().people().save(ann)).isInstanceOf(ConflictException.class);
    }

    @Test
    void thereIsNoStaffWithoutAProvider() {
        scene().person(scene().customer("Acme"), "Ann");

        assertThat(stores().people().listStaff()).isEmpty();
    }

    private static Person withOpenId(Person person, OpenId openId) {
        return new Person(
                person.id(),
                openId,
                person.name(),
                person.latinName(),
                person.avatar(),
                person.language(),
                person.role());
    }
}
