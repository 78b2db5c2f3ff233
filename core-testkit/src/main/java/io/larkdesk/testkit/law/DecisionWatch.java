package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.Decision.NotReminded;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.Decision.Reminded;
import io.larkdesk.core.reminder.ReminderChannel.Delivered;
import io.larkdesk.core.reminder.ReminderChannel.Refused;
import io.larkdesk.core.reminder.ReminderId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees that each mention gets one Decision, the right one, and that nobody is told of what they must not be told of. */
final class DecisionWatch extends Watch {

    private final Map<ReminderId, List<Attempt>> attempts = new HashMap<>();

    DecisionWatch(World world) {
        super(world);
    }

    @Override
    void claimed(List<Attempt> claimed, List<Mention> decided) {
        decided.forEach(this::decidedByLooking);
        for (Attempt attempt : claimed) {
            attempt.about().forEach(message -> requireWorthTelling(attempt, message));
            attempts.computeIfAbsent(attempt.reminder(), id -> new ArrayList<>())
                    .add(attempt);
        }
    }

    private void requireWorthTelling(Attempt attempt, MessageId message) {
        Said words = world().model().get(message);
        Mention mention = world().model().mention(new Mention.Key(message, attempt.to(), words.where()));
        LawBroken.unless(mention.decision().isEmpty(), attempt + " tells of " + mention + ", which was decided before");
        Optional<Reason> reason = world().model().reasonToDrop(mention, world().now());
        LawBroken.unless(reason.isEmpty(), attempt + " tells of " + mention + " in spite of " + reason);
    }

    private void decidedByLooking(Mention mention) {
        Decision decision = decision(mention);
        if (decision instanceof NotReminded dropped) {
            Optional<Reason> reason = world().model().reasonToDrop(mention, world().now());
            LawBroken.unless(
                    reason.equals(Optional.of(dropped.reason())),
                    mention + " is dropped as " + dropped.reason() + ", but the reason is " + reason);
        } else {
            Reminded reminded = (Reminded) decision;
            LawBroken.unless(!reminded.confirmed(), mention + " is said to have arrived, but nobody has just heard so");
            LawBroken.unless(
                    toldOf(reminded.reminder(), mention), mention + " is said to be told of by another reminder");
        }
    }

    @Override
    void settled(Attempt attempt, List<Mention> decided) {
        for (Mention mention : decided) {
            Decision decision = decision(mention);
            LawBroken.unless(
                    attempt.about().contains(mention.key().message()),
                    mention + " is decided by " + attempt + ", which does not tell of it");
            if (attempt.outcome().orElseThrow() instanceof Delivered) {
                requireReminded(mention, decision, attempt, true);
            } else if (attempt.outcome().orElseThrow() instanceof Refused refused && attempt.number() == 1) {
                LawBroken.unless(
                        decision instanceof NotReminded dropped && dropped.reason() == refused.reason(),
                        mention + " was refused as " + refused.reason() + ", not " + decision);
            } else {
                requireReminded(mention, decision, attempt, false);
            }
        }
    }

    private void requireReminded(Mention mention, Decision decision, Attempt attempt, boolean confirmed) {
        LawBroken.unless(
                decision instanceof Reminded reminded
                        && reminded.reminder().equals(attempt.reminder())
                        && reminded.confirmed() == confirmed,
                mention + " was told of by " + attempt + (confirmed ? "" : " for all we know") + ", not " + decision);
    }

    @Override
    void over() {
        List<Mention> undecided = world().model().undecided();
        LawBroken.unless(undecided.isEmpty(), "nobody decides about " + undecided);
        for (Mention mention : world().model().mentions()) {
            LawBroken.unless(
                    world().findDecision(mention).equals(mention.decision()),
                    mention + " was decided anew: " + world().findDecision(mention));
            requireTrue(mention, decision(mention));
        }
    }

    /** What the Decision says must be what came to Lark. */
    private void requireTrue(Mention mention, Decision decision) {
        List<ReminderId> arrived = world().lark().arrivals().stream()
                .filter(arrival -> arrival.to() == mention.key().who())
                .filter(arrival ->
                        arrival.attempt().about().contains(mention.key().message()))
                .map(Arrival::reminder)
                .distinct()
                .toList();
        if (decision instanceof Reminded reminded) {
            LawBroken.unless(
                    reminded.confirmed() ? arrived.equals(List.of(reminded.reminder())) : arrived.size() <= 1,
                    mention + " came by " + arrived.size() + " reminders, but is decided as " + decision);
        } else {
            LawBroken.unless(arrived.isEmpty(), mention + " came by a reminder, but is decided as " + decision);
        }
    }

    private boolean toldOf(ReminderId reminder, Mention mention) {
        return attempts.getOrDefault(reminder, List.of()).stream()
                .anyMatch(attempt -> attempt.to() == mention.key().who()
                        && attempt.about().contains(mention.key().message()));
    }

    private static Decision decision(Mention mention) {
        return mention.decision().orElseThrow();
    }
}
