package io.larkdesk.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.MembershipNotices;
import io.larkdesk.core.group.LeaveWithoutRole;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.MoveMember;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.GiveRole.Command;
import io.larkdesk.core.person.GiveRole.Result;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.RecordingFeed;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GiveRoleTest {

    private static final Optional<StaffRole> NONE = Optional.empty();

    private final InMemoryDesk desk = new InMemoryDesk(new ManualClock());
    private final SeededRandomness randomness = new SeededRandomness(13);
    private final Scene scene = new Scene(desk, randomness);
    private final LeaveWithoutRole leave = new LeaveWithoutRole(
            desk.members(),
            new MoveMember(
                    desk.members(), new MembershipNotices(desk.transactions(), desk.messages(), new RecordingFeed())));
    private final GiveRole give = new GiveRole(
            desk.transactions(),
            desk.people(),
            desk.sessions(),
            (person, administrator, now) -> {
                if (person.role().isEmpty()) {
                    leave.execute(person.id(), administrator, now);
                }
            },
            Records.staff(desk));
    private final ListStaff list = new ListStaff(desk.transactions(), desk.people());
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Person ada = scene.staff(provider, "Ada", StaffRole.ADMIN);
    private final Person sofia = scene.staff(provider, "Sofia", StaffRole.TAM);
    private final Person noor = scene.person(provider, "Noor");

    private Result give(Person administrator, Person person, Optional<StaffRole> role) {
        return give.execute(new Command(administrator.id(), person.id(), roleOf(person), role));
    }

    private Optional<StaffRole> roleOf(Person person) {
        return desk.people().find(person.id()).orElseThrow().role();
    }

    @Test
    void anAdministratorGivesAndTakesRoles() {
        assertThat(give(ada, noor, Optional.of(StaffRole.ENGINEER))).isEqualTo(Result.GIVEN);
        assertThat(roleOf(noor)).contains(StaffRole.ENGINEER);
        assertThat(give(ada, noor, NONE)).isEqualTo(Result.GIVEN);
        assertThat(roleOf(noor)).isEmpty();
    }

    @Test
    void nobodyElseDoes() {
        Person ann = scene.person(scene.customer("Acme"), "Ann");
        for (Person other : List.of(sofia, noor, ann)) {
            assertThat(give(other, noor, Optional.of(StaffRole.ADMIN))).isEqualTo(Result.NOT_ALLOWED);
        }
        assertThat(roleOf(noor)).isEmpty();
        assertThat(give(ada, ann, Optional.of(StaffRole.TAM))).isEqualTo(Result.NO_SUCH_PERSON);
        assertThat(roleOf(ann)).isEmpty();
    }

    @Test
    void whatTheAdministratorDidNotSeeIsNotOverwritten() {
        Command stale = new Command(ada.id(), sofia.id(), Optional.of(StaffRole.ENGINEER), NONE);
        assertThat(give.execute(stale)).isEqualTo(Result.STALE);
        assertThat(roleOf(sofia)).contains(StaffRole.TAM);
    }

    @Test
    void whoseRoleIsTakenIsOutOfTheGroupsAndSignedOut() {
        ServiceGroup group = scene.group(scene.customer("Acme"));
        scene.join(group, sofia);
        SessionToken token = desk.transactions()
                .inTransaction(now -> new OpenSession(desk.sessions(), randomness).execute(sofia.id(), now));

        give(ada, sofia, Optional.of(StaffRole.ENGINEER));
        assertThat(desk.members().find(group.id(), sofia.id())).get().matches(Member::isIn);
        assertThat(desk.sessions().find(token.key())).isPresent();

        give(ada, sofia, NONE);
        assertThat(desk.members().find(group.id(), sofia.id()).orElseThrow().removedBy())
                .contains(ada.id());
        assertThat(desk.sessions().find(token.key())).isEmpty();
    }

    @Test
    void onlyAdministratorsSeeWhoHasNoRole() {
        assertThat(list.execute(ada.id(), 10)).contains(new ListStaff.Shown(List.of(ada, sofia), List.of(noor), true));
        assertThat(list.execute(sofia.id(), 10)).contains(new ListStaff.Shown(List.of(ada, sofia), List.of(), false));
        assertThat(list.execute(noor.id(), 10)).isEmpty();
    }

    @Property(tries = 200)
    void thereIsAlwaysAnAdministrator(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Person> everybody = List.of(ada, sofia, noor);
        for (int step = 0; step < 30; step++) {
            Person by = everybody.get(chance.nextInt(3));
            Person whose = everybody.get(chance.nextInt(3));
            int role = chance.nextInt(3);
            boolean may = roleOf(by).equals(Optional.of(StaffRole.ADMIN));
            Result result =
                    give(by, whose, role == 0 ? NONE : Optional.of(role == 1 ? StaffRole.ADMIN : StaffRole.TAM));

            assertThat(result == Result.NOT_ALLOWED).isEqualTo(!may);
            assertThat(everybody).anyMatch(person -> roleOf(person).equals(Optional.of(StaffRole.ADMIN)));
        }
    }
}
