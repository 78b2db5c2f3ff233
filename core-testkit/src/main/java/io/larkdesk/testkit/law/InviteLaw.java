package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.invite.Invite;
import io.larkdesk.core.invite.InvitePolicy;
import io.larkdesk.core.invite.IssueInvite;
import io.larkdesk.core.person.Person;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.contract.Together;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * Law 5: by an invite join only people of the same tenant, before its end, while it is not revoked and its maker is in the group, and no
 * more than may; accepting twice is accepting once; a code cannot be guessed, and is not to be found in what is stored. Who was removed comes back only by a later invite.
 */
@Says("Law 5: by an invite join only people of the same tenant, before its end, while it is not revoked "
        + "and its maker is in the group, and no more than may; accepting twice is accepting once; a code cannot be guessed, and is not to be "
        + "found in what is stored.")
public abstract class InviteLaw extends Law {

    private static final int CROWD = 6;
    private static final int TRIES_EACH = 2;

    /** Made for subclasses. */
    protected InviteLaw() {}

    /** Where people come in; a design that is known to be wrong has a door of its own. */
    Door door(World world) {
        return world.desk().acceptInvite::execute;
    }

    @Property
    void onlyThoseJoinWhoMay(@ForAll("comingsAndGoings") History history) {
        World world = world(Setting.USUAL);
        world.guests().through(door(world));
        world.play(history);
        world.orSay(world.guests()::requireRight);
    }

    /** Half-open: a link works until its end, and not at it. */
    @Property
    void aLinkLastsItsTimeToTheMillisecond(
            @ForAll @LongRange(min = 1, max = 3_000_000_000L) long lifetime,
            @ForAll @LongRange(min = -2, max = 2) long more) {
        World world = world(Setting.USUAL.with(InvitePolicy.DEFAULT.withLifetime(Duration.ofMillis(lifetime))));
        world.guests().through(door(world));
        long passed = Math.max(0, lifetime + more);

        world.play(new History(List.of(
                new InviteSteps.Issue(Who.ANN, Where.ACME, Optional.empty()),
                new TimeSteps.Pass(Duration.ofMillis(passed)),
                new InviteSteps.Accept(Who.DAN, 0))));

        assertThat(world.model().isIn(Who.DAN, Where.ACME)).isEqualTo(passed < lifetime);
        world.guests().requireRight();
    }

    @Property(tries = 10, generation = GenerationMode.RANDOMIZED)
    void ofManyAtOnceNoMoreJoinThanMayAndEachOnce(@ForAll @IntRange(min = 1, max = CROWD) int most) {
        World world = world(Setting.USUAL);
        Scene scene = new Scene(world.stores(), world.randomness());
        List<Person> crowd = IntStream.range(0, CROWD)
                .mapToObj(number -> scene.person(
                        world.stores().tenants().get(world.cast().tenant(Company.ACME)), "Guest " + number))
                .toList();
        IssueInvite.Issued issued = (IssueInvite.Issued) world.desk()
                .issueInvite
                .execute(new IssueInvite.Command(
                        world.cast().group(Where.ACME), world.cast().id(Who.ANN), Optional.of(most)));

        List<Welcome> heard = Together.run(
                CROWD * TRIES_EACH,
                worker -> Welcome.of(door(world)
                        .accept(issued.code(), crowd.get(worker % CROWD).id())));

        assertThat(Collections.frequency(heard, Welcome.JOINED)).isEqualTo(most);
        assertThat(Collections.frequency(heard, Welcome.ALREADY_IN)).isEqualTo(most);
        assertThat(Collections.frequency(heard, Welcome.USED_UP)).isEqualTo((CROWD - most) * TRIES_EACH);
        assertThat(world.stores().invites().listUses(List.of(issued.invite().id())))
                .hasSize(most)
                .extracting(Invite.Use::person)
                .doesNotHaveDuplicates();
        assertThat(world.stores().messages().listAfter(world.cast().group(Where.ACME), 0, 100))
                .extracting(Message::content)
                .filteredOn(Content.Notice.class::isInstance)
                .hasSize(most);
    }

    @Provide
    Arbitrary<History> comingsAndGoings() {
        return new HistoryArbitraries()
                .with(4, InviteArbitraries.issues())
                .with(8, InviteArbitraries.acceptances())
                .with(1, InviteArbitraries.revocations())
                .with(2, InviteArbitraries.removals())
                .with(1, InviteArbitraries.guesses())
                .with(3, InviteArbitraries.passesUntilEnd())
                .with(2, TimeArbitraries.passes())
                .with(2, ConversationArbitraries.leavings())
                .with(1, ConversationArbitraries.comings())
                .upTo(40);
    }
}
