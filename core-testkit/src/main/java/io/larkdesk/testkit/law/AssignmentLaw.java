package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.CreateTicket;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Title;
import io.larkdesk.testkit.contract.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Law 9: a new ticket gets the engineer on duty with the fewest open tickets, of several the one who has been longest without a new one; with
 * nobody on duty, the TAM.
 */
@Says("Law 9: a new ticket gets the engineer on duty with the fewest open tickets, of several the one who "
        + "has been longest without a new one; with nobody on duty, the TAM.")
public abstract class AssignmentLaw extends Law {

    private static final int THREADS = 6;

    /** Made for subclasses. */
    protected AssignmentLaw() {}

    @Property
    void eachTicketGoesToWhomItMust(@ForAll("busyDays") History history) {
        World world = world(Setting.USUAL);
        world.play(history);
        world.orSay(world.counter()::requireRight);
    }

    @Property(tries = 5, generation = GenerationMode.RANDOMIZED)
    void ofManyTicketsAtOnceNobodyGetsTwoMoreThanAnother(@ForAll @IntRange(min = 1, max = 4) int each) {
        World world = world(Setting.USUAL);
        world.play(new History(List.of(
                new TicketSteps.BeOnDuty(Hand.EVA, Duration.ZERO, Duration.ofHours(1)),
                new TicketSteps.BeOnDuty(Hand.ELI, Duration.ZERO, Duration.ofHours(1)),
                new TicketSteps.BeOnDuty(Hand.EMA, Duration.ZERO, Duration.ofHours(1)))));
        List<PersonId> given = Together.run(THREADS, worker -> open(world, each)).stream()
                .flatMap(List::stream)
                .toList();
        Map<PersonId, Long> shares =
                given.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(shares.values()).containsOnly(each * 2L);
        assertThat(shares).hasSize(3);
    }

    private static List<PersonId> open(World world, int each) {
        return IntStream.range(0, each)
                .mapToObj(number -> (CreateTicket.Created) world.desk()
                        .createTicket
                        .execute(new CreateTicket.Command(
                                world.cast().group(Where.ACME),
                                world.cast().id(Who.ANN),
                                new ClientId(world.randomness().uuid()),
                                Title.parse("Number " + number),
                                Description.NONE,
                                Optional.empty(),
                                Severity.LOW)))
                .map(created -> created.ticket().engineer().orElseThrow())
                .toList();
    }

    @Provide
    Arbitrary<History> busyDays() {
        return new HistoryArbitraries()
                .with(8, TicketArbitraries.openings())
                .with(5, TicketArbitraries.workDone())
                .with(3, TicketArbitraries.duties())
                .with(2, TicketArbitraries.words())
                .with(3, TimeArbitraries.passes())
                .with(1, ConversationArbitraries.leavings())
                .with(1, ConversationArbitraries.comings())
                .upTo(40);
    }
}
