package io.larkdesk.testkit.law;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where a history takes place: a desk on some stores, its people, its nodes, Lark, and the model that knows better. */
final class World {

    private static final int MOST_ROUNDS = 500;
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final Setting setting;
    private final Clocks clocks;
    private final Stores stores;
    private final InMemoryObjectStore objects = new InMemoryObjectStore();
    private final Randomness randomness;
    private final Cast cast;
    private final Desk desk;
    private final Model model;
    private final People people;
    private final Guests guests;
    private final Counter counter;
    private @Nullable Siren siren;
    private @Nullable Nudges nudges;
    private final Uploads uploads;
    private final List<Node> nodes;
    private final LarkInbox lark = new LarkInbox();
    private final List<Watch> watches = new ArrayList<>();
    private final Map<Integer, Reader> readers = new HashMap<>();
    private final Chronicle chronicle;

    World(
            Setting setting,
            Clocks clocks,
            Stores stores,
            BiFunction<Stores, Clock, Stores> ofNode,
            Randomness randomness) {
        this.setting = setting;
        this.clocks = clocks;
        this.stores = stores;
        this.randomness = randomness;
        this.chronicle = new Chronicle(clocks);
        this.cast = new Cast(stores, randomness, setting.allowance());
        this.desk = new Desk(stores, objects, setting, randomness);
        this.model = new Model(setting);
        this.people = new People(this);
        this.guests = new Guests(this);
        this.counter = new Counter(this);
        this.uploads = new Uploads(this);
        this.nodes = IntStream.rangeClosed(1, setting.nodes())
                .mapToObj(number -> new Node(
                        number,
                        this,
                        new Desk(ofNode.apply(stores, clocks.node(number)), objects, setting, randomness)))
                .toList();
    }

    Setting setting() {
        return setting;
    }

    Clocks clocks() {
        return clocks;
    }

    Stores stores() {
        return stores;
    }

    InMemoryObjectStore objects() {
        return objects;
    }

    Randomness randomness() {
        return randomness;
    }

    Cast cast() {
        return cast;
    }

    Desk desk() {
        return desk;
    }

    Model model() {
        return model;
    }

    People people() {
        return people;
    }

    Guests guests() {
        return guests;
    }

    Counter counter() {
        return counter;
    }

    /** Tickets with Emergencies; there when it is asked for first. */
    Siren siren() {
        if (siren == null) {
            siren = new Siren(this);
        }
        return siren;
    }

    /** Reminders on the same tickets. */
    Nudges nudges() {
        if (nudges == null) {
            nudges = new Nudges(this, siren());
        }
        return nudges;
    }

    Uploads uploads() {
        return uploads;
    }

    Node node(int number) {
        return nodes.get(number - 1);
    }

    /** A browser that follows Acme's group; there at once when it is asked for first. */
    Reader reader(int number) {
        return readers.computeIfAbsent(number, first -> new Reader(this));
    }

    LarkInbox lark() {
        return lark;
    }

    /** The present by the database's clock. */
    Instant now() {
        return clocks.database().instant();
    }

    /** The month by the database's clock. */
    YearMonth month() {
        return CallBudget.monthOf(now());
    }

    void add(Watch watch) {
        watches.add(watch);
    }

    void watches(Consumer<Watch> tell) {
        watches.forEach(tell);
    }

    void tell(String event) {
        chronicle.tell(event);
    }

    /** Lets {@code history} take place. */
    void play(History history) {
        orSay(() -> history.steps().forEach(step -> {
            chronicle.begin(step);
            step.take(this);
        }));
    }

    /** Lets all nodes die, and one of them come back to do what is due, until there is nothing left to decide. */
    void drain() {
        orSay(() -> {
            chronicle.begin("From now on node 1 works, and all it sends arrives");
            nodes.forEach(Node::crash);
            for (int round = 0; round < MOST_ROUNDS && !model.undecided().isEmpty(); round++) {
                node(1).work(Fate.ARRIVES);
                restUntilDue();
            }
            pass(setting.reminders().attemptWithin());
            watches(Watch::over);
        });
    }

    /** What goes wrong is told together with all that happened before. */
    void orSay(Runnable happening) {
        try {
            happening.run();
        } catch (LawBroken broken) {
            throw new LawBroken(broken.getMessage() + "\n" + chronicle);
        } catch (RuntimeException failure) {
            throw new LawBroken("the desk failed: " + failure + "\n" + chronicle, failure);
        }
    }

    /** Time passes; what is on its way to Lark arrives meanwhile. */
    void pass(Duration time) {
        Instant end = clocks.truth().plus(time);
        for (Optional<Instant> next = lark.nextUntil(end); next.isPresent(); next = lark.nextUntil(end)) {
            clocks.pass(Duration.between(clocks.truth(), next.get()));
            arrive(lark.land());
        }
        clocks.pass(Duration.between(clocks.truth(), end));
    }

    /** Time passes until somebody is due, and some milliseconds more or less. */
    void passUntilDue(long millis) {
        stores.permits()
                .findEarliestDue()
                .map(due -> Duration.between(now(), due.plusMillis(millis)))
                .filter(time -> !time.isNegative())
                .ifPresent(this::pass);
    }

    private void restUntilDue() {
        Duration rest = stores.permits()
                .findEarliestDue()
                .map(due -> Duration.between(now(), due))
                .filter(time -> time.compareTo(LONGEST_REST) < 0)
                .orElse(LONGEST_REST);
        if (!rest.isNegative()) {
            pass(rest);
        }
    }

    /** A request reaches Lark now. */
    void arrive(Attempt attempt) {
        Arrival arrival = new Arrival(attempt, clocks.truth(), clocks.setForward());
        if (lark.take(arrival)) {
            tell(attempt + " arrives");
            watches(watch -> watch.arrived(arrival));
        } else {
            tell(attempt + " arrives, and Lark knows it already");
        }
    }

    /** Looks which mentions have got their Decision since the last look. */
    List<Mention> newlyDecided() {
        List<Mention> decided = new ArrayList<>();
        for (Mention mention : model.undecided()) {
            findDecision(mention).ifPresent(decision -> {
                mention.decide(decision);
                decided.add(mention);
                tell(mention + ": " + said(decision));
            });
        }
        return decided;
    }

    Optional<Decision> findDecision(Mention mention) {
        return stores.mentions()
                .findDecision(mention.key().message(), cast.id(mention.key().who()));
    }

    /** Whether the desk itself wrote {@code message}. */
    boolean isNotice(Message message) {
        return message.content() instanceof Content.Notice || message.content() instanceof Content.TicketNotice;
    }

    private static String said(Decision decision) {
        if (decision instanceof Decision.Reminded reminded) {
            return "reminded by " + Attempt.shortly(reminded.reminder())
                    + (reminded.confirmed() ? "" : ", as far as anybody knows");
        }
        return "not reminded, " + ((Decision.NotReminded) decision).reason();
    }
}
