package io.larkdesk.testkit.law;

import io.larkdesk.core.ticket.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What happens to tickets. */
final class TicketSteps {

    private TicketSteps() {}

    record Open(Hand opener, Where where, Severity severity) implements Step {

        @Override
        public void take(World world) {
            world.counter().open(opener, where, severity);
        }

        @Override
        public String toString() {
            return opener + " opens a ticket in " + where + ", " + severity;
        }
    }

    record OpenAgain(int back) implements Step {

        @Override
        public void take(World world) {
            world.counter().newest(back).ifPresent(world.counter()::openAgain);
        }

        @Override
        public String toString() {
            return "The opener of " + Step.newest("ticket", back) + " got no answer and opens it again";
        }
    }

    record Ask(Hand hand, int back, Wanted wanted, int behind, Severity severity, Hand to) implements Step {

        @Override
        public void take(World world) {
            world.counter().newest(back).ifPresent(opened -> world.counter()
                    .change(hand, opened, wanted, behind, severity, to));
        }

        @Override
        public String toString() {
            return hand + " wants " + wanted + " of " + Step.newest("ticket", back)
                    + (behind == 0 ? "" : ", seen " + behind + " versions ago")
                    + (wanted == Wanted.REASSIGN || wanted == Wanted.HAND_OVER ? ", to " + to : "")
                    + (wanted == Wanted.CHANGE_SEVERITY ? ", " + severity : "");
        }
    }

    record Come(Hand hand, int back) implements Step {

        @Override
        public void take(World world) {
            world.counter().newest(back).ifPresent(opened -> world.counter().come(hand, opened));
        }

        @Override
        public String toString() {
            return hand + " comes into " + Step.newest("ticket", back);
        }
    }

    record Leave(Hand hand, int back) implements Step {

        @Override
        public void take(World world) {
            world.counter().newest(back).ifPresent(opened -> world.counter().leave(hand, opened));
        }

        @Override
        public String toString() {
            return hand + " leaves " + Step.newest("ticket", back);
        }
    }

    record Say(Hand hand, int back) implements Step {

        @Override
        public void take(World world) {
            world.counter().newest(back).ifPresent(opened -> world.counter().say(hand, opened));
        }

        @Override
        public String toString() {
            return hand + " writes in " + Step.newest("ticket", back);
        }
    }

    record BeOnDuty(Hand hand, Duration after, Duration time) implements Step {

        @Override
        public void take(World world) {
            world.counter().beOnDuty(hand, after, time);
        }

        @Override
        public String toString() {
            return hand + " is on duty after " + after + " for " + time;
        }
    }

    record CloseSilent() implements Step {

        @Override
        public void take(World world) {
            world.counter().closeSilent();
        }

        @Override
        public String toString() {
            return "The desk looks for silent tickets";
        }
    }

    record PassUntilEdge(int back, int millis) implements Step {

        @Override
        public void take(World world) {
            world.counter()
                    .newest(back)
                    .map(opened -> edge(opened, world))
                    .map(edge -> Duration.between(world.now(), edge.plusMillis(millis)))
                    .filter(time -> !time.isNegative())
                    .ifPresent(world::pass);
        }

        /** Until when it can be opened again, or when it closes by itself. */
        private static Instant edge(Case opened, World world) {
            Optional<Instant> closed = opened.closedAt()
                    .map(at -> at.plus(world.setting().tickets().reopenWithin()));
            return closed.orElseGet(
                    () -> opened.activeAt().plus(world.setting().tickets().silence()));
        }

        @Override
        public String toString() {
            return "Time passes until " + Step.newest("ticket", back) + " closes, or stays closed"
                    + (millis == 0 ? "" : ", " + Math.abs(millis) + " ms " + (millis < 0 ? "less" : "more"));
        }
    }
}
