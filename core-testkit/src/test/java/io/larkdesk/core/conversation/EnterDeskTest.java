package io.larkdesk.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.EnterDesk.Home;
import io.larkdesk.core.conversation.EnterDesk.NoGroup;
import io.larkdesk.core.conversation.EnterDesk.Why;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.testkit.Scene;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnterDeskTest {

    private final Showing showing = new Showing();

    @Test
    void whoHasOneGroupIsLedIntoIt() {
        assertThat(enter(showing.ann)).isEqualTo(new Home(showing.group.id()));
    }

    @Test
    void ofSeveralTheOneThatCallsComesFirstThenUnreadThenLookedAtThenJoinedLast() {
        ServiceGroup second = another("Second");
        ServiceGroup third = another("Third");
        assertThat(enter(showing.erin)).isEqualTo(new Home(third.id()));

        look(second);
        assertThat(enter(showing.erin)).isEqualTo(new Home(second.id()));

        Person carl = showing.scene.person(showing.scene.customer("Carl's"), "Carl");
        showing.scene.say(third, carl, "hello");
        assertThat(enter(showing.erin)).isEqualTo(new Home(third.id()));

        showing.say(showing.ann, "hello " + Scene.at(showing.erin));
        assertThat(enter(showing.erin)).isEqualTo(new Home(showing.group.id()));
    }

    @Test
    void anOrganisationWithoutAGroupIsToldWhoCanHelp() {
        assertThat(enter(showing.stranger))
                .isEqualTo(new NoGroup(Why.NOT_BOUND, Optional.of(showing.tom), Optional.of("Alder Cloud")));
    }

    @Test
    void whoLeftTheGroupIsInNone() {
        showing.leave(showing.ann);

        assertThat(enter(showing.ann)).isInstanceOfSatisfying(NoGroup.class, none -> assertThat(none.why())
                .isEqualTo(Why.NOT_A_MEMBER));
    }

    @Test
    void whoIsNotInTheGroupIsToldItsOwnTam() {
        showing.scene.staff(showing.provider, "Anders Another", StaffRole.TAM);

        assertThat(enter(showing.scene.person(showing.acme, "New")))
                .isEqualTo(new NoGroup(Why.NOT_A_MEMBER, Optional.of(showing.tom), Optional.of("Alder Cloud")));
    }

    @Test
    void staffWithoutAGroupHaveNothingToServe() {
        Person idle = showing.scene.person(showing.provider, "Idle");

        assertThat(enter(idle))
                .isEqualTo(new NoGroup(Why.NOTHING_TO_SERVE, Optional.empty(), Optional.of("Alder Cloud")));
    }

    private EnterDesk.Result enter(Person person) {
        return showing.enterDesk.execute(person.id());
    }

    private ServiceGroup another(String organisation) {
        showing.clock.advance(Duration.ofMinutes(1));
        ServiceGroup group = showing.scene.group(showing.scene.customer(organisation));
        showing.scene.join(group, showing.erin);
        return group;
    }

    private void look(ServiceGroup group) {
        showing.desk.presences().extend(group.id(), showing.erin.id(), showing.clock.instant());
    }
}
