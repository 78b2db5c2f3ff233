package io.larkdesk.testkit.law;

import java.util.Set;
import java.util.stream.Collectors;

/** What people do in their groups. */
final class ConversationSteps {

    private ConversationSteps() {}

    private static String mentioning(Set<Who> named) {
        return named.isEmpty()
                ? "mentioning nobody"
                : "mentioning " + named.stream().sorted().map(Who::toString).collect(Collectors.joining(" and "));
    }

    record Post(Who author, Where where, Set<Who> named) implements Step {

        @Override
        public void take(World world) {
            world.people().post(author, where, named);
        }

        @Override
        public String toString() {
            return author + " posts in " + where + ", " + mentioning(named);
        }
    }

    record PostAgain(int back) implements Step {

        @Override
        public void take(World world) {
            world.model().newest(back).ifPresent(world.people()::postAgain);
        }

        @Override
        public String toString() {
            return "The author of " + Step.newest("message", back) + " got no answer and posts it again";
        }
    }

    record Edit(int back, Set<Who> named) implements Step {

        @Override
        public void take(World world) {
            world.model().newest(back).ifPresent(words -> world.people().edit(words, named));
        }

        @Override
        public String toString() {
            return "The author edits " + Step.newest("message", back) + ", now " + mentioning(named);
        }
    }

    record Delete(int back) implements Step {

        @Override
        public void take(World world) {
            world.model().newest(back).ifPresent(world.people()::delete);
        }

        @Override
        public String toString() {
            return "The author takes " + Step.newest("message", back) + " back";
        }
    }

    record Read(Who who, Where where, int back) implements Step {

        @Override
        public void take(World world) {
            world.people().read(who, where, back);
        }

        @Override
        public String toString() {
            return who + " reads all of " + where + (back == 0 ? "" : " but the last " + back);
        }
    }

    record Look(Who who, Where where) implements Step {

        @Override
        public void take(World world) {
            world.people().look(who, where);
        }

        @Override
        public String toString() {
            return who + " looks at " + where;
        }
    }

    record Leave(Who who, Where where) implements Step {

        @Override
        public void take(World world) {
            world.people().leave(who, where);
        }

        @Override
        public String toString() {
            return who + " leaves " + where;
        }
    }

    record Join(Who who, Where where) implements Step {

        @Override
        public void take(World world) {
            world.people().join(who, where);
        }

        @Override
        public String toString() {
            return who + " comes into " + where;
        }
    }

    record Intrude(Who who, Where where) implements Step {

        @Override
        public void take(World world) {
            new Intruder(world, who, where).tryEverything();
        }

        @Override
        public String toString() {
            return who + " tries everything that must not be possible in " + where;
        }
    }
}
