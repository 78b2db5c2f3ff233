package io.larkdesk.testkit.law;

import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.SupportPlan;
import java.time.Duration;

/** What happens in Emergencies, and around Reminders. */
final class EscalationSteps {

    private EscalationSteps() {}

    private static String behind(int versions) {
        return versions == 0 ? "" : ", as it was " + versions + " versions ago";
    }

    record Declare(Who who, Where where, Emergency.Reason reason) implements Step {
        @Override
        public void take(World world) {
            world.siren().declare(who, where, reason);
        }

        @Override
        public String toString() {
            return who + " declares " + reason + " in " + where;
        }
    }

    record DeclareAgain() implements Step {
        @Override
        public void take(World world) {
            world.siren().declareAgain();
        }

        @Override
        public String toString() {
            return "The last declaration is tried again";
        }
    }

    record Acknowledge(Beeper beeper, Where where, int versions) implements Step {
        @Override
        public void take(World world) {
            world.siren().acknowledge(beeper, where, versions);
        }

        @Override
        public String toString() {
            return beeper + " acknowledges in " + where + behind(versions);
        }
    }

    record Confirm(Beeper beeper, Where where, int versions) implements Step {
        @Override
        public void take(World world) {
            world.siren().confirm(beeper, where, versions);
        }

        @Override
        public String toString() {
            return beeper + " confirms in " + where + behind(versions);
        }
    }

    record HandOver(Beeper beeper, Beeper to, Where where, int versions) implements Step {
        @Override
        public void take(World world) {
            world.siren().handOver(beeper, to, where, versions);
        }

        @Override
        public String toString() {
            return beeper + " hands over to " + to + " in " + where + behind(versions);
        }
    }

    record End(Beeper beeper, Where where, int versions) implements Step {
        @Override
        public void take(World world) {
            world.siren().end(beeper, where, versions);
        }

        @Override
        public String toString() {
            return beeper + " ends it in " + where + behind(versions);
        }
    }

    record Presume(Who who, Where where) implements Step {
        @Override
        public void take(World world) {
            world.siren().presume(who, where);
        }

        @Override
        public String toString() {
            return who + ", a customer, acknowledges in " + where;
        }
    }

    record SayBack(Who who, Where where) implements Step {
        @Override
        public void take(World world) {
            world.siren().sayBack(who, where);
        }

        @Override
        public String toString() {
            return who + " says that all works again in " + where;
        }
    }

    record Resolve(Where where) implements Step {
        @Override
        public void take(World world) {
            world.siren().endings().resolve(where);
        }

        @Override
        public String toString() {
            return "The TAM resolves the ticket in " + where;
        }
    }

    record ConfirmSolved(Where where) implements Step {
        @Override
        public void take(World world) {
            world.siren().endings().confirm(where);
        }

        @Override
        public String toString() {
            return "The opener confirms that the ticket in " + where + " is solved";
        }
    }

    record CloseSilent() implements Step {
        @Override
        public void take(World world) {
            world.siren().endings().closeSilent();
        }

        @Override
        public String toString() {
            return "The desk closes silent tickets";
        }
    }

    record Advance() implements Step {
        @Override
        public void take(World world) {
            world.siren().advance();
        }

        @Override
        public String toString() {
            return "A worker does what is due";
        }
    }

    record LookForLate() implements Step {
        @Override
        public void take(World world) {
            world.siren().watch();
        }

        @Override
        public String toString() {
            return "The watchdog looks";
        }
    }

    record BeOnDuty(Beeper beeper, Duration after, Duration time) implements Step {
        @Override
        public void take(World world) {
            world.siren().beOnDuty(beeper, after, time);
        }

        @Override
        public String toString() {
            return beeper + " is on duty in " + after + " for " + time;
        }
    }

    record ChangePlan(SupportPlan plan) implements Step {
        @Override
        public void take(World world) {
            world.siren().desk().plans.set(plan);
        }

        @Override
        public String toString() {
            return "The support plan becomes " + plan;
        }
    }

    record ClaimPages() implements Step {
        @Override
        public void take(World world) {
            world.siren().pagers().claim();
        }

        @Override
        public String toString() {
            return "A worker claims pages";
        }
    }

    record SendPage(Fate fate) implements Step {
        @Override
        public void take(World world) {
            world.siren().pagers().send(fate);
        }

        @Override
        public String toString() {
            return "A worker sends a page: " + fate;
        }
    }

    record SettlePage() implements Step {
        @Override
        public void take(World world) {
            world.siren().pagers().settle();
        }

        @Override
        public String toString() {
            return "A worker settles a page";
        }
    }

    record WorkOnPages(Fate fate) implements Step {
        @Override
        public void take(World world) {
            world.siren().pagers().work(fate);
        }

        @Override
        public String toString() {
            return "A worker claims, sends and settles: " + fate;
        }
    }

    record CrashPagers() implements Step {
        @Override
        public void take(World world) {
            world.siren().pagers().crash();
        }

        @Override
        public String toString() {
            return "All workers die";
        }
    }

    record PassUntilStep(Where where, int millis) implements Step {
        @Override
        public void take(World world) {
            world.siren()
                    .last(where)
                    .flatMap(Alarm::due)
                    .map(due -> Duration.between(world.now(), due.plusMillis(millis)))
                    .filter(time -> !time.isNegative())
                    .ifPresent(world::pass);
        }

        @Override
        public String toString() {
            return "Time passes until something is due in " + where + ", and " + millis + " ms";
        }
    }

    record Press(Who who, Where where) implements Step {
        @Override
        public void take(World world) {
            world.nudges().press(who, where);
        }

        @Override
        public String toString() {
            return who + " presses Reminder in " + where;
        }
    }

    record PressAgain() implements Step {
        @Override
        public void take(World world) {
            world.nudges().pressAgain();
        }

        @Override
        public String toString() {
            return "The last press is tried again";
        }
    }

    record Reply(Where where) implements Step {
        @Override
        public void take(World world) {
            world.nudges().reply(where);
        }

        @Override
        public String toString() {
            return "The service team replies in " + where;
        }
    }

    record Follow() implements Step {
        @Override
        public void take(World world) {
            world.siren().desk().followReminders.execute(100);
        }

        @Override
        public String toString() {
            return "A worker looks after Reminders";
        }
    }
}
