package io.larkdesk.testkit.law;

import io.larkdesk.core.attachment.Storage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What people do with files. */
final class UploadSteps {

    private UploadSteps() {}

    record Upload(Who who, Where where, int size, boolean announced, UploadEnd end) implements Step {

        @Override
        public void take(World world) {
            world.uploads().upload(who, where, size, announced, end);
        }

        @Override
        public String toString() {
            return who + " uploads " + size + " bytes" + (announced ? ", as announced," : "") + " into " + where + ", "
                    + end;
        }
    }

    record Send(Who who, Where where, List<Integer> backs) implements Step {

        Send {
            backs = List.copyOf(backs);
        }

        @Override
        public void take(World world) {
            world.uploads().send(who, where, backs);
        }

        @Override
        public String toString() {
            return who + " sends to " + where + " "
                    + backs.stream().map(back -> Step.newest("file", back)).toList();
        }
    }

    record Cancel(Who who, int back) implements Step {

        @Override
        public void take(World world) {
            world.uploads().newest(back).ifPresent(file -> world.uploads().cancel(who, file));
        }

        @Override
        public String toString() {
            return who + " takes away " + Step.newest("file", back);
        }
    }

    record Unsay(int back) implements Step {

        @Override
        public void take(World world) {
            world.uploads().newest(back).ifPresent(world.uploads()::unsay);
        }

        @Override
        public String toString() {
            return "The author takes back the message of " + Step.newest("file", back);
        }
    }

    record Look(Who who, int back) implements Step {

        @Override
        public void take(World world) {
            world.uploads().newest(back).ifPresent(file -> world.uploads().look(who, file));
        }

        @Override
        public String toString() {
            return who + " looks at " + Step.newest("file", back);
        }
    }

    record Tidy() implements Step {

        @Override
        public void take(World world) {
            world.uploads().tidy();
        }

        @Override
        public String toString() {
            return "A node tidies up";
        }
    }

    record Relocate(Storage storage, boolean away) implements Step {

        @Override
        public void take(World world) {
            world.uploads().relocate(storage, away);
        }

        @Override
        public String toString() {
            return "The operator has all files brought into the "
                    + storage.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + (away ? ", while the object store does not answer" : "");
        }
    }

    record PassUntilOver(int back, int millis) implements Step {

        @Override
        public void take(World world) {
            world.uploads()
                    .newest(back)
                    .map(file -> Duration.between(
                            world.now(),
                            file.at()
                                    .plus(world.setting().attachments().unboundFor())
                                    .plusMillis(millis)))
                    .filter(time -> !time.isNegative())
                    .ifPresent(world::pass);
        }

        @Override
        public String toString() {
            return "Time passes until " + Step.newest("file", back) + " is too old to be sent"
                    + (millis == 0 ? "" : ", " + Math.abs(millis) + " ms " + (millis < 0 ? "less" : "more"));
        }
    }
}
