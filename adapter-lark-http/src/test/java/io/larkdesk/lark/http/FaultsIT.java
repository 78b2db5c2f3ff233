package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.lark.CardMessage;
import io.larkdesk.lark.LarkCodes;
import io.larkdesk.lark.LarkError.Kind;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.SentMessage;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections and servers that fail while a card is sent, or a question asked. */
class FaultsIT {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Bench bench = new Bench();

    /** So that the connection is used a second time in every test. */
    @BeforeEach
    void sendOne() {
        bench.app(settings -> settings.put("rate_limits", false));
        Results.value(bench.send());
        bench.meter.taken.set(0);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aSendWhoseConnectionIsLostIsUnknownAndNotRepeated() {
        bench.fault(Bench.SEND_PATH, fault -> fault.put("drop", "before"));

        assertThat(Results.unknown(bench.send())).contains("lost");
        assertThat(bench.messages()).hasSize(1);
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 0 given back, 0 exhausted");
    }

    @Test
    void aSendWhoseAnswerIsLostReachesItsRecipientOnce() {
        CardMessage message = Samples.toAnn();
        bench.fault(Bench.SEND_PATH, fault -> fault.put("drop", "after"));

        Results.unknown(send(message, Samples.SOON));
        SentMessage again = Results.value(send(message, Samples.SOON));

        assertThat(bench.messages()).hasSize(2);
        assertThat(bench.messages().get(1).path("message_id").asText()).isEqualTo(again.messageId());
        assertThat(bench.messages().get(1).path("repeats").asInt()).isEqualTo(1);
        assertThat(bench.meter.counts()).isEqualTo("2 taken, 0 given back, 0 exhausted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "html", "empty"})
    void anAnswerThatCannotBeReadLeavesTheOutcomeUnknown(String how) {
        bench.fault(Bench.SEND_PATH, fault -> fault.put("malformed", how));

        assertThat(Results.unknown(bench.send())).startsWith("HTTP 200, request ");
        assertThat(bench.messages()).hasSize(2);
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 0 given back, 0 exhausted");
    }

    @Test
    void aLateAnswerEndsAtTheDeadline() {
        bench.fault(Bench.SEND_PATH, fault -> fault.put("delay_ms", 30_000));

        assertEndsInTime(
                () -> assertThat(Results.unknown(send(Samples.toAnn(), SHORT))).isEqualTo("no answer in time"));
        assertThat(bench.messages()).hasSize(2);
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 0 given back, 0 exhausted");
    }

    @Test
    void anAnswerThatDripsEndsAtTheDeadline() {
        bench.fault(Bench.SEND_PATH, fault -> fault.put("drip", 100));

        assertEndsInTime(
                () -> assertThat(Results.unknown(send(Samples.toAnn(), SHORT))).isEqualTo("no answer in time"));
    }

    @Test
    void anAnswerThatDripsInTimeIsRead() {
        bench.fault(Bench.SEND_PATH, fault -> fault.put("drip", 1));

        assertThat(Results.value(bench.send()).messageId()).startsWith("om_");
    }

    @Test
    void aServerErrorWithACodeWasNotCountedByLark() {
        bench.fault(Bench.SEND_PATH, fault -> fault.put("status", 503));

        assertThat(Results.error(bench.send()).detail()).startsWith("SERVER_ERROR, code 5000, request ");
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 1 given back, 0 exhausted");
    }

    @Test
    void aServerErrorWithoutACodeLeavesTheOutcomeUnknown() {
        bench.fault(Bench.SEND_PATH, fault -> fault.put("status", 502).put("malformed", "html"));

        assertThat(Results.unknown(bench.send())).startsWith("HTTP 502");
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 0 given back, 0 exhausted");
    }

    @Test
    void aRefusalThatWasAnsweredWith200StaysCounted() {
        bench.fault(Bench.SEND_PATH, fault -> fault.put("status", 200).put("code", 230022));

        assertThat(Results.kind(bench.send())).isEqualTo(Kind.CONTENT_REFUSED);
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 0 given back, 0 exhausted");
    }

    @Test
    void aCodeThatSaysNothingIsJudgedByItsStatus() {
        bench.fault(Bench.SEND_PATH, fault -> fault.put("status", 400).put("code", 777));
        assertThat(Results.error(bench.send())).satisfies(error -> {
            assertThat(error.kind()).isEqualTo(Kind.UNRECOGNISED);
            assertThat(error.code()).isEqualTo(777);
        });
        bench.fault(Bench.SEND_PATH, fault -> fault.put("status", 500).put("code", 777));
        assertThat(Results.kind(bench.send())).isEqualTo(Kind.SERVER_ERROR);
        bench.fault(Bench.SEND_PATH, fault -> fault.put("status", 429).put("code", 777));
        assertThat(Results.kind(bench.send())).isEqualTo(Kind.RATE_LIMITED);
    }

    @Test
    void aQuestionIsAskedAgainAndCountedAgainWhenItsConnectionIsLost() {
        bench.fault(Bench.TENANT_PATH, fault -> fault.put("drop", "after"));

        assertThat(Results.value(bench.queryTenant()).name()).isEqualTo("Harbour Retail Group");
        assertThat(bench.meter.counts()).isEqualTo("2 taken, 0 given back, 0 exhausted");
        assertThat(bench.calls(Bench.TENANT_PATH)).isEqualTo(2);
    }

    @Test
    void anInterruptedCallerGivesUp() {
        Thread.currentThread().interrupt();

        LarkResult<SentMessage> result = send(Samples.toAnn(), Samples.SOON);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result).isNotInstanceOf(LarkResult.Success.class);
    }

    /** Each error that Lark can answer with a code, through the whole adapter. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"METER_REFUSED", "NOT_SENT", "UNRECOGNISED"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyKindOfErrorComesThrough(Kind kind) {
        bench.code(Bench.SEND_PATH, oneOf(kind));

        assertThat(Results.kind(bench.send())).isEqualTo(kind);
    }

    private LarkResult<SentMessage> send(CardMessage message, Duration within) {
        return bench.lark.sendCard(Samples.APP, message, CallPurpose.REMINDER, within);
    }

    private static void assertEndsInTime(Runnable call) {
        long began = System.nanoTime();
        call.run();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(SHORT, SHORT.plusSeconds(20));
    }

    /** The first code of that kind that does not make the adapter fetch another token. */
    private static int oneOf(Kind kind) {
        return IntStream.concat(IntStream.range(1, 1_200_000), IntStream.range(99_991_000, 99_993_000))
                .filter(code ->
                        LarkCodes.kind(code).filter(kind::equals).isPresent() && !LarkCodes.isTokenRefused(code))
                .findFirst()
                .orElseThrow();
    }
}
