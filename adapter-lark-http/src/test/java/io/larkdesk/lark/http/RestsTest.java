package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.LarkCodes;
import io.larkdesk.lark.LarkError;
import io.larkdesk.lark.LarkResult.Failure;
import io.larkdesk.lark.http.HttpLark.Api;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who waits after Lark told an app to. */
class RestsTest {

    private static final LarkApp APP = Samples.APP;
    private static final Duration PAUSE = Duration.ofSeconds(9);

    /** So near to its end that it goes on below zero, as it may. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    private final Rests rests = new Rests(nanos::get);

    private void told(int code, Duration pause) {
        LarkError error = new LarkError(LarkError.Kind.RATE_LIMITED, code, "slow", "req", pause);
        rests.note(APP, Api.CARD_SEND, new Failure<>(error));
    }

    @Test
    void theAppRestsFromThatUntilThePauseIsOver() {
        told(LarkCodes.FREQUENCY, PAUSE);
        nanos.addAndGet(PAUSE.toNanos() - 1);
        assertThat(rests.find(APP, Api.CARD_SEND))
                .hasValueSatisfying(error -> assertThat(error.pause()).isEqualTo(Duration.ofNanos(1)));
        nanos.addAndGet(1);
        assertThat(rests.find(APP, Api.CARD_SEND)).isEmpty();
    }

    @Test
    void noOtherAppRestsAndTheAppAsksForOtherThings() {
        told(LarkCodes.FREQUENCY, PAUSE);

        assertThat(rests.find(APP, Api.CARD_UPDATE)).isEmpty();
        assertThat(rests.find(
                        new LarkApp(APP.tenant(), APP.brand(), new AppId("cli_other"), APP.secret()), Api.CARD_SEND))
                .isEmpty();
        assertThat(rests.find(new LarkApp(APP.tenant(), Brand.FEISHU, APP.id(), APP.secret()), Api.CARD_SEND))
                .isEmpty();
    }

    @Test
    void aNewSecretMakesNoOtherApp() {
        told(LarkCodes.FREQUENCY, PAUSE);

        assertThat(rests.find(Samples.app(APP.brand(), "another-secret"), Api.CARD_SEND))
                .isPresent();
    }

    /** As one of too many messages to one person. */
    @Test
    void whatIsNoLimitOfTheAppOrAsksForNoPauseIsNotNoted() {
        told(230020, PAUSE);
        told(LarkCodes.FREQUENCY, Duration.ZERO);

        assertThat(rests.find(APP, Api.CARD_SEND)).isEmpty();
    }
}
