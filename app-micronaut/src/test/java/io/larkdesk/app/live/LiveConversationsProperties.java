package io.larkdesk.app.live;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Law 8 and law 6 for streams: over any history, and any breaks, hints lost, and nodes changed, everybody hears all, once, in order. */
class LiveConversationsProperties {

    private static final int PEOPLE = 3;
    private static final int STEPS = 120;

    @Property(tries = 150)
    void everyTabHearsEverythingOnceAndInOrder(@ForAll long seed) {
        History history = new History(new Random(seed));
        for (int step = 0; step < STEPS * Effort.of(1); step++) {
            history.step();
        }
        history.calmDown();
        history.check();
    }

    /** What happens, at random. */
    private static final class History {

        private final Random random;
        private final LiveDesk live = new LiveDesk();
        private final Tenant acme = live.scene.customer("Acme");
        private final List<ServiceGroup> groups;
        private final List<Person> people;
        private final List<Tab> tabs = new ArrayList<>();

        History(Random random) {
            this.random = random;
            this.groups = List.of(live.scene.group(acme), live.scene.group(live.scene.customer("Other")));
            this.people = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> live.scene.person(acme, "Person " + i))
                    .toList();
            groups.forEach(group -> people.forEach(person -> live.scene.join(group, person)));
        }

        void step() {
            ServiceGroup group = pick(groups);
            Person person = pick(people);
            live.hinting(random.nextInt(4) > 0);
            switch (random.nextInt(14)) {
                case 0, 1, 2 -> say(group, person);
                case 3 -> change(group, person, Optional.of("changed " + Tab.mark(group)));
                case 4 -> change(group, person, Optional.empty());
                case 5 -> comeOrGo(group, person);
                case 6 -> live.read(group, person, random.nextInt(20));
                case 7 -> open(group, person);
                case 8 -> withTab(Tab::cut);
                case 9 -> withTab(tab -> tab.connect(pick(live.nodes), random.nextInt(3)));
                case 10 -> withTab(tab -> tab.request(1L + random.nextInt(4)));
                case 11 -> pick(live.nodes).watch();
                default -> work(pick(live.nodes));
            }
        }

        private void say(ServiceGroup group, Person person) {
            int burst = random.nextInt(30) == 0 ? 60 : 1;
            for (int i = 0; i < burst && live.isIn(group, person); i++) {
                live.post(
                        group,
                        person,
                        "said " + Tab.mark(group) + " <@" + pick(people).id() + ">");
            }
        }

        private void change(ServiceGroup group, Person person, Optional<String> text) {
            long last = live.end(group).seq();
            if (last > 0) {
                live.edit(new MessageId(group.id(), 1 + random.nextInt((int) last)), person, text);
            }
        }

        private void comeOrGo(ServiceGroup group, Person person) {
            if (!live.isIn(group, person)) {
                tabsOf(group, person).forEach(Tab::cameBack);
                live.join(group, person);
            } else if (random.nextInt(3) == 0) {
                live.leave(group, person);
                tabsOf(group, person).forEach(Tab::wentOut);
            }
        }

        private List<Tab> tabsOf(ServiceGroup group, Person person) {
            return tabs.stream().filter(tab -> tab.isOf(group, person)).toList();
        }

        private void open(ServiceGroup group, Person person) {
            if (live.isIn(group, person) && tabs.size() < 8) {
                Tab tab = new Tab(live, group, person);
                tab.connect(pick(live.nodes), random.nextInt(3));
                tabs.add(tab);
            }
        }

        private void withTab(Consumer<Tab> work) {
            if (!tabs.isEmpty()) {
                work.accept(pick(tabs));
            }
        }

        private void work(Node node) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                node.threads.step();
            }
        }

        private <T> T pick(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        /** Everybody connects and takes what comes, and the nodes do what they have to. */
        void calmDown() {
            tabs.forEach(tab -> tab.connect(pick(live.nodes), Long.MAX_VALUE));
            live.run();
            live.nodes.forEach(Node::watch);
        }

        void check() {
            tabs.forEach(tab -> {
                if (tab.isOut()) {
                    tab.assertCutOff();
                } else {
                    tab.assertComplete();
                }
            });
        }
    }
}
