package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.reminder.ClaimReminders.Claim;
import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.reminder.ReminderChannel.Delivery;
import io.larkdesk.core.reminder.ReminderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One attempt to deliver a reminder, from the claim on, in one node's hands. */
final class Attempt {

    private final Claim claim;
    private final Who to;
    private final Instant began;
    private final Duration setForward;
    private Optional<Delivery> outcome = Optional.empty();

    /**
     * What a node has just claimed.
     *
     * @param began when it was claimed, in truth
     * @param setForward by how much the database's clock had been set forward until then, in all
     */
    Attempt(Claim claim, Who to, Instant began, Duration setForward) {
        this.claim = claim;
        this.to = to;
        this.began = began;
        this.setForward = setForward;
    }

    Claim claim() {
        return claim;
    }

    Who to() {
        return to;
    }

    ReminderId reminder() {
        return claim.reminder().id();
    }

    int number() {
        return claim.reminder().attempt();
    }

    List<MessageId> about() {
        return claim.reminder().items().stream()
                .map(MessageReminder.Item::message)
                .toList();
    }

    Instant began() {
        return began;
    }

    Duration setForward() {
        return setForward;
    }

    /** What the node knows of how it ended; empty before it was sent. */
    Optional<Delivery> outcome() {
        return outcome;
    }

    void ends(Delivery known) {
        outcome = Optional.of(known);
    }

    @Override
    public String toString() {
        return "attempt " + number() + " of reminder " + shortly(reminder()) + " for " + to;
    }

    /** Enough of the id to tell reminders of one history apart. */
    static String shortly(ReminderId id) {
        return id.toString().substring(0, 4);
    }
}
