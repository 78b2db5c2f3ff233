package io.larkdesk.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.token.AnswerOnce.Answered;
import io.larkdesk.core.token.AnswerOnce.Differs;
import io.larkdesk.core.token.AnswerOnce.UnderWay;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What becomes of requests that are tried several times. */
class AnswerOnceTest {

    private static final KeptAnswer.Answer REFUSED = new KeptAnswer.Answer(422, "no", Optional.empty());

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final SeededRandomness randomness = new SeededRandomness(8);
    private final KeptAnswer.Place place = new KeptAnswer.Place(
            new TenantId(randomness.uuid()), new TokenId(randomness.uuid()), new IdempotencyKey("once"));
    private final AnswerOnce once = new AnswerOnce(desk.transactions(), desk.keptAnswers());

    private int done;

    private AnswerOnce.Result ask(String what) {
        return once.execute(command(what), this::work);
    }

    private AnswerOnce.Command command(String what) {
        return new AnswerOnce.Command(place, RequestHash.of(what));
    }

    private KeptAnswer.Answer work() {
        done++;
        return answer(done);
    }

    private static KeptAnswer.Answer answer(int number) {
        return new KeptAnswer.Answer(201, "number " + number, Optional.of("/" + number));
    }

    @Test
    void aSecondTryGetsTheAnswerOfTheFirstAndDoesNothing() {
        assertThat(ask("this")).isEqualTo(new Answered(answer(1), false));
        assertThat(ask("this")).isEqualTo(new Answered(answer(1), true));
        assertThat(done).isEqualTo(1);
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        ask("this");
        assertThat(ask("that")).isEqualTo(new Differs());
        assertThat(done).isEqualTo(1);
    }

    @Test
    void anAnswerIsForgottenAtTwentyFourHours() {
        ask("this");
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(ask("this")).isEqualTo(new Answered(answer(1), true));
        clock.advance(Duration.ofMillis(1));
        assertThat(ask("that")).isEqualTo(new Answered(answer(2), false));
    }

    @Test
    void aRefusalIsNotKept() {
        assertThat(once.execute(command("this"), () -> REFUSED)).isEqualTo(new Answered(REFUSED, false));
        assertThat(ask("that")).isEqualTo(new Answered(answer(1), false));
    }

    @Test
    void whatFailsLeavesNothing() {
        assertThatThrownBy(() -> once.execute(command("this"), () -> {
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(ask("this")).isEqualTo(new Answered(answer(1), false));
    }

    @Test
    void aTryWhileAnotherIsUnderWayIsToldSo() {
        AnswerOnce.Result[] meanwhile = new AnswerOnce.Result[1];
        once.execute(command("this"), () -> {
            meanwhile[0] = CompletableFuture.supplyAsync(() -> ask("this")).join();
            return work();
        });
        assertThat(meanwhile[0]).isEqualTo(new UnderWay());
        assertThat(done).isEqualTo(1);
    }
}
