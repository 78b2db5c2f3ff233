package io.larkdesk.testkit.law;

import static io.larkdesk.testkit.law.FoundOut.assertFoundOut;

import io.larkdesk.core.escalation.AcknowledgeEmergency;
import io.larkdesk.core.escalation.CommandResult;
import io.larkdesk.core.escalation.DeclareEmergency;
import io.larkdesk.core.escalation.Emergencies;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.PageId;
import io.larkdesk.core.escalation.Pages;
import io.larkdesk.core.escalation.Reminder;
import io.larkdesk.core.escalation.SendReminder;
import io.larkdesk.core.escalation.ShowReminding;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;

/** Escalations of designs that are known to be wrong: law 7 must find them out. */
final class BrokenEscalationsTest {

    private static EscalationLaw over(UnaryOperator<BrokenStores> breaking) {
        return new EscalationLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return breaking.apply(new BrokenStores(new InMemoryDesk(clock))).stores();
            }
        };
    }

    private static EscalationLaw at(Function<World, Console> console) {
        return new EscalationLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return new InMemoryDesk(clock);
            }

            @Override
            Console console(World world) {
                return console.apply(world);
            }
        };
    }

    /** Pages are stored, and the process dies before the step is: whoever comes next pages again, under another number. */
    @Example
    void stepsThatAreTakenAgainAfterACrashAreFoundOut() {
        AtomicInteger added = new AtomicInteger(1_000);
        EscalationLaw law = over(stores -> stores.with(Pages.class, "add", (pages, arguments, add) -> {
            List<Page> twice = ((Collection<?>) arguments[0])
                    .stream()
                            .map(Page.class::cast)
                            .map(page -> new Page(
                                    new PageId(UUID.nameUUIDFromBytes(
                                            page.id().toString().getBytes(StandardCharsets.UTF_8))),
                                    page.emergency(),
                                    new Page.About(
                                            page.about().kind(),
                                            added.incrementAndGet(),
                                            page.about().level()),
                                    page.person(),
                                    page.state()))
                            .toList();
            pages.add(twice, (Instant) arguments[1]);
            return add.answer(arguments);
        }));

        assertFoundOut(law.emergencies(), law::emergenciesGoTheirWay);
    }

    /** The next step's time is forgotten while somebody works on it. */
    @Example
    void timersThatAreLostWhenAcknowledgedAreFoundOut() {
        EscalationLaw law = over(stores -> stores.with(
                Emergencies.class,
                "lockDue",
                (emergencies, arguments, lock) ->
                        emergencies.lockDue((Instant) arguments[0], (int) arguments[1]).stream()
                                .filter(emergency -> emergency.acknowledgement().isEmpty())
                                .toList()));

        assertFoundOut(law.emergencies(), law::emergenciesGoTheirWay);
    }

    /** A clock that was set back keeps the next step waiting for as long. */
    @Example
    void timersThatWaitForAClockThatWasSetBackAreFoundOut() {
        EscalationLaw law = over(stores -> stores.with(
                Emergencies.class,
                "lockDue",
                (emergencies, arguments, lock) ->
                        emergencies.lockDue((Instant) arguments[0], (int) arguments[1]).stream()
                                .filter(emergency -> emergency
                                        .due()
                                        .filter(due -> !due.isAfter((Instant) arguments[0]))
                                        .isPresent())
                                .toList()));

        assertFoundOut(law.emergenciesWhileClocksAreSet(), law::noTimerIsLostWhenClocksAreSet);
    }

    /** Whoever changes the plan changes what happens in the Emergencies of today. */
    @Example
    void policiesThatAreReadLiveAreFoundOut() {
        EscalationLaw law = at(world -> new Console(world.siren().desk()) {
            @Override
            void advance() {
                world.stores().transactions().inTransaction(now -> {
                    for (Emergency emergency : world.stores().emergencies().listActive(Optional.empty(), 100)) {
                        world.stores().emergencies().save(withLivePolicy(world, emergency), now);
                    }
                    return now;
                });
                super.advance();
            }
        });

        assertFoundOut(law.emergencies(), law::emergenciesGoTheirWay);
    }

    private static Emergency withLivePolicy(World world, Emergency emergency) {
        return new Emergency(
                emergency.id(),
                emergency.start(),
                world.siren().desk().plans.now().escalation(),
                emergency.version(),
                emergency.steps(),
                emergency.state(),
                emergency.back());
    }

    /** Whoever is late takes over from whoever was first. */
    @Example
    void staleAcknowledgementsThatAreAcceptedAreFoundOut() {
        EscalationLaw law = at(world -> new Console(world.siren().desk()) {
            @Override
            CommandResult acknowledge(AcknowledgeEmergency.Command command) {
                CommandResult result = super.acknowledge(command);
                return result instanceof CommandResult.Stale stale
                        ? super.acknowledge(new AcknowledgeEmergency.Command(
                                command.emergency(),
                                command.person(),
                                stale.emergency().version()))
                        : result;
            }
        });

        assertFoundOut(law.emergencies(), law::emergenciesGoTheirWay);
    }

    /** Each colleague has a cool-down of their own. */
    @Example
    void coolDownsPerPersonAreFoundOut() {
        EscalationLaw law = at(world -> new Console(world.siren().desk()) {
            @Override
            SendReminder.Result remind(SendReminder.Command command) {
                SendReminder.Result result = super.remind(command);
                if (result instanceof SendReminder.Refused refused
                        && refused.why() instanceof ShowReminding.CoolingDown down
                        && !down.last().by().equals(command.person())) {
                    Reminder last = down.last();
                    return new SendReminder.Sent(last, down.nextAt());
                }
                return result;
            }
        });

        assertFoundOut(law.presses(), law::remindersCoolDown);
    }

    /** The client id is forgotten: an old declaration that is tried again starts another Emergency. */
    @Example
    void declarationsThatAreForgottenAreFoundOut() {
        EscalationLaw law = over(stores ->
                stores.with(Emergencies.class, "findByClientId", (emergencies, arguments, find) -> Optional.empty()));

        assertFoundOut(law.emergencies(), law::emergenciesGoTheirWay);
    }

    /** Whoever forgets when a page was sent first sends it again after Lark has forgotten it too. */
    @Example
    void pagesThatAreTriedForLongerThanLarkRemembersAreFoundOut() {
        EscalationLaw law = over(stores -> stores.with(
                Pages.class,
                "lockDue",
                (pages, arguments, lock) -> pages.lockDue((Instant) arguments[0], (int) arguments[1]).stream()
                        .map(page -> page.state() instanceof Page.Sending
                                ? new Page(
                                        page.id(),
                                        page.emergency(),
                                        page.about(),
                                        page.person(),
                                        new Page.Waiting(Instant.EPOCH))
                                : page)
                        .toList()));

        assertFoundOut(law.pages(), law::noPageIsLostAndNoneComesTwice);
    }

    /** An Emergency about which nobody tells the ticket: it is resolved still, and closes by itself. */
    @Example
    void emergenciesOnResolvedTicketsAreFoundOut() {
        EscalationLaw law = at(world -> new Console(world.siren().desk()) {
            @Override
            DeclareEmergency.Result declare(DeclareEmergency.Command command) {
                Optional<Ticket> before = world.stores().tickets().find(command.ticket());
                DeclareEmergency.Result result = super.declare(command);
                before.filter(ticket -> ticket.state() == TicketState.RESOLVED)
                        .ifPresent(world.stores().tickets()::save);
                return result;
            }
        });

        assertFoundOut(law.emergencies(), law::emergenciesGoTheirWay);
    }

    /** A second Emergency beside the first. */
    @Example
    void secondEmergenciesOnATicketAreFoundOut() {
        EscalationLaw law = at(world -> new Console(world.siren().desk()) {
            @Override
            DeclareEmergency.Result declare(DeclareEmergency.Command command) {
                DeclareEmergency.Result result = super.declare(command);
                return result instanceof DeclareEmergency.Joined joined
                        ? new DeclareEmergency.Started(joined.emergency())
                        : result;
            }
        });

        assertFoundOut(law.emergencies(), law::emergenciesGoTheirWay);
    }
}
