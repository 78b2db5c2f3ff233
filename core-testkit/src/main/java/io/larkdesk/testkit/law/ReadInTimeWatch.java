package io.larkdesk.testkit.law;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.reminder.Decision.NotReminded;
import io.larkdesk.core.reminder.Decision.Reason;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sees that what was read costs no call, that each call that was saved is counted, and that nothing is spent on those not mentioned. */
final class ReadInTimeWatch extends Watch {

    ReadInTimeWatch(World world) {
        super(world);
    }

    @Override
    void claimed(List<Attempt> claimed, List<Mention> decided) {
        claimed.forEach(attempt -> attempt.about().forEach(message -> requireUnread(attempt, message)));
        decided.stream()
                .filter(ReadInTimeWatch::isReadInTime)
                .map(mention -> mention.key().who())
                .distinct()
                .filter(this::waitsForNothing)
                .forEach(who -> world().model().ledger(who.company()).save(world().month()));
        for (Company company : Company.values()) {
            int counted = budget(company).saved();
            int saved = world().model().ledger(company).saved(world().month());
            LawBroken.unless(
                    counted == saved, saved + " calls were saved for " + company + ", but " + counted + " are counted");
        }
    }

    private static boolean isReadInTime(Mention mention) {
        return mention.decision().orElseThrow() instanceof NotReminded dropped
                && dropped.reason() == Reason.READ_IN_TIME;
    }

    private boolean waitsForNothing(Who who) {
        return world().model().undecided().stream()
                .noneMatch(mention -> mention.key().who() == who);
    }

    private void requireUnread(Attempt attempt, MessageId message) {
        Said words = world().model().get(message);
        Mention mention = world().model().mention(new Mention.Key(message, attempt.to(), words.where()));
        LawBroken.unless(
                world().model().cursor(attempt.to(), words.where()) < mention.readFrom(),
                attempt + " tells of " + mention + ", which was read before");
    }

    @Override
    void over() {
        Set<Company> mentioned = world().model().mentions().stream()
                .map(mention -> mention.key().who().company())
                .collect(Collectors.toSet());
        for (Company company : Company.values()) {
            LawBroken.unless(
                    mentioned.contains(company) || budget(company).used() == 0,
                    company + " has paid, but none of its people was mentioned");
        }
    }

    private CallBudget budget(Company company) {
        return world().stores().callBudgets().get(world().cast().tenant(company), world().month());
    }
}
