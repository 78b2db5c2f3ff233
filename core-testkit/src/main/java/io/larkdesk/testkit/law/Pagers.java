package io.larkdesk.testkit.law;

import io.larkdesk.core.escalation.ClaimPages.Claim;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.PageId;
import io.larkdesk.core.escalation.Pager.Deferred;
import io.larkdesk.core.escalation.Pager.Delivered;
import io.larkdesk.core.escalation.Pager.Outcome;
import io.larkdesk.core.escalation.Pager.Refused;
import io.larkdesk.core.escalation.Pager.Unknown;
import io.larkdesk.core.reminder.ReminderPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Workers that send pages: claim, send and settle one after another, and may die between any two of these. */
final class Pagers {

    private static final int MOST_AT_ONCE = 10;

    private final World world;
    private final EscalationDesk desk;
    private final Siren siren;
    private final List<Carried> hands = new ArrayList<>();
    private final Map<PageId, Instant> arrivals = new HashMap<>();
    private final Map<PageId, Instant> heldUntil = new HashMap<>();
    private final Map<PageId, Integer> attempts = new HashMap<>();
    private final Set<PageId> dead = new HashSet<>();

    Pagers(World world, EscalationDesk desk, Siren siren) {
        this.world = world;
        this.desk = desk;
        this.siren = siren;
    }

    /** A claimed page in a worker's hands. */
    private static final class Carried {
        private final Claim claim;
        private final Instant deadline;
        private Optional<Outcome> outcome = Optional.empty();

        Carried(Claim claim, Instant deadline) {
            this.claim = claim;
            this.deadline = deadline;
        }
    }

    void claim() {
        for (Claim claim : desk.claimPages.execute(MOST_AT_ONCE)) {
            world.tell("a worker claims " + claim.page());
            PageId id = claim.page().id();
            Instant truth = world.clocks().truth();
            LawBroken.unless(
                    heldUntil.getOrDefault(id, Instant.MIN).isBefore(truth.plusMillis(1))
                            || !world.clocks().setForward().isZero()
                            || isToShowAnother(claim.page()),
                    "a page is claimed while somebody has it: " + claim.page());
            Instant deadline = truth.plus(Siren.PAGING.attemptWithin());
            heldUntil.put(id, deadline);
            if (claim.receipt().isEmpty()) {
                requireNeeded(claim);
                attempts.merge(id, 1, Integer::sum);
            }
            hands.add(new Carried(claim, deadline));
        }
    }

    /** Whether what was sent is to show something new: it waits for nobody who still has what was new before. */
    private static boolean isToShowAnother(Page page) {
        return page.state() instanceof Page.Sent sent
                && sent.update().filter(update -> update.tries() == 1).isPresent();
    }

    private void requireNeeded(Claim claim) {
        Page page = claim.page();
        if (page.about().kind() == Page.Kind.ALERT) {
            LawBroken.unless(
                    siren.alarm(page.emergency()).orElseThrow().isUnacknowledged(),
                    "somebody is woken although somebody has answered: " + page);
        }
    }

    /** Sends what was claimed first and not sent yet. */
    void send(Fate fate) {
        hands.stream()
                .filter(carried -> carried.outcome.isEmpty())
                .findFirst()
                .ifPresent(carried -> carried.outcome = Optional.of(send(carried, fate)));
    }

    private Outcome send(Carried carried, Fate fate) {
        if (!world.clocks().truth().isBefore(carried.deadline)) {
            return new Deferred(Duration.ZERO, "too slow");
        }
        Page page = carried.claim.page();
        Optional<String> receipt = carried.claim.receipt();
        return switch (fate) {
            case ARRIVES, ARRIVES_LATE -> {
                receipt.ifPresentOrElse(sent -> {}, () -> arrive(page));
                yield new Delivered(receipt.orElse("om_" + page.id()));
            }
            case ARRIVES_UNSEEN -> {
                receipt.ifPresentOrElse(sent -> {}, () -> arrive(page));
                yield new Unknown("no answer");
            }
            case IS_LOST -> new Unknown("no answer");
            case IS_DEFERRED -> new Deferred(Duration.ofSeconds(30), "too many requests");
            case IS_REFUSED -> new Refused(Page.End.UNREACHABLE, "not available");
            case EXCEEDS_QUOTA -> new Refused(Page.End.OUT_OF_BUDGET, "used up");
        };
    }

    /** Lark takes a uuid once in an hour; nothing may come later, or it would come twice. */
    private void arrive(Page page) {
        Instant truth = world.clocks().truth();
        Instant first = arrivals.computeIfAbsent(page.id(), id -> truth);
        LawBroken.unless(
                truth.isBefore(first.plus(ReminderPolicy.LARK_DEDUPLICATES_FOR))
                        || !world.clocks().setForward().isZero(),
                "a page arrives twice: " + page);
        world.tell("the page " + page.id() + " arrives");
    }

    /** Settles what was sent first and not settled yet. */
    void settle() {
        hands.stream()
                .filter(carried -> carried.outcome.isPresent())
                .findFirst()
                .ifPresent(carried -> {
                    hands.remove(carried);
                    settle(carried.claim, carried.outcome.orElseThrow());
                });
    }

    private void settle(Claim claim, Outcome outcome) {
        Instant now = world.now();
        boolean counted = desk.settlePage.execute(claim.page(), outcome);
        world.tell("a worker settles " + claim.page().id() + " as " + outcome + (counted ? "" : ", too late"));
        Page page = claim.page();
        Alarm alarm = siren.alarm(page.emergency()).orElseThrow();
        if (counted) {
            heldUntil.remove(page.id());
        }
        if (counted && outcome instanceof Refused && claim.receipt().isEmpty()) {
            alarm.pageFailed();
            boolean nothingArrived = ((Page.Sending) page.state()).attempt() == 1;
            if (nothingArrived) {
                dead.add(page.id());
                hurryIfStuck(page, alarm, now);
            }
        }
        siren.requireRight(alarm);
    }

    private void hurryIfStuck(Page page, Alarm alarm, Instant now) {
        boolean lastStep = page.about().kind() == Page.Kind.ALERT
                && alarm.state() == Alarm.State.PAGING
                && !alarm.isRoundOver()
                && page.about().number() == alarm.steps() - 1L
                && world.stores().pages().list(page.emergency()).stream()
                        .filter(other -> other.about().equals(page.about()))
                        .allMatch(other -> dead.contains(other.id()));
        boolean handedOver = page.about().kind() == Page.Kind.HANDED_OVER
                && alarm.version() == page.about().number()
                && alarm.state() == Alarm.State.ACKNOWLEDGED
                && !alarm.isFirm();
        if (lastStep || handedOver) {
            alarm.hurry(now);
        }
    }

    void crash() {
        hands.clear();
    }

    void work(Fate fate) {
        claim();
        for (int left = hands.size(); left > 0; left--) {
            send(fate);
            settle();
        }
    }

    /** Nothing is left over: each page that can have arrived did or is known not to, each that was sent is known to have been. */
    void requireEnded() {
        for (Where where : Where.values()) {
            for (Alarm alarm : siren.alarms(where)) {
                for (Page page : world.stores().pages().list(alarm.id())) {
                    LawBroken.unless(page.state().due().isEmpty(), "a page is left over: " + page);
                    LawBroken.unless(
                            !(page.state() instanceof Page.Sent) || arrivals.containsKey(page.id()),
                            "a page counts as sent and never arrived: " + page);
                }
            }
        }
    }
}
