package io.larkdesk.testkit.law;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.MeterCalls.Charge;
import io.larkdesk.core.reminder.ClaimReminders.Claim;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.ReminderChannel.Deferred;
import io.larkdesk.core.reminder.ReminderChannel.Delivered;
import io.larkdesk.core.reminder.ReminderChannel.Delivery;
import io.larkdesk.core.reminder.ReminderChannel.Refused;
import io.larkdesk.core.reminder.ReminderChannel.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One node's worker: claims, sends and settles one after another, and may die between any two of these. */
final class Node {

    private static final int MOST_AT_ONCE = 10;

    private final int number;
    private final World world;
    private final Desk desk;
    private final List<Attempt> hands = new ArrayList<>();

    Node(int number, World world, Desk desk) {
        this.number = number;
        this.world = world;
        this.desk = desk;
    }

    void claim(int most) {
        List<Attempt> attempts = new ArrayList<>();
        for (Claim claim : desk.claimReminders.execute(most)) {
            if (world.cast().has(claim.permit().person())) {
                attempts.add(attempt(claim));
            } else {
                // An engineer, told of a ticket, whom no watch follows
                desk.settleReminder.execute(claim.permit(), new Delivered("om_" + claim.permit()));
            }
        }
        hands.addAll(attempts);
        attempts.forEach(attempt -> world.tell("node " + number + " claims " + attempt + ", about "
                + attempt.about().stream()
                        .map(message -> "message " + message.seq())
                        .toList()));
        List<Mention> decided = world.newlyDecided();
        world.watches(watch -> watch.claimed(attempts, decided));
    }

    private Attempt attempt(Claim claim) {
        Who to = world.cast().who(claim.permit().person());
        return new Attempt(claim, to, world.clocks().truth(), world.clocks().setForward());
    }

    /** Sends what was claimed first and not sent yet. */
    void send(Fate fate) {
        hands.stream()
                .filter(attempt -> attempt.outcome().isEmpty())
                .findFirst()
                .ifPresent(attempt -> attempt.ends(send(attempt, fate)));
    }

    private Delivery send(Attempt attempt, Fate fate) {
        Instant deadline = attempt.began().plus(world.setting().reminders().attemptWithin());
        if (!world.clocks().truth().isBefore(deadline)) {
            return new Deferred(Duration.ZERO, "too slow");
        }
        Optional<Charge> charge = world.people().charge(desk, attempt.to().company(), CallPurpose.REMINDER);
        if (charge.isEmpty()) {
            return new Refused(Reason.OUT_OF_BUDGET, "the meter refused");
        }
        world.tell(attempt + " is sent");
        return switch (fate) {
            case ARRIVES -> {
                world.arrive(attempt);
                yield new Delivered("om_" + attempt.reminder());
            }
            case ARRIVES_UNSEEN -> {
                world.arrive(attempt);
                yield new Unknown("no answer");
            }
            case ARRIVES_LATE -> {
                world.lark().holdUp(attempt, deadline.minusMillis(1));
                yield new Unknown("no answer");
            }
            case IS_LOST -> new Unknown("no answer");
            case IS_DEFERRED -> {
                world.people().giveBack(desk, charge.get());
                yield new Deferred(Duration.ofSeconds(30), "too many requests");
            }
            case IS_REFUSED -> {
                world.people().giveBack(desk, charge.get());
                yield new Refused(Reason.UNREACHABLE, "not available");
            }
            case EXCEEDS_QUOTA -> {
                world.people().exhaust(desk, charge.get());
                yield new Refused(Reason.OUT_OF_BUDGET, "used up");
            }
        };
    }

    /** Settles what was sent first and not settled yet. */
    void settle() {
        hands.stream()
                .filter(attempt -> attempt.outcome().isPresent())
                .findFirst()
                .ifPresent(attempt -> {
                    hands.remove(attempt);
                    settle(attempt, attempt.outcome().orElseThrow());
                });
    }

    private void settle(Attempt attempt, Delivery delivery) {
        boolean counted = desk.settleReminder.execute(attempt.claim().permit(), delivery);
        world.tell("node " + number + " settles " + attempt + " as "
                + delivery.getClass().getSimpleName() + (counted ? "" : ", too late"));
        List<Mention> decided = world.newlyDecided();
        world.watches(watch -> watch.settled(attempt, decided));
    }

    void crash() {
        hands.clear();
    }

    /** Claims, sends and settles without a pause. */
    void work(Fate fate) {
        claim(MOST_AT_ONCE);
        for (int left = hands.size(); left > 0; left--) {
            send(fate);
            settle();
        }
    }
}
