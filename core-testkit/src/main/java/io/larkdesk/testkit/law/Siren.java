package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.escalation.AcknowledgeEmergency;
import io.larkdesk.core.escalation.CommandResult;
import io.larkdesk.core.escalation.ConfirmEmergency;
import io.larkdesk.core.escalation.DeclareEmergency;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.EndEmergency;
import io.larkdesk.core.escalation.HandOverEmergency;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.PagingPolicy;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TimelineChain;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.testkit.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Two tickets, on which Emergencies are declared and answered, each act told to the model too; the desk must answer as the model expects.
 * Of Acme's ticket Ann and Bob are members, of Globex's Gil is.
 */
final class Siren {

    static final PagingPolicy PAGING = PagingPolicy.DEFAULT;

    private final World world;
    private final EscalationDesk desk;
    private final Duties duties = new Duties();
    private final Map<Where, GroupId> tickets = new EnumMap<>(Where.class);
    private final Map<Beeper, Person> staff = new EnumMap<>(Beeper.class);
    private final Map<Where, List<String>> timelines = new EnumMap<>(Where.class);
    private final Map<Where, List<Alarm>> alarms = new EnumMap<>(Where.class);
    private final List<DeclareEmergency.Command> declared = new ArrayList<>();
    private final Pagers pagers;
    private final Endings endings;
    private Console console;

    Siren(World world) {
        this.world = world;
        this.desk = new EscalationDesk(world.stores(), world.setting(), PAGING, world.randomness());
        this.console = new Console(desk);
        this.pagers = new Pagers(world, desk, this);
        this.endings = new Endings(world, this);
        Scene scene = new Scene(world.stores(), world.randomness());
        Tenant provider = world.stores().tenants().get(world.cast().tenant(Company.PROVIDER));
        for (Beeper beeper : Beeper.values()) {
            staff.put(
                    beeper,
                    beeper == Beeper.TAM
                            ? world.cast().person(Who.TAM)
                            : scene.staff(provider, beeper.name(), beeper.role()));
        }
        open(scene, Where.ACME, Who.ANN);
        open(scene, Where.GLOBEX, Who.GIL);
        join(scene, Who.BOB);
    }

    private void open(Scene scene, Where where, Who opener) {
        Ticket ticket =
                scene.ticket(world.cast().serviceGroup(where), world.cast().person(opener));
        tickets.put(where, ticket.id());
        alarms.put(where, new ArrayList<>());
        timelines.put(where, new ArrayList<>());
    }

    private void join(Scene scene, Who who) {
        Group group = world.stores().groups().find(ticket(Where.ACME)).orElseThrow();
        scene.join(group, world.cast().person(who));
    }

    void through(Console other) {
        console = other;
    }

    EscalationDesk desk() {
        return desk;
    }

    Console console() {
        return console;
    }

    Duties duties() {
        return duties;
    }

    GroupId ticket(Where where) {
        return Objects.requireNonNull(tickets.get(where));
    }

    PersonId id(Beeper beeper) {
        return Objects.requireNonNull(staff.get(beeper)).id();
    }

    Beeper beeper(PersonId person) {
        return staff.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(person))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    Pagers pagers() {
        return pagers;
    }

    Endings endings() {
        return endings;
    }

    Optional<Alarm> last(Where where) {
        List<Alarm> all = alarms(where);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    List<Alarm> alarms(Where where) {
        return Objects.requireNonNull(alarms.get(where));
    }

    private List<String> entries(Where where) {
        return Objects.requireNonNull(timelines.get(where));
    }

    Optional<Alarm> alarm(EmergencyId id) {
        return alarms.values().stream()
                .flatMap(List::stream)
                .filter(alarm -> alarm.id().equals(id))
                .findFirst();
    }

    boolean isMember(Who who, Where where) {
        return where == Where.ACME ? who == Who.ANN || who == Who.BOB : who == Who.GIL;
    }

    void beOnDuty(Beeper beeper, Duration after, Duration time) {
        Instant from = world.now().plus(after);
        world.stores().roster().save(new Shift(id(beeper), beeper.role(), from, from.plus(time)));
        duties.add(beeper, from, from.plus(time));
    }

    void declare(Who who, Where where, Emergency.Reason reason) {
        DeclareEmergency.Command command = new DeclareEmergency.Command(
                ticket(where),
                world.cast().id(who),
                reason,
                "all of it",
                new ClientId(world.randomness().uuid()));
        declare(who, where, command);
        if (isMember(who, where) && !endings.isClosed(where)) {
            declared.add(command);
        }
    }

    private void declare(Who who, Where where, DeclareEmergency.Command command) {
        Optional<Alarm> active = last(where).filter(Alarm::isActive);
        Instant now = world.now();
        DeclareEmergency.Result result = console.declare(command);
        if (!isMember(who, where)) {
            LawBroken.unless(
                    result instanceof DeclareEmergency.NothingThere
                            || (who == Who.TAM && result instanceof DeclareEmergency.NotACustomer),
                    who + " who is no customer in the group declares: " + result);
        } else if (active.isPresent()) {
            LawBroken.unless(
                    result instanceof DeclareEmergency.Joined joined
                            && joined.emergency().id().equals(active.get().id()),
                    who + " declares what is declared already: " + result);
            active.get().join();
        } else if (endings.isClosed(where)) {
            LawBroken.unless(
                    result instanceof DeclareEmergency.TicketClosed, who + " declares on a closed ticket: " + result);
        } else {
            LawBroken.unless(result instanceof DeclareEmergency.Started, who + " declares an Emergency: " + result);
            DeclareEmergency.Started started = (DeclareEmergency.Started) result;
            Alarm alarm = new Alarm(started.emergency().id(), desk.plans.now().escalation(), entries(where), now);
            alarm.page(duties, now);
            alarms(where).add(alarm);
            endings.declared(where);
            requireRight(alarm);
        }
    }

    /** The browser got no answer and tries again. */
    void declareAgain() {
        if (declared.isEmpty()) {
            return;
        }
        DeclareEmergency.Command command = declared.get(declared.size() - 1);
        long before = alarms.values().stream().mapToLong(List::size).sum();
        DeclareEmergency.Result result = console.declare(command);
        LawBroken.unless(
                result instanceof DeclareEmergency.Started || result instanceof DeclareEmergency.Joined,
                "a declaration that is tried again is " + result);
        LawBroken.unless(
                before == alarms.values().stream().mapToLong(List::size).sum(),
                "a declaration that is tried again starts something");
    }

    void acknowledge(Beeper beeper, Where where, int behind) {
        last(where).ifPresent(alarm -> {
            long seen = alarm.version() - behind;
            Instant now = world.now();
            expect(
                    alarm,
                    seen,
                    alarm.isActive(),
                    console.acknowledge(new AcknowledgeEmergency.Command(alarm.id(), id(beeper), seen)),
                    () -> alarm.acknowledge(beeper, now));
        });
    }

    void confirm(Beeper beeper, Where where, int behind) {
        last(where).ifPresent(alarm -> {
            long seen = alarm.version() - behind;
            Instant now = world.now();
            expect(
                    alarm,
                    seen,
                    alarm.mayConfirm(beeper),
                    desk.confirm.execute(new ConfirmEmergency.Command(alarm.id(), id(beeper), seen)),
                    () -> alarm.confirm(now));
        });
    }

    void handOver(Beeper beeper, Beeper to, Where where, int behind) {
        last(where).ifPresent(alarm -> {
            long seen = alarm.version() - behind;
            Instant now = world.now();
            expect(
                    alarm,
                    seen,
                    alarm.state() == Alarm.State.ACKNOWLEDGED && !alarm.holder().equals(Optional.of(to)),
                    desk.handOver.execute(new HandOverEmergency.Command(alarm.id(), id(beeper), id(to), seen)),
                    () -> alarm.handOver(to, now));
        });
    }

    void end(Beeper beeper, Where where, int behind) {
        last(where).ifPresent(alarm -> {
            long seen = alarm.version() - behind;
            Instant now = world.now();
            expect(
                    alarm,
                    seen,
                    alarm.isActive(),
                    desk.end.execute(new EndEmergency.Command(alarm.id(), id(beeper), "restored", seen)),
                    () -> alarm.end(now));
        });
    }

    private void expect(Alarm alarm, long seen, boolean fits, CommandResult result, Runnable effect) {
        if (seen != alarm.version()) {
            LawBroken.unless(result instanceof CommandResult.Stale, "a stale command gets " + result);
        } else if (!fits) {
            LawBroken.unless(result instanceof CommandResult.NotNow, "a command that does not fit gets " + result);
        } else {
            LawBroken.unless(result instanceof CommandResult.Done, "a command gets " + result);
            effect.run();
        }
        requireRight(alarm);
    }

    /** Customers and strangers give commands that only staff may give. */
    void presume(Who who, Where where) {
        last(where).filter(alarm -> who != Who.TAM).ifPresent(alarm -> {
            CommandResult result = console.acknowledge(
                    new AcknowledgeEmergency.Command(alarm.id(), world.cast().id(who), alarm.version()));
            LawBroken.unless(result instanceof CommandResult.NothingThere, who + " acknowledges: " + result);
            requireRight(alarm);
        });
    }

    void sayBack(Who who, Where where) {
        Instant now = world.now();
        Optional<Emergency> answer =
                desk.sayWeAreBack.execute(ticket(where), world.cast().id(who));
        Optional<Alarm> active = last(where).filter(alarm -> alarm.isActive() && isMember(who, where));
        LawBroken.unless(answer.isPresent() == active.isPresent(), who + " says that all works again: " + answer);
        active.ifPresent(alarm -> alarm.sayBack(now));
    }

    void advance() {
        Instant now = world.now();
        console.advance();
        alarms.values().stream().flatMap(List::stream).forEach(alarm -> {
            alarm.advance(duties, PAGING.lateAfter(), now);
            requireRight(alarm);
        });
    }

    void watch() {
        Instant now = world.now();
        desk.watch.execute();
        alarms.values().stream()
                .flatMap(List::stream)
                .forEach(alarm -> alarm.watch(now.minus(PAGING.lateAfter()), now));
    }

    void requireRight(Alarm alarm) {
        Emergency stored = world.stores().emergencies().find(alarm.id()).orElseThrow();
        LawBroken.unless(
                state(stored) == alarm.state()
                        && stored.version() == alarm.version()
                        && stored.steps() == alarm.steps(),
                "an Emergency is " + stored + " instead of " + alarm.state() + ", version " + alarm.version() + ", "
                        + alarm.steps() + " steps");
        LawBroken.unless(stored.due().equals(alarm.due()), "it is due " + stored.due() + " instead of " + alarm.due());
        stored.acknowledgement().ifPresent(held -> {
            LawBroken.unless(
                    alarm.holder().map(this::id).equals(Optional.of(held.by())), "somebody else has it: " + held);
            LawBroken.unless(held.firm() == alarm.isFirm(), "it is firm or not: " + held);
            LawBroken.unless(
                    held.joined().equals(alarm.helpers().stream().map(this::id).collect(Collectors.toSet())),
                    "others help: " + held);
        });
        Set<String> paged = world.stores().pages().list(alarm.id()).stream()
                .filter(page -> page.about().kind() == Page.Kind.ALERT)
                .map(page -> page.about().number() + " " + beeper(page.person()).name())
                .collect(Collectors.toCollection(TreeSet::new));
        LawBroken.unless(paged.equals(alarm.paged()), "paged are " + paged + " instead of " + alarm.paged());
    }

    private static Alarm.State state(Emergency emergency) {
        if (emergency.state() instanceof Emergency.Paging) {
            return Alarm.State.PAGING;
        }
        if (emergency.state() instanceof Emergency.Unanswered) {
            return Alarm.State.UNANSWERED;
        }
        return emergency.isActive() ? Alarm.State.ACKNOWLEDGED : Alarm.State.ENDED;
    }

    /** Everything that is stored is what the model says. */
    void requireRight() {
        for (Where where : Where.values()) {
            alarms(where).forEach(this::requireRight);
            List<TimelineEntry> entries = world.stores().timelines().listAfter(ticket(where), 0, Integer.MAX_VALUE);
            LawBroken.unless(
                    TimelineChain.verify(
                                    entries,
                                    world.stores()
                                            .timelines()
                                            .end(ticket(where))
                                            .hash())
                            .isEmpty(),
                    "the Timeline is not whole");
            List<String> kinds = entries.stream()
                    .map(entry -> entry.kind().name())
                    .filter(kind -> kind.startsWith("EMERGENCY_"))
                    .toList();
            List<String> expected = entries(where);
            LawBroken.unless(
                    kinds.equals(expected), "the Timeline of " + where + " says " + kinds + " instead of " + expected);
            endings.requireRight(where);
            Ticket ticket = world.stores().tickets().find(ticket(where)).orElseThrow();
            LawBroken.unless(
                    alarms(where).isEmpty() || ticket.severity() == Severity.CRITICAL,
                    "a ticket with an Emergency is " + ticket.severity());
        }
        LawBroken.unless(
                world.stores().emergencies().listActive(Optional.empty(), 100).size() <= tickets.size(), "too many");
    }
}
