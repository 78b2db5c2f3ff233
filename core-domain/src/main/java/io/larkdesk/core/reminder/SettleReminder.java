package io.larkdesk.core.reminder;

import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.Saving;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.ReminderChannel.Deferred;
import io.larkdesk.core.reminder.ReminderChannel.Delivered;
import io.larkdesk.core.reminder.ReminderChannel.Delivery;
import io.larkdesk.core.reminder.ReminderChannel.Refused;
import io.larkdesk.core.reminder.ReminderChannel.Unknown;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores how an attempt to deliver a claimed reminder ended. An attempt that was overtaken by a later one changes nothing. */
@Singleton
public final class SettleReminder {

    private final Transactions transactions;
    private final Permits permits;
    private final Mentions mentions;
    private final CallBudgets budgets;
    private final AssessTenant assess;

    /** Takes its collaborators. */
    @Inject
    public SettleReminder(
            Transactions transactions, Permits permits, Mentions mentions, CallBudgets budgets, AssessTenant assess) {
        this.transactions = transactions;
        this.permits = permits;
        this.mentions = mentions;
        this.budgets = budgets;
        this.assess = assess;
    }

    /** Settles the attempt for which {@code claimed} was held. False if a later attempt has taken over. */
    public boolean execute(Permit.Held claimed, Delivery delivery) {
        return transactions.inTransaction(now -> {
            if (permits.lock(claimed.person()) instanceof Permit.Held held && held.isFor(claimed)) {
                settle(held, delivery, assess.execute(held.person(), now).policy(), now);
                return true;
            }
            return false;
        });
    }

    private void settle(Permit.Held held, Delivery delivery, ReminderPolicy policy, Instant now) {
        if (delivery instanceof Delivered) {
            countCoalesced(held, decide(held, new Decision.Reminded(held.reminder(), true, now)), now);
            free(held.acknowledged(now, policy.window()), now);
        } else if (delivery instanceof Refused refused) {
            decide(held, end(held, refused, now));
            free(held.refused(policy.window()), now);
        } else if (delivery instanceof Deferred deferred) {
            putOff(held, now.plus(deferred.pause()), now);
        } else if (delivery instanceof Unknown) {
            permits.save(held, Optional.of(policy.retryAt(held)), now);
        }
    }

    /** A refused retry says nothing of the attempts before it: one of them may have arrived. */
    private static Decision end(Permit.Held held, Refused refused, Instant now) {
        return held.isFirstAttempt()
                ? new Decision.NotReminded(refused.reason(), now)
                : new Decision.Reminded(held.reminder(), false, now);
    }

    private void putOff(Permit.Held held, Instant again, Instant now) {
        if (held.isFirstAttempt()) {
            mentions.uncover(held.person(), held.reminder());
            permits.save(held.deferred(again), Optional.of(again), now);
        } else {
            permits.save(held, Optional.of(again.isBefore(held.deadline()) ? held.deadline() : again), now);
        }
    }

    /** How many mentions that ends. */
    private int decide(Permit.Held held, Decision decision) {
        PersonId person = held.person();
        List<MentionFacts> covered = mentions.listCovered(person, held.reminder());
        mentions.decide(MentionFacts.messages(covered), person, decision);
        return covered.size();
    }

    private void countCoalesced(Permit.Held held, int mentioned, Instant now) {
        if (mentioned > 1) {
            budgets.addSaved(held.person().tenant(), CallDay.of(now), Saving.COALESCED, mentioned - 1);
        }
    }

    private void free(Permit.Free free, Instant now) {
        permits.save(free, mentions.hasPending(free.person()) ? Optional.of(free.notBefore()) : Optional.empty(), now);
    }
}
