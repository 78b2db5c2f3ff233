package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.escalation.Page.End;
import io.larkdesk.core.escalation.Pager.Deferred;
import io.larkdesk.core.escalation.Pager.Delivered;
import io.larkdesk.core.escalation.Pager.Outcome;
import io.larkdesk.core.escalation.Pager.Refused;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores how an attempt to send or to change a page ended. Where nobody of a level can be reached, the next level is due at once, but for the
 * first one of another round. An attempt
 * that was overtaken by a later one changes nothing.
 */
@Singleton
public final class SettlePage {

    private final Transactions transactions;
    private final Emergencies emergencies;
    private final Pages pages;
    private final NoteEscalation note;
    private final PagingPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public SettlePage(
            Transactions transactions, Emergencies emergencies, Pages pages, NoteEscalation note, PagingPolicy policy) {
        this.transactions = transactions;
        this.emergencies = emergencies;
        this.pages = pages;
        this.note = note;
        this.policy = policy;
    }

    /** Settles the attempt for which {@code claimed} was taken. False if a later one has taken over. */
    public boolean execute(Page claimed, Outcome outcome) {
        return transactions.inTransaction(now -> {
            // the Emergency first, as those who command it do
            Emergency emergency = emergencies.lock(claimed.emergency()).orElseThrow();
            Optional<Page> still = pages.lock(claimed.emergency(), claimed.id()).filter(page -> page.isStill(claimed));
            still.ifPresent(page -> settle(page, emergency, outcome, now));
            return still.isPresent();
        });
    }

    private void settle(Page page, Emergency emergency, Outcome outcome, Instant now) {
        Page.State next = page.state() instanceof Page.Sent sent
                ? changed(sent, outcome, now)
                : sent(page, (Page.Sending) page.state(), emergency, outcome, now);
        pages.save(page.in(next), now);
        if (next instanceof Page.Over over) {
            failed(page, over, emergency, now);
        }
    }

    /** What cannot be changed stays as it was; it may fail. */
    private static Page.State changed(Page.Sent sent, Outcome outcome, Instant now) {
        if (outcome instanceof Deferred deferred) {
            return new Page.Sent(
                    sent.receipt(),
                    sent.at(),
                    sent.update().map(update -> new Page.Update(update.tries(), now.plus(deferred.pause()))));
        }
        return outcome instanceof Pager.Unknown ? sent : new Page.Sent(sent.receipt(), sent.at(), Optional.empty());
    }

    private Page.State sent(Page page, Page.Sending sending, Emergency emergency, Outcome outcome, Instant now) {
        if (outcome instanceof Delivered delivered) {
            // it may have been acknowledged while this was on its way
            boolean outdated = page.about().kind().isLive() && !shows(page, emergency);
            return new Page.Sent(
                    delivered.receipt(), now, outdated ? Optional.of(new Page.Update(0, now)) : Optional.empty());
        }
        if (outcome instanceof Refused refused) {
            // a refused retry says nothing of the attempts before it: one of them may have arrived
            return new Page.Over(sending.attempt() == 1 ? refused.end() : End.UNCONFIRMED, now);
        }
        if (outcome instanceof Deferred deferred) {
            Instant again = now.plus(deferred.pause());
            return sending.attempt() == 1
                    ? new Page.Waiting(again)
                    : new Page.Sending(sending.attempt(), sending.firstAt(), latest(again, sending.deadline()));
        }
        return new Page.Sending(sending.attempt(), sending.firstAt(), policy.retryAt(sending));
    }

    private static boolean shows(Page page, Emergency emergency) {
        return page.about().kind() == Page.Kind.ALERT
                ? emergency.isUnacknowledged()
                : emergency.version() == page.about().number();
    }

    private void failed(Page page, Page.Over over, Emergency emergency, Instant now) {
        note.byItself(
                emergency,
                TicketEvent.EMERGENCY_PAGE_FAILED,
                Optional.of(page.person()),
                over.end().name());
        if (over.end() != End.UNCONFIRMED && isStuck(page, emergency)) {
            emergencies.save(emergency.dueNow(now), now);
        }
    }

    /** Whether what happens next would wait for somebody who was not reached. */
    private boolean isStuck(Page page, Emergency emergency) {
        return switch (page.about().kind()) {
            case ALERT ->
                emergency.state() instanceof Emergency.Paging
                        // after a whole round the policy's time is waited for, or a broken app would be tried without
                        // end
                        && !emergency.isRoundOver()
                        && page.about().number() == emergency.steps() - 1L
                        && pages.list(emergency.id()).stream()
                                .filter(other -> other.about().equals(page.about()))
                                .noneMatch(Page::mayArrive);
            case HANDED_OVER ->
                emergency.version() == page.about().number()
                        && emergency
                                .acknowledgement()
                                .filter(held -> !held.firm())
                                .isPresent();
            case NEWS_ACKNOWLEDGED, NEWS_ENDED, MANY_IN_A_DAY -> false;
        };
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
