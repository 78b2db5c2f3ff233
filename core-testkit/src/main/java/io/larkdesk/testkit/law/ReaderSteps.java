package io.larkdesk.testkit.law;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How readers follow a conversation, and what comes in between. */
final class ReaderSteps {

    private ReaderSteps() {}

    record Ask(int reader, List<Step> meanwhile) implements Step {

        @Override
        public void take(World world) {
            meanwhile.forEach(step -> world.reader(reader).interrupt(() -> step.take(world)));
            world.reader(reader).ask();
            world.tell("reader " + reader + " is at " + world.reader(reader).position());
        }

        @Override
        public String toString() {
            return "Reader " + reader + " asks for news"
                    + (meanwhile.isEmpty()
                            ? ""
                            : meanwhile.stream()
                                    .map(Step::toString)
                                    .collect(Collectors.joining("; then ", ", and while it looks: ", "")));
        }
    }

    record CatchUp(int reader) implements Step {

        @Override
        public void take(World world) {
            world.reader(reader).catchUp();
            world.reader(reader).requireUpToDate(world);
        }

        @Override
        public String toString() {
            return "Reader " + reader + " asks until there is nothing new";
        }
    }

    record Reconnect(int reader, int back) implements Step {

        @Override
        public void take(World world) {
            world.reader(reader).reconnect(back);
            world.tell("reader " + reader + " is at " + world.reader(reader).position());
        }

        @Override
        public String toString() {
            return "Reader " + reader + " loses the connection and comes back where it was " + (back + 1)
                    + " news before";
        }
    }

    record Open(int reader) implements Step {

        @Override
        public void take(World world) {
            world.reader(reader).open();
            world.tell("reader " + reader + " is at " + world.reader(reader).position());
        }

        @Override
        public String toString() {
            return "Reader " + reader + " opens the page anew";
        }
    }

    record PostMany(int messages) implements Step {

        @Override
        public void take(World world) {
            for (int i = 0; i < messages; i++) {
                world.people().post(Who.BOB, Where.ACME, Set.of());
            }
        }

        @Override
        public String toString() {
            return "Bob posts " + messages + " messages";
        }
    }

    record EditMany(int messages) implements Step {

        @Override
        public void take(World world) {
            for (int back = 0; back < messages; back++) {
                world.model().newest(back).ifPresent(words -> world.people().edit(words, Set.of()));
            }
        }

        @Override
        public String toString() {
            return "The authors edit the last " + messages + " messages, the last one first";
        }
    }
}
