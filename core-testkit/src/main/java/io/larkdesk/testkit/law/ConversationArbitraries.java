package io.larkdesk.testkit.law;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What people may do in their groups. */
final class ConversationArbitraries {

    private ConversationArbitraries() {}

    /** Somebody and a group: mostly one in which they are when the history begins. */
    private record Place(Who who, Where where) {}

    /** Somebody posts, in the group or not, and names anybody, themselves included. */
    static Arbitrary<Step> posts() {
        return Combinators.combine(places(), names())
                .as((place, named) -> new ConversationSteps.Post(place.who(), place.where(), named));
    }

    /** Ann mentions two people only, so that they have to wait for their next reminder. */
    static Arbitrary<Step> mentions() {
        return Arbitraries.of(Who.BOB, Who.TAM)
                .set()
                .ofMinSize(1)
                .map(named -> new ConversationSteps.Post(Who.ANN, Where.ACME, named));
    }

    static Arbitrary<Step> postsAgain() {
        return recent().map(ConversationSteps.PostAgain::new);
    }

    static Arbitrary<Step> edits() {
        return Combinators.combine(recent(), names()).as(ConversationSteps.Edit::new);
    }

    static Arbitrary<Step> deletions() {
        return recent().map(ConversationSteps.Delete::new);
    }

    static Arbitrary<Step> reads() {
        return Combinators.combine(places(), Arbitraries.of(0, 1, 2))
                .as((place, back) -> new ConversationSteps.Read(place.who(), place.where(), back));
    }

    static Arbitrary<Step> looks() {
        return places().map(place -> new ConversationSteps.Look(place.who(), place.where()));
    }

    static Arbitrary<Step> leavings() {
        return places().map(place -> new ConversationSteps.Leave(place.who(), place.where()));
    }

    static Arbitrary<Step> comings() {
        return places().map(place -> new ConversationSteps.Join(place.who(), place.where()));
    }

    /** Into groups of their own company, or of one that they serve: strangers in a group are another law's matter. */
    static Arbitrary<Step> comingsOfMembers() {
        return places().filter(place -> place.who().company() == Company.PROVIDER
                        || place.who().company() == place.where().company())
                .map(place -> new ConversationSteps.Join(place.who(), place.where()));
    }

    static Arbitrary<Step> intrusions() {
        return Combinators.combine(Arbitraries.of(Who.class), Arbitraries.of(Where.class))
                .as(ConversationSteps.Intrude::new);
    }

    private static Arbitrary<Place> places() {
        return Arbitraries.frequency(
                Tuple.of(4, new Place(Who.BOB, Where.ACME)),
                Tuple.of(4, new Place(Who.ANN, Where.ACME)),
                Tuple.of(3, new Place(Who.TAM, Where.ACME)),
                Tuple.of(2, new Place(Who.TAM, Where.GLOBEX)),
                Tuple.of(2, new Place(Who.GIL, Where.GLOBEX)),
                Tuple.of(1, new Place(Who.DAN, Where.ACME)),
                Tuple.of(1, new Place(Who.GIL, Where.ACME)));
    }

    private static Arbitrary<Set<Who>> names() {
        return Arbitraries.of(Who.class).set().ofMaxSize(3);
    }

    private static Arbitrary<Integer> recent() {
        return Arbitraries.of(0, 1, 2, 3);
    }
}
