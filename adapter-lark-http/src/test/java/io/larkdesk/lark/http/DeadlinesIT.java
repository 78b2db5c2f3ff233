package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.lark.CardMessage;
import io.larkdesk.lark.LarkError.Kind;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.SentMessage;
import io.larkdesk.lark.http.HttpLark.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many sends at once whose deadlines fall anywhere: before the token, the connection, the request, the answer. */
class DeadlinesIT {

    private static final int SENDERS = 16;
    private static final int SENDS = 60;

    private final Map<UUID, LarkResult<SentMessage>> results = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasNotSentNeverArrivesAndWhatWasSentDid(boolean http2) throws Exception {
        FakeLark fake = http2 ? FakeLark.onHttp2() : new FakeLark();
        fake.usually = answer -> answer.newBuilder()
                .headersDelay(ThreadLocalRandom.current().nextInt(20), TimeUnit.MILLISECONDS)
                .build();
        fake.tokenAnswer = fake.usually.apply(fake.tokenAnswer);

        sendFromManyThreads(fake);
        fake.close();

        Set<UUID> arrived = arrived(fake);
        assertThat(arrived)
                .containsAll(ended(LarkResult.Success.class))
                .doesNotContainAnyElementsOf(ended(LarkResult.Failure.class));
        assertThat(results.values())
                .filteredOn(LarkResult.Failure.class::isInstance)
                .allSatisfy(result -> assertThat(Results.kind(result)).isEqualTo(Kind.NOT_SENT));
        assertThat(fake.arrived(Api.CARD_SEND)).isEqualTo(arrived.size());
        assertThat(fake.meter.taken.get() - fake.meter.givenBack.get())
                .isEqualTo(SENDERS * SENDS - ended(LarkResult.Failure.class).size());
    }

    @Test
    void aClientThatRepeatsRequestsIsStopped() {
        try (FakeLark fake = new FakeLark(settings -> settings.addInterceptor(chain -> {
            chain.proceed(chain.request()).close();
            return chain.proceed(chain.request());
        }))) {
            assertThat(Results.unknown(fake.exchange())).isEqualTo("the connection was lost (ProtocolException)");
            assertThat(fake.requests).hasSize(1);
        }
    }

    /** As after a process that stood still: whoever waits for the reply has not yet given the request up. */
    @Test
    void whatIsTooLateIsNotWrittenThoughNobodyGaveItUp() throws Exception {
        try (FakeLark fake = new FakeLark()) {
            Exchange late = new Exchange(
                    new OkHttpClient.Builder().addNetworkInterceptor(new Gate()).build(),
                    new Request.Builder().url(fake.url()).build());
            late.start(Deadline.in(Duration.ZERO));

            Reply reply = late.reply().get(10, TimeUnit.SECONDS);

            assertThat(reply).isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.mayHaveArrived())
                    .isFalse());
            assertThat(fake.requests).isEmpty();
        }
    }

    private void sendFromManyThreads(FakeLark fake) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                SplittableRandom random = new SplittableRandom(i);
                all.add(threads.submit(() -> send(fake, random)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void send(FakeLark fake, SplittableRandom random) {
        for (int i = 0; i < SENDS; i++) {
            CardMessage message = Samples.toAnn();
            Duration within = i % 8 == 0 ? Samples.SOON : Duration.ofNanos(random.nextLong(30_000_000));
            results.put(message.uuid(), fake.lark.sendCard(Samples.APP, message, CallPurpose.REMINDER, within));
        }
    }

    private Set<UUID> ended(Class<?> how) {
        Set<UUID> uuids = results.keySet().stream()
                .filter(uuid -> how.isInstance(results.get(uuid)))
                .collect(Collectors.toSet());
        assertThat(uuids).as(how.getSimpleName()).isNotEmpty();
        return uuids;
    }

    private static Set<UUID> arrived(FakeLark fake) {
        return fake.requests.stream()
                .filter(request -> request.getTarget().equals(Api.CARD_SEND.address()))
                .map(DeadlinesIT::uuid)
                .collect(Collectors.toSet());
    }

    private static UUID uuid(RecordedRequest request) {
        try {
            return UUID.fromString(
                    Json.MAPPER.readTree(request.getBody().utf8()).path("uuid").asText());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
