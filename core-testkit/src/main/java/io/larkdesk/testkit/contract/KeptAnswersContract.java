package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.token.IdempotencyKey;
import io.larkdesk.core.token.KeptAnswer;
import io.larkdesk.core.token.KeptAnswer.Answer;
import io.larkdesk.core.token.KeptAnswer.Place;
import io.larkdesk.core.token.RequestHash;
import io.larkdesk.core.token.TokenId;
import io.larkdesk.testkit.SeededRandomness;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.token.KeptAnswers}. */
public abstract class KeptAnswersContract extends StoresContract {

    private static final Answer CREATED = new Answer(201, "{\"number\":7}", Optional.of("/api/v1/tickets/7"));

    private final SeededRandomness randomness = new SeededRandomness(24);
    private final TenantId provider = new TenantId(randomness.uuid());
    private final TokenId token = new TokenId(randomness.uuid());

    /** Made for subclasses. */
    protected KeptAnswersContract() {}

    private Place place(String key) {
        return new Place(provider, token, new IdempotencyKey(key));
    }

    private static KeptAnswer kept(Place place, Instant at) {
        return new KeptAnswer(place, RequestHash.of("a ticket"), at, CREATED);
    }

    @Test
    void anAnswerIsFoundAtItsPlaceAlone() {
        KeptAnswer kept = kept(place("one"), present());
        stores().keptAnswers().keep(kept, Instant.EPOCH);

        assertThat(stores().keptAnswers().find(place("one"))).contains(kept);
        assertThat(stores().keptAnswers().find(place("other"))).isEmpty();
        assertThat(stores().keptAnswers()
                        .find(new Place(provider, new TokenId(randomness.uuid()), new IdempotencyKey("one"))))
                .isEmpty();
    }

    @Test
    void anotherAnswerTakesItsPlace() {
        stores().keptAnswers().keep(kept(place("one"), present()), Instant.EPOCH);
        KeptAnswer other = new KeptAnswer(
                place("one"), RequestHash.of("another"), present(), new Answer(200, "{}", Optional.empty()));
        stores().keptAnswers().keep(other, Instant.EPOCH);

        assertThat(stores().keptAnswers().find(place("one"))).contains(other);
    }

    @Test
    void oldOnesOfTheSameTokenAreForgotten() {
        Instant now = present();
        Place elsewhere = new Place(provider, new TokenId(randomness.uuid()), new IdempotencyKey("old"));
        stores().keptAnswers().keep(kept(place("old"), now), Instant.EPOCH);
        stores().keptAnswers().keep(kept(place("young"), now.plusMillis(1)), Instant.EPOCH);
        stores().keptAnswers().keep(kept(elsewhere, now), Instant.EPOCH);
        stores().keptAnswers().keep(kept(place("new"), now.plusMillis(2)), now);

        assertThat(stores().keptAnswers().find(place("old"))).isEmpty();
        assertThat(stores().keptAnswers().find(place("young"))).isPresent();
        assertThat(stores().keptAnswers().find(elsewhere)).isPresent();
    }

    private boolean claimedElsewhere(String key) {
        return elsewhere(
                () -> transactions().inTransaction(now -> stores().keptAnswers().claim(place(key))));
    }

    @Test
    void aPlaceIsTakenUntilTheTransactionEnds() {
        inTransaction(now -> {
            assertThat(stores().keptAnswers().claim(place("one"))).isTrue();
            assertThat(stores().keptAnswers().claim(place("one"))).isTrue();
            assertThat(claimedElsewhere("one")).isFalse();
            assertThat(claimedElsewhere("other")).isTrue();
        });
        assertThat(claimedElsewhere("one")).isTrue();
        assertThatThrownBy(() -> stores().keptAnswers().claim(place("one"))).isInstanceOf(IllegalStateException.class);
    }
}
