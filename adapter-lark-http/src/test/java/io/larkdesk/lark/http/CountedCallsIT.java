package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.lark.CardMessage;
import io.larkdesk.lark.LarkCodes;
import io.larkdesk.lark.LarkError;
import io.larkdesk.lark.LarkError.Kind;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.SentMessage;
import io.larkdesk.lark.TenantInfo;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedCallsIT {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theOrganisationTellsItsNameAndKey() {
        TenantInfo info = Results.value(bench.queryTenant());

        assertThat(info.name()).isEqualTo("Harbour Retail Group");
        assertThat(info.tenantKey()).isNotEmpty();
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 0 given back, 0 exhausted");
        assertThat(bench.counted()).isEqualTo(1);
    }

    @Test
    void aCardArrivesAsItWasWritten() {
        CardMessage message = Samples.toAnn();

        SentMessage sent = Results.value(bench.lark.sendCard(Samples.APP, message, CallPurpose.REMINDER, Samples.SOON));

        JsonNode arrived = bench.messages();
        assertThat(arrived).hasSize(1);
        assertThat(arrived.get(0).path("message_id").asText()).isEqualTo(sent.messageId());
        assertThat(arrived.get(0).path("uuid").asText())
                .isEqualTo(message.uuid().toString());
        assertThat(arrived.get(0).path("card")).isEqualTo(CardJson.of(Samples.CARD));
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 0 given back, 0 exhausted");
        assertThat(bench.heard.events()).containsExactly("APP_TOKEN SUCCESS", "CARD_SEND SUCCESS");
    }

    @Test
    void aCardIsChangedAsItWasWritten() {
        SentMessage sent =
                Results.value(bench.lark.sendCard(Samples.APP, Samples.toAnn(), CallPurpose.EMERGENCY, Samples.SOON));

        SentMessage changed = Results.value(
                bench.lark.updateCard(Samples.APP, sent, Samples.EMERGENCY, CallPurpose.EMERGENCY, Samples.SOON));

        assertThat(changed).isEqualTo(sent);
        assertThat(bench.messages()).hasSize(1);
        assertThat(bench.messages().get(0).path("updates").get(0).path("card"))
                .isEqualTo(CardJson.of(Samples.EMERGENCY));
        assertThat(bench.meter.counts()).isEqualTo("2 taken, 0 given back, 0 exhausted");
        assertThat(bench.heard.events()).endsWith("CARD_UPDATE SUCCESS");
    }

    @Test
    void aCardThatNobodySentCannotBeChanged() {
        assertThat(Results.kind(bench.lark.updateCard(
                        Samples.APP,
                        new SentMessage("om_unknown"),
                        Samples.EMERGENCY,
                        CallPurpose.EMERGENCY,
                        Samples.SOON)))
                .isEqualTo(Kind.INVALID_REQUEST);
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 1 given back, 0 exhausted");
    }

    @Test
    void anIdThatIsNoneIsNotAskedAbout() {
        assertThat(Results.kind(bench.lark.updateCard(
                        Samples.APP,
                        new SentMessage("../../auth"),
                        Samples.EMERGENCY,
                        CallPurpose.EMERGENCY,
                        Samples.SOON)))
                .isEqualTo(Kind.INVALID_REQUEST);
        assertThat(bench.meter.counts()).isEqualTo("0 taken, 0 given back, 0 exhausted");
    }

    @Test
    void anAppOfTheOtherBrandLivesElsewhere() {
        bench.app(settings -> settings.put("brand", "feishu").put("organisation", "Haven"));

        assertThat(Results.kind(bench.queryTenant())).isEqualTo(Kind.CREDENTIALS_INVALID);
        assertThat(Results.value(bench.lark.queryTenant(
                                Samples.app(Brand.FEISHU, Samples.SECRET), CallPurpose.SETUP, Samples.SOON))
                        .name())
                .isEqualTo("Haven");
    }

    @Test
    void withoutAScopeNothingIsSaidAndNothingCounted() {
        bench.app(settings -> settings.putArray("scopes"));

        LarkError error = Results.error(bench.queryTenant());

        assertThat(error.kind()).isEqualTo(Kind.SCOPE_MISSING);
        assertThat(error.message()).contains("tenant:tenant:readonly");
        assertThat(error.requestId()).isNotEmpty();
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 1 given back, 0 exhausted");
        assertThat(bench.counted()).isZero();
    }

    @Test
    void aBotThatIsOffSendsNothing() {
        bench.app(settings -> settings.put("bot", false));

        assertThat(Results.kind(bench.send())).isEqualTo(Kind.BOT_OFF);
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 1 given back, 0 exhausted");
    }

    @ParameterizedTest
    @CsvSource({
        "ou_gone, RECIPIENT_UNREACHABLE, 230029",
        "ou_away, RECIPIENT_UNREACHABLE, 230013",
        "ou_silent, RECIPIENT_OPTED_OUT, 230053",
        "ou_nobody, RECIPIENT_UNREACHABLE, 99992351"
    })
    void someCannotBeReached(String openId, Kind kind, int code) {
        bench.person("ou_gone", person -> person.put("resigned", true));
        bench.person("ou_away", person -> {});
        bench.person("ou_silent", person -> person.put("bot_opted_out", true));
        bench.app(settings ->
                settings.putArray("available_to").add("ou_ann").add("ou_gone").add("ou_silent"));

        LarkError error = Results.error(bench.sendTo(openId));

        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.code()).isEqualTo(code);
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 1 given back, 0 exhausted");
    }

    @Test
    void aDisabledAppIsTold() {
        bench.code(Bench.SEND_PATH, 99991662);

        assertThat(Results.kind(bench.send())).isEqualTo(Kind.APP_DISABLED);
    }

    @Test
    void theSixthMessageInASecondHasToWait() {
        bench.app(settings -> settings.put("edition", "PAID"));
        int sent = 0;
        LarkResult<SentMessage> last = bench.send();
        // Of a slow machine it is not the sixth
        while (last instanceof LarkResult.Success<SentMessage> && sent < 500) {
            sent++;
            last = bench.send();
        }

        assertThat(sent).isGreaterThanOrEqualTo(5);
        assertThat(Results.error(last)).satisfies(error -> {
            assertThat(error.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(error.code()).isEqualTo(230020);
        });
        assertThat(bench.meter.counts()).isEqualTo((sent + 1) + " taken, 1 given back, 0 exhausted");
    }

    @Test
    void aLimitSaysHowLongToWait() {
        limit(Bench.SEND_PATH, 52);
        assertThat(Results.error(bench.send())).satisfies(error -> {
            assertThat(error.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(error.pause()).isEqualTo(Duration.ofSeconds(52));
        });
        bench.advanceOurs(Duration.ofSeconds(52));

        bench.fault(Bench.SEND_PATH, fault -> fault.put("status", 429)
                .put("malformed", "html")
                .set("headers", Json.object().put("Retry-After", "7").put("x-ogw-ratelimit-reset", "")));
        assertThat(Results.error(bench.send())).satisfies(error -> {
            assertThat(error.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(error.code()).isZero();
            assertThat(error.pause()).isEqualTo(Duration.ofSeconds(7));
        });
        assertThat(bench.meter.counts()).isEqualTo("2 taken, 2 given back, 0 exhausted");
    }

    @Test
    void whatIsLimitedIsNotAskedForUntilThePauseIsOver() {
        limit(Bench.SEND_PATH, 52);
        Results.error(bench.send());
        bench.advanceOurs(Duration.ofSeconds(50));

        assertThat(Results.error(bench.send())).satisfies(error -> {
            assertThat(error.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(error.code()).isEqualTo(LarkCodes.FREQUENCY);
            assertThat(error.requestId()).isNotEmpty();
            assertThat(error.pause()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(2));
        });
        assertThat(bench.calls(Bench.SEND_PATH)).isEqualTo(1);
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 1 given back, 0 exhausted");
        Results.value(bench.queryTenant());

        bench.advanceOurs(Duration.ofSeconds(2));
        Results.value(bench.send());
    }

    @Test
    void nobodyIsLeftAloneForLongerThanLarkCounts() {
        limit(Bench.SEND_PATH, 86_400);
        assertThat(Results.error(bench.send()).pause()).isEqualTo(Duration.ofMinutes(1));
        bench.advanceOurs(Duration.ofMinutes(1));

        Results.value(bench.send());
    }

    @Test
    void whileTheTokenIsLimitedNoneIsAskedFor() {
        limit(Bench.TOKEN_PATH, 52);
        assertThat(Results.kind(bench.send())).isEqualTo(Kind.RATE_LIMITED);
        assertThat(Results.kind(bench.queryTenant())).isEqualTo(Kind.RATE_LIMITED);
        assertThat(bench.calls(Bench.TOKEN_PATH)).isEqualTo(1);

        bench.advanceOurs(Duration.ofSeconds(52));
        Results.value(bench.send());
    }

    private void limit(String path, int seconds) {
        bench.fault(path, fault -> fault.put("code", LarkCodes.FREQUENCY)
                .set("headers", Json.object().put("x-ogw-ratelimit-reset", Integer.toString(seconds))));
    }

    @Test
    void aMonthThatIsUsedUpIsToldToTheMeter() {
        bench.organisation(settings -> settings.put("monthly_quota", 1));
        Results.value(bench.send());

        assertThat(Results.error(bench.send())).satisfies(error -> {
            assertThat(error.kind()).isEqualTo(Kind.QUOTA_USED_UP);
            assertThat(error.pause()).isZero();
        });
        assertThat(bench.meter.counts()).isEqualTo("2 taken, 0 given back, 1 exhausted");
    }

    @Test
    void whatTheMeterRefusesIsNotSent() {
        bench.meter.refusing = true;

        assertThat(Results.kind(bench.send())).isEqualTo(Kind.METER_REFUSED);
        assertThat(Results.kind(bench.queryTenant())).isEqualTo(Kind.METER_REFUSED);
        assertThat(bench.messages()).isEmpty();
        assertThat(bench.calls(Bench.SEND_PATH) + bench.calls(Bench.TENANT_PATH))
                .isZero();
    }

    @Test
    void aMeterThatFailsAfterwardsChangesNoResult() {
        bench.meter.failing = true;
        bench.code(Bench.SEND_PATH, 230022);
        assertThat(Results.kind(bench.send())).isEqualTo(Kind.CONTENT_REFUSED);

        bench.code(Bench.SEND_PATH, 99991403);
        assertThat(Results.kind(bench.send())).isEqualTo(Kind.QUOTA_USED_UP);
    }

    @Test
    void aMeterThatFailsLetsNothingOut() {
        bench.meter.broken = true;
        assertThat(Results.kind(bench.send())).isEqualTo(Kind.NOT_SENT);
        assertThat(bench.messages()).isEmpty();

        bench.meter.broken = false;
        Results.value(bench.send());
    }

    @Test
    void aMeterThatTakesAllTheTimeLetsNothingOut() {
        Results.value(bench.send());
        Duration within = Duration.ofSeconds(1);
        bench.meter.takes(within);

        assertThat(Results.kind(bench.lark.sendCard(Samples.APP, Samples.toAnn(), CallPurpose.REMINDER, within)))
                .isEqualTo(Kind.NOT_SENT);
        assertThat(bench.messages()).hasSize(1);
        assertThat(bench.meter.counts()).isEqualTo("2 taken, 1 given back, 0 exhausted");
    }

    @Test
    void withoutTimeNobodyIsAsked() {
        assertThat(Results.kind(bench.lark.sendCard(Samples.APP, Samples.toAnn(), CallPurpose.REMINDER, Duration.ZERO)))
                .isEqualTo(Kind.NOT_SENT);
        Results.value(bench.send());
        assertThat(Results.kind(bench.lark.queryTenant(Samples.APP, CallPurpose.SETUP, Duration.ofSeconds(-1))))
                .isEqualTo(Kind.NOT_SENT);
        assertThat(Results.kind(bench.lark.exchangeCode(Samples.APP, Samples.exchange("c"), Duration.ZERO)))
                .isEqualTo(Kind.NOT_SENT);
        assertThat(bench.meter.counts()).startsWith("1 taken");
        assertThat(bench.calls(Bench.TOKEN_PATH)).isEqualTo(1);
    }

    @Test
    void aCardThatIsTooLargeCostsNoCall() {
        CardMessage fits = new CardMessage(Samples.ANN, UUID.randomUUID(), Samples.card("x".repeat(27_000)));
        Results.value(bench.lark.sendCard(Samples.APP, fits, CallPurpose.REMINDER, Samples.SOON));
        CardMessage large = new CardMessage(new OpenId("ou_ann"), UUID.randomUUID(), Samples.card("x".repeat(30_000)));

        LarkError error = Results.error(bench.lark.sendCard(Samples.APP, large, CallPurpose.REMINDER, Samples.SOON));

        assertThat(error.kind()).isEqualTo(Kind.CONTENT_REFUSED);
        assertThat(error.code()).isZero();
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 0 given back, 0 exhausted");
    }
}
