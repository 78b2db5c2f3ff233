package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.lark.LarkError.Kind;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.SentMessage;
import io.larkdesk.lark.http.HttpLark.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.SocketEffect;
import okhttp3.internal.http2.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionsIT {

    private static final Duration SHORT = Duration.ofSeconds(2);

    @Test
    void withoutAConnectionNothingIsSent() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        try (HttpLark lark = at("http://127.0.0.1:" + nobody)) {
            assertThat(Results.error(lark.exchangeCode(Samples.APP, Samples.exchange("c"), Samples.SOON)))
                    .satisfies(error -> {
                        assertThat(error.kind()).isEqualTo(Kind.NOT_SENT);
                        assertThat(error.message()).isEqualTo("no connection (ConnectException)");
                    });
        }
    }

    @Test
    void aChargeIsGivenBackWhenTheConnectionCannotBeHad() {
        AtomicInteger lookUps = new AtomicInteger();
        try (FakeLark fake = new FakeLark(settings -> settings.dns(host -> {
            if (lookUps.incrementAndGet() > 1) {
                throw new UnknownHostException(host);
            }
            return List.of(InetAddress.getLoopbackAddress());
        }))) {
            fake.tokenAnswer =
                    fake.tokenAnswer.newBuilder().addHeader("Connection: close").build();

            assertThat(Results.kind(fake.send())).isEqualTo(Kind.NOT_SENT);

            assertThat(fake.meter.counts()).isEqualTo("1 taken, 1 given back, 0 exhausted");
            assertThat(fake.arrived(Api.CARD_SEND)).isZero();
        }
    }

    @Test
    void aFailedHandshakeSendsNothing() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpLark lark = at("https://127.0.0.1:" + plain.getLocalPort())) {
            Future<?> server = threads.submit(() -> {
                try (Socket connection = plain.accept()) {
                    return connection.getInputStream().read();
                }
            });

            assertThat(Results.error(lark.exchangeCode(Samples.APP, Samples.exchange("c"), Samples.SOON)))
                    .satisfies(error -> {
                        assertThat(error.kind()).isEqualTo(Kind.NOT_SENT);
                        assertThat(error.message()).startsWith("no connection (");
                    });
            assertThat(server.get()).as("the first byte of a handshake").isEqualTo(0x16);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aLookUpThatHangsEndsAtTheDeadlineAndSendsNothingLater() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        Semaphore gaveUp = new Semaphore(0);
        CountDownLatch cancelled = new CountDownLatch(1);
        try (FakeLark fake = new FakeLark(settings -> settings.dns(host -> {
                    looked.countDown();
                    gaveUp.acquireUninterruptibly();
                    return List.of(InetAddress.getLoopbackAddress());
                })
                .addInterceptor(chain -> {
                    try {
                        return chain.proceed(chain.request());
                    } finally {
                        cancelled.countDown();
                    }
                }))) {
            assertThat(Results.error(fake.lark.exchangeCode(Samples.APP, Samples.exchange("c"), SHORT)))
                    .satisfies(error -> {
                        assertThat(error.kind()).isEqualTo(Kind.NOT_SENT);
                        assertThat(error.message()).isEqualTo("no answer in time");
                    });
            assertThat(looked.getCount()).isZero();

            gaveUp.release();
            cancelled.await();
            assertThat(fake.requests).isEmpty();
        }
    }

    @Test
    void aServerThatNeverAnswersIsLeftAtTheDeadline() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpLark lark = at("http://127.0.0.1:" + mute.getLocalPort())) {
            assertThat(Results.unknown(lark.exchangeCode(Samples.APP, Samples.exchange("c"), SHORT)))
                    .isEqualTo("no answer in time");
        }
    }

    @Test
    void whatAnInterceptorThrowsIsNoException() {
        try (FakeLark fake = new FakeLark(settings -> settings.addInterceptor(chain -> {
            throw new IOException("s3cr3t-canary");
        }))) {
            assertThat(Results.error(fake.exchange()).message()).isEqualTo("no connection (IOException)");
        }
    }

    @Test
    void sendsReuseTheirConnections() throws Exception {
        try (FakeLark fake = new FakeLark()) {
            assertThat(atOnce(16, () -> fiveSends(fake)))
                    .allSatisfy(sent -> assertThat(sent).allSatisfy(Results::value));

            assertThat(fake.arrived(Api.CARD_SEND)).isEqualTo(80);
            assertThat(connections(fake)).isLessThanOrEqualTo(16);
        }
    }

    @Test
    void onHttp2AllShareOneConnection() throws Exception {
        try (FakeLark fake = FakeLark.onHttp2()) {
            Results.value(fake.send());
            assertThat(atOnce(16, () -> fiveSends(fake)))
                    .allSatisfy(sent -> assertThat(sent).allSatisfy(Results::value));

            assertThat(fake.arrived(Api.CARD_SEND)).isEqualTo(81);
            assertThat(connections(fake)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"REFUSED_STREAM", "INTERNAL_ERROR", "CANCEL", "PROTOCOL_ERROR"})
    void whatAResetStreamDidIsUnknown(ErrorCode why) {
        try (FakeLark fake = FakeLark.onHttp2()) {
            Results.value(fake.send());
            fake.answer(reset(why));

            assertThat(Results.unknown(fake.send())).isEqualTo("the connection was lost (StreamResetException)");
            assertThat(fake.meter.counts()).isEqualTo("2 taken, 0 given back, 0 exhausted");
            assertThat(fake.arrived(Api.CARD_SEND)).isEqualTo(2);
        }
    }

    @Test
    void closingEndsRunningCallsAndLetsNoMoreOut() throws Exception {
        CountDownLatch accepted = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpLark lark = at("http://127.0.0.1:" + mute.getLocalPort());
            Future<?> server = threads.submit(() -> {
                int first = mute.accept().getInputStream().read();
                accepted.countDown();
                return first;
            });
            var running = threads.submit(() -> lark.exchangeCode(Samples.APP, Samples.exchange("c"), Samples.SOON));
            accepted.await();

            lark.close();

            assertThat(Results.unknown(running.get())).contains("lost");
            assertThat(server.get()).isEqualTo((int) 'P');
            assertThat(Results.kind(lark.exchangeCode(Samples.APP, Samples.exchange("c"), Samples.SOON)))
                    .isEqualTo(Kind.NOT_SENT);
            assertThat(Results.kind(lark.queryTenant(Samples.APP, CallPurpose.SETUP, Samples.SOON)))
                    .isEqualTo(Kind.NOT_SENT);
        } finally {
            threads.shutdownNow();
        }
    }

    private static mockwebserver3.MockResponse reset(ErrorCode code) {
        return FakeLark.json("")
                .newBuilder()
                .onResponseStart(new SocketEffect.CloseStream(code.getHttpCode()))
                .build();
    }

    private static HttpLark at(String address) {
        return HttpLark.builder(new RecordingMeter())
                .hosts((Brand brand) -> Samples.hosts(address))
                .build();
    }

    private static List<LarkResult<SentMessage>> fiveSends(FakeLark fake) {
        List<LarkResult<SentMessage>> results = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            results.add(fake.send());
        }
        return results;
    }

    private static <T> List<T> atOnce(int callers, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<T> results = new ArrayList<>();
            List<Callable<T>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                all.add(work);
            }
            for (Future<T> one : threads.invokeAll(all)) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long connections(FakeLark fake) {
        return fake.requests.stream()
                .map(request -> request.getConnectionIndex())
                .distinct()
                .count();
    }
}
