package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.ticket.ChangeTicket;
import io.larkdesk.core.ticket.CreateTicket;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketCounts;
import io.larkdesk.core.ticket.TicketQuery;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TimelineChain;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.ticket.Title;
import io.larkdesk.testkit.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where tickets are opened and moved on, each act told to the model too; the desk must answer as the model expects. */
final class Counter {

    private final World world;
    private final List<Case> cases = new ArrayList<>();
    private final List<Duty> duties = new ArrayList<>();
    private final Map<Hand, Instant> assignedAt = new EnumMap<>(Hand.class);
    private final Map<Hand, Person> engineers = new EnumMap<>(Hand.class);
    private TicketNumber lastNumber = new TicketNumber(1);

    Counter(World world) {
        this.world = world;
    }

    private record Duty(Hand hand, Instant from, Instant until) {

        boolean isAt(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    List<Case> cases() {
        return cases;
    }

    /** The ticket that was opened {@code back} others before the last, if there are so many. */
    Optional<Case> newest(int back) {
        return back < cases.size() ? Optional.of(cases.get(cases.size() - 1 - back)) : Optional.empty();
    }

    /** Engineers are made when somebody first needs them. */
    PersonId id(Hand hand) {
        return hand.isEngineer()
                ? engineers.computeIfAbsent(hand, new Hiring(world)::hire).id()
                : world.cast().id(Who.valueOf(hand.name()));
    }

    private record Hiring(World world) {

        Person hire(Hand hand) {
            return new Scene(world.stores(), world.randomness())
                    .staff(
                            world.stores().tenants().get(world.cast().tenant(Company.PROVIDER)),
                            hand.name(),
                            StaffRole.ENGINEER);
        }
    }

    /** Whether the ticket exists for {@code hand}. */
    boolean hasToDo(Hand hand, Case opened) {
        return opened.isSeated(hand) || (hand == Hand.TAM && world.model().isIn(Who.TAM, opened.where()));
    }

    void beOnDuty(Hand hand, Duration after, Duration time) {
        Instant from = world.now().plus(after);
        world.stores().roster().save(new Shift(id(hand), StaffRole.ENGINEER, from, from.plus(time)));
        duties.removeIf(duty -> duty.hand() == hand && duty.from().equals(from));
        duties.add(new Duty(hand, from, from.plus(time)));
    }

    /** {@code hand} opens a ticket, if a member of the group. */
    void open(Hand hand, Where where, Severity severity) {
        CreateTicket.Command command = new CreateTicket.Command(
                world.cast().group(where),
                id(hand),
                new ClientId(world.randomness().uuid()),
                Title.parse("It does not work"),
                Description.parse("since " + world.now()),
                Optional.empty(),
                severity);
        Optional<Hand> expected = fairest(where);
        CreateTicket.Result result = world.desk().createTicket.execute(command);
        boolean isIn = !hand.isEngineer() && world.model().isIn(Who.valueOf(hand.name()), where);
        LawBroken.unless(
                isIn == result instanceof CreateTicket.Created,
                "who may open tickets in " + where + ": " + hand + " got " + result);
        if (result instanceof CreateTicket.Created created) {
            LawBroken.unless(
                    created.ticket().number().compareTo(lastNumber) > 0,
                    created.ticket().number() + " comes after " + lastNumber);
            lastNumber = created.ticket().number();
            LawBroken.unless(
                    created.ticket().engineer().equals(expected.map(this::id)),
                    expected + " should get the ticket, not "
                            + created.ticket().engineer().map(this::hand));
            add(created.ticket(), command, where, hand, expected);
        }
    }

    private void add(Ticket ticket, CreateTicket.Command command, Where where, Hand opener, Optional<Hand> engineer) {
        Case opened = new Case(ticket.id(), command, where, opener, engineer, world.now());
        if (world.model().isIn(Who.TAM, where)) {
            opened.seat(Hand.TAM);
        }
        engineer.ifPresent(who -> assignedAt.put(who, world.now()));
        world.tell("ticket " + ticket.number() + " for "
                + engineer.map(Hand::toString).orElse("nobody"));
        cases.add(opened);
    }

    /** Who must get the next ticket: law 9. */
    private Optional<Hand> fairest(Where where) {
        Set<Hand> onDuty = duties.stream()
                .filter(duty -> duty.isAt(world.now()))
                .map(Duty::hand)
                .collect(Collectors.toSet());
        if (onDuty.isEmpty()) {
            return world.model().isIn(Who.TAM, where) ? Optional.of(Hand.TAM) : Optional.empty();
        }
        return onDuty.stream()
                .min(Comparator.comparing(this::openTickets)
                        .thenComparing(hand -> assignedAt.getOrDefault(hand, Instant.MIN))
                        .thenComparing(this::id));
    }

    private long openTickets(Hand hand) {
        return cases.stream()
                .filter(opened -> opened.isOpen() && opened.engineer().equals(Optional.of(hand)))
                .count();
    }

    private Hand hand(PersonId person) {
        return Set.of(Hand.values()).stream()
                .filter(hand -> id(hand).equals(person))
                .findFirst()
                .orElseThrow();
    }

    /** The browser got no answer and tries again. */
    void openAgain(Case opened) {
        boolean isIn = world.stores()
                .members()
                .find(opened.command().serviceGroup(), opened.command().opener())
                .filter(Member::isIn)
                .isPresent();
        CreateTicket.Result result = world.desk().createTicket.execute(opened.command());
        LawBroken.unless(
                result instanceof CreateTicket.Created again
                        ? isIn && again.ticket().id().equals(opened.id())
                        : !isIn,
                "a ticket that is opened again is " + result);
    }

    /** {@code hand}, who sees the ticket as it was {@code behind} versions ago, wants something of it. */
    void change(Hand hand, Case opened, Wanted wanted, int behind, Severity severity, Hand to) {
        long seen = opened.version() - behind;
        Case.Answer expected = hasToDo(hand, opened)
                ? opened.answer(hand, wanted, seen, to, world.setting().tickets(), world.now())
                : Case.Answer.NOTHING_THERE;
        ChangeTicket.Result result = world.desk()
                .changeTicket
                .execute(new ChangeTicket.Command(opened.id(), id(hand), seen, wanted.change(severity, id(to))));
        LawBroken.unless(
                answer(result) == expected,
                hand + " who wants " + wanted + " gets " + result + " instead of " + expected);
        if (expected == Case.Answer.CHANGED) {
            boolean had = opened.engineer().equals(Optional.of(to));
            if (opened.change(wanted, severity, to, world.now()) && wanted == Wanted.REASSIGN && !had) {
                assignedAt.put(to, world.now());
            }
        }
    }

    private static Case.Answer answer(ChangeTicket.Result result) {
        if (result instanceof ChangeTicket.Changed) {
            return Case.Answer.CHANGED;
        }
        if (result instanceof ChangeTicket.Stale) {
            return Case.Answer.STALE;
        }
        if (result instanceof ChangeTicket.NotPossible) {
            return Case.Answer.NOT_POSSIBLE;
        }
        if (result instanceof ChangeTicket.NotAllowed) {
            return Case.Answer.NOT_ALLOWED;
        }
        if (result instanceof ChangeTicket.NotOwner) {
            return Case.Answer.NOT_OWNER;
        }
        if (result instanceof ChangeTicket.NotInGroup) {
            return Case.Answer.NOT_IN_GROUP;
        }
        return result instanceof ChangeTicket.NotStaff ? Case.Answer.NOT_STAFF : Case.Answer.NOTHING_THERE;
    }

    /** A colleague of the opener's is let into the ticket's group. */
    void come(Hand hand, Case opened) {
        if (!opened.isSeated(hand)
                && Who.valueOf(hand.name()).company() == opened.where().company()) {
            Group group = world.stores().groups().find(opened.id()).orElseThrow();
            new Scene(world.stores(), world.randomness())
                    .join(group, world.cast().person(Who.valueOf(hand.name())));
            opened.seat(hand);
        }
    }

    void leave(Hand hand, Case opened) {
        boolean left = world.desk().leaveGroup.execute(opened.id(), id(hand));
        LawBroken.unless(left == opened.isSeated(hand), "who can leave a ticket: " + hand + " was told " + left);
        opened.unseat(hand);
    }

    void say(Hand hand, Case opened) {
        PostMessage.Result result = world.desk()
                .postMessage
                .execute(new PostMessage.Command(
                        opened.id(), id(hand), new ClientId(world.randomness().uuid()), MessageBody.parse("hello")));
        if (!opened.isSeated(hand)) {
            LawBroken.unless(
                    result instanceof PostMessage.NotAMember, hand + " who is not in the group gets " + result);
        } else if (opened.state() == TicketState.CLOSED) {
            LawBroken.unless(
                    result instanceof PostMessage.Closed, hand + " who writes in a closed ticket gets " + result);
        } else {
            LawBroken.unless(result instanceof PostMessage.Posted, hand + " who writes in a ticket gets " + result);
            opened.say(hand, world.now());
        }
    }

    /** The desk looks for silent tickets. */
    void closeSilent() {
        world.desk().closeSilentTickets.execute();
        cases.forEach(opened -> opened.closeIfSilent(world.setting().tickets(), world.now()));
    }

    /** Everything that is stored is what the model says. */
    void requireRight() {
        cases.forEach(this::requireRight);
        for (Where where : Where.values()) {
            requireCounts(new TicketQuery.OfGroup(world.cast().group(where)), opened -> opened.where() == where);
        }
        for (Hand hand : Hand.values()) {
            requireCounts(new TicketQuery.OfEngineer(id(hand)), opened -> opened.engineer()
                    .equals(Optional.of(hand)));
        }
    }

    private void requireRight(Case opened) {
        Ticket ticket = world.stores().tickets().find(opened.id()).orElseThrow();
        LawBroken.unless(
                ticket.state() == opened.state(),
                ticket.number() + " is " + ticket.state() + ", not " + opened.state());
        LawBroken.unless(ticket.version() == opened.version(), ticket.number() + " has version " + ticket.version());
        LawBroken.unless(ticket.severity() == opened.severity(), ticket.number() + " is " + ticket.severity());
        LawBroken.unless(ticket.owner().equals(id(opened.owner())), ticket.number() + " has another owner");
        LawBroken.unless(
                ticket.engineer().equals(opened.engineer().map(this::id)), ticket.number() + " has another engineer");
        LawBroken.unless(
                ticket.times().activeAt().equals(opened.activeAt()), ticket.number() + " was active at another time");
        LawBroken.unless(
                ticket.times().closedAt().equals(opened.closedAt()), ticket.number() + " was closed at another time");
        Group group = world.stores().groups().find(opened.id()).orElseThrow();
        LawBroken.unless(
                group.fold(service -> false, own -> own.closedAt().equals(opened.closedAt())),
                "the group of " + ticket.number() + " is open or closed without its ticket");
        List<TimelineEntry> entries = world.stores().timelines().listAfter(opened.id(), 0, Integer.MAX_VALUE);
        LawBroken.unless(entries.size() == opened.entries(), ticket.number() + " has " + entries.size() + " entries");
        LawBroken.unless(
                TimelineChain.verify(
                                entries,
                                world.stores().timelines().end(opened.id()).hash())
                        .isEmpty(),
                "the Timeline of " + ticket.number() + " does not hold together");
    }

    private void requireCounts(TicketQuery.Scope scope, Predicate<Case> included) {
        Map<TicketState, Integer> expected = cases.stream()
                .filter(included)
                .collect(Collectors.groupingBy(Case::state, Collectors.summingInt(opened -> 1)));
        TicketCounts counts = world.stores().tickets().count(scope);
        for (TicketState state : TicketState.values()) {
            LawBroken.unless(
                    Objects.equals(counts.byState().getOrDefault(state, 0), expected.getOrDefault(state, 0)),
                    "of " + state + " there are counted " + counts + " instead of " + expected);
        }
    }
}
