package io.larkdesk.testkit.law;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.CreateTicket;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.TicketPolicy;
import io.larkdesk.core.ticket.TicketState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A ticket as simply as it can be thought, one change after another. */
final class Case {

    /** What somebody must be told who wants something of it. */
    enum Answer {
        CHANGED,
        STALE,
        NOT_POSSIBLE,
        NOT_ALLOWED,
        NOT_STAFF,
        NOT_OWNER,
        NOT_IN_GROUP,
        NOTHING_THERE
    }

    private static final Set<TicketState> OPEN =
            EnumSet.of(TicketState.NEW, TicketState.IN_PROGRESS, TicketState.WAITING_FOR_CUSTOMER);

    private final GroupId id;
    private final CreateTicket.Command command;
    private final Where where;
    private final Set<Hand> seated = EnumSet.noneOf(Hand.class);
    private TicketState state = TicketState.NEW;
    private Severity severity;
    private Optional<Hand> engineer;
    private Hand owner;
    private long version = 1;
    private Instant activeAt;
    private Optional<Instant> closedAt = Optional.empty();
    private int stars;
    private int entries;

    Case(GroupId id, CreateTicket.Command command, Where where, Hand opener, Optional<Hand> engineer, Instant now) {
        this.id = id;
        this.command = command;
        this.where = where;
        this.severity = command.severity();
        this.engineer = engineer;
        this.owner = opener;
        this.activeAt = now;
        this.entries = engineer.isPresent() ? 2 : 1;
        seated.add(opener);
        engineer.ifPresent(seated::add);
    }

    GroupId id() {
        return id;
    }

    CreateTicket.Command command() {
        return command;
    }

    Where where() {
        return where;
    }

    TicketState state() {
        return state;
    }

    Severity severity() {
        return severity;
    }

    Optional<Hand> engineer() {
        return engineer;
    }

    Hand owner() {
        return owner;
    }

    long version() {
        return version;
    }

    Instant activeAt() {
        return activeAt;
    }

    Optional<Instant> closedAt() {
        return closedAt;
    }

    /** How many entries its Timeline has. */
    int entries() {
        return entries;
    }

    boolean isOpen() {
        return OPEN.contains(state);
    }

    boolean isSeated(Hand hand) {
        return seated.contains(hand);
    }

    void seat(Hand hand) {
        seated.add(hand);
    }

    void unseat(Hand hand) {
        seated.remove(hand);
    }

    /** What must be answered who stands on the one or the other side, and sees {@code seen}. */
    Answer answer(Hand hand, Wanted wanted, long seen, Hand to, TicketPolicy policy, Instant now) {
        if (!isFor(wanted, hand.isStaff())) {
            return Answer.NOT_ALLOWED;
        }
        if (seen != version) {
            return Answer.STALE;
        }
        if (!isPossible(wanted, policy, now)) {
            return Answer.NOT_POSSIBLE;
        }
        if (wanted == Wanted.HAND_OVER) {
            return handing(hand, to);
        }
        return wanted == Wanted.REASSIGN && !to.isStaff() ? Answer.NOT_STAFF : Answer.CHANGED;
    }

    private Answer handing(Hand hand, Hand to) {
        if (hand != owner && isSeated(owner) && !owner.isStaff()) {
            return Answer.NOT_OWNER;
        }
        return isSeated(to) && !to.isStaff() ? Answer.CHANGED : Answer.NOT_IN_GROUP;
    }

    private static boolean isFor(Wanted wanted, boolean staff) {
        return switch (wanted) {
            case REOPEN, CHANGE_SEVERITY -> true;
            case CONFIRM, RATE, HAND_OVER -> !staff;
            case START, AWAIT_CUSTOMER, RESUME, RESOLVE, REASSIGN -> staff;
        };
    }

    private boolean isPossible(Wanted wanted, TicketPolicy policy, Instant now) {
        Set<Wanted> always =
                switch (state) {
                    case NEW ->
                        EnumSet.of(
                                Wanted.START,
                                Wanted.AWAIT_CUSTOMER,
                                Wanted.RESOLVE,
                                Wanted.REASSIGN,
                                Wanted.HAND_OVER,
                                Wanted.CHANGE_SEVERITY);
                    case IN_PROGRESS ->
                        EnumSet.of(
                                Wanted.AWAIT_CUSTOMER,
                                Wanted.RESOLVE,
                                Wanted.REASSIGN,
                                Wanted.HAND_OVER,
                                Wanted.CHANGE_SEVERITY);
                    case WAITING_FOR_CUSTOMER ->
                        EnumSet.of(
                                Wanted.RESUME,
                                Wanted.RESOLVE,
                                Wanted.REASSIGN,
                                Wanted.HAND_OVER,
                                Wanted.CHANGE_SEVERITY);
                    case RESOLVED -> EnumSet.of(Wanted.CONFIRM, Wanted.REOPEN, Wanted.REASSIGN, Wanted.HAND_OVER);
                    case CLOSED -> EnumSet.of(Wanted.RATE);
                };
        boolean late = closedAt.isPresent() && !now.isBefore(closedAt.get().plus(policy.reopenWithin()));
        return always.contains(wanted) || (state == TicketState.CLOSED && wanted == Wanted.REOPEN && !late);
    }

    /** Somebody did it; whether it changed anything. */
    boolean change(Wanted wanted, Severity how, Hand to, Instant now) {
        boolean same =
                switch (wanted) {
                    case CHANGE_SEVERITY -> severity == how;
                    case REASSIGN -> engineer.equals(Optional.of(to));
                    case RATE -> stars == how.weight();
                    case HAND_OVER -> owner == to;
                    case START, AWAIT_CUSTOMER, RESUME, RESOLVE, CONFIRM, REOPEN -> false;
                };
        if (same) {
            return false;
        }
        switch (wanted) {
            case START, RESUME, REOPEN -> become(TicketState.IN_PROGRESS, now);
            case AWAIT_CUSTOMER -> become(TicketState.WAITING_FOR_CUSTOMER, now);
            case RESOLVE -> become(TicketState.RESOLVED, now);
            case CONFIRM -> become(TicketState.CLOSED, now);
            case CHANGE_SEVERITY -> severity = how;
            case RATE -> stars = how.weight();
            case HAND_OVER -> owner = to;
            case REASSIGN -> {
                engineer = Optional.of(to);
                seated.add(to);
            }
        }
        version++;
        entries++;
        activeAt = now;
        return true;
    }

    private void become(TicketState next, Instant now) {
        state = next;
        closedAt = next == TicketState.CLOSED ? Optional.of(now) : Optional.empty();
        stars = isOpen() ? 0 : stars;
    }

    /** Somebody said something in its group. */
    void say(Hand hand, Instant now) {
        boolean moves = hand.isStaff() ? state == TicketState.NEW : state == TicketState.WAITING_FOR_CUSTOMER;
        if (moves) {
            become(TicketState.IN_PROGRESS, now);
            version++;
            entries++;
        }
        activeAt = now;
    }

    /** Closes it if it is so long silent. */
    void closeIfSilent(TicketPolicy policy, Instant now) {
        if (state == TicketState.RESOLVED && !now.isBefore(activeAt.plus(policy.silence()))) {
            become(TicketState.CLOSED, now);
            version++;
            entries++;
            activeAt = now;
        }
    }
}
