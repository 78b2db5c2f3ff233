package io.larkdesk.testkit.law;

import java.time.Duration;
import java.util.Optional;

/** What people do with links, and with each other. */
final class InviteSteps {

    private InviteSteps() {}

    record Issue(Who issuer, Where where, Optional<Integer> most) implements Step {

        @Override
        public void take(World world) {
            world.guests().issue(issuer, where, most);
        }

        @Override
        public String toString() {
            return issuer + " makes a link into " + where
                    + most.map(limit -> " for " + limit).orElse("");
        }
    }

    record Revoke(Who revoker, int back) implements Step {

        @Override
        public void take(World world) {
            world.model().link(back).ifPresent(link -> world.guests().revoke(revoker, link));
        }

        @Override
        public String toString() {
            return revoker + " revokes " + Step.newest("link", back);
        }
    }

    record Accept(Who who, int back) implements Step {

        @Override
        public void take(World world) {
            world.model().link(back).ifPresent(link -> world.guests().accept(who, link));
        }

        @Override
        public String toString() {
            return who + " comes with " + Step.newest("link", back);
        }
    }

    record Guess(Who who, int back) implements Step {

        @Override
        public void take(World world) {
            world.model().link(back).ifPresent(link -> world.guests().guess(who, link));
        }

        @Override
        public String toString() {
            return who + " comes with what is nearly " + Step.newest("link", back);
        }
    }

    record Remove(Who remover, Who who, Where where) implements Step {

        @Override
        public void take(World world) {
            world.guests().remove(remover, who, where);
        }

        @Override
        public String toString() {
            return remover + " removes " + who + " from " + where;
        }
    }

    record PassUntilEnd(int back, int millis) implements Step {

        @Override
        public void take(World world) {
            world.model()
                    .link(back)
                    .map(link -> Duration.between(world.now(), link.endsAt().plusMillis(millis)))
                    .filter(time -> !time.isNegative())
                    .ifPresent(world::pass);
        }

        @Override
        public String toString() {
            return "Time passes until " + Step.newest("link", back) + " expires"
                    + (millis == 0 ? "" : ", " + Math.abs(millis) + " ms " + (millis < 0 ? "less" : "more"));
        }
    }
}
