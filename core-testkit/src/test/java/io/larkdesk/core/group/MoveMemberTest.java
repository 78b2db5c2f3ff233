package io.larkdesk.core.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Person;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What another was faster with, is not noted again. */
class MoveMemberTest {

    private final InMemoryDesk desk = new InMemoryDesk(new ManualClock());
    private final Scene scene = new Scene(desk, new SeededRandomness(17));
    private final ServiceGroup group = scene.group(scene.customer("Acme"));
    private final Person ann = scene.person(scene.customer("Other"), "Ann");
    private final List<String> told = new ArrayList<>();

    private final MembershipObserver observer = new MembershipObserver() {

        @Override
        public void joined(Member member) {
            told.add("joined");
        }

        @Override
        public void left(Member member) {
            told.add("left");
        }
    };

    private boolean move(Member member) {
        return new MoveMember(desk.members(), observer).execute(member);
    }

    @Test
    void comingAndGoingIsToldOnceEach() {
        Member in = Member.join(group.id(), ann.id(), ManualClock.START);
        Member out = in.leave(ManualClock.START);

        assertThat(move(in)).isTrue();
        assertThat(move(in)).isFalse();
        assertThat(move(out)).isTrue();
        assertThat(move(out)).isFalse();

        assertThat(told).containsExactly("joined", "left");
    }
}
