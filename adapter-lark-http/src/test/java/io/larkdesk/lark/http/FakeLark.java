package io.larkdesk.lark.http;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.SentMessage;
import io.larkdesk.lark.TenantInfo;
import io.larkdesk.lark.UserInfo;
import io.larkdesk.lark.UserToken;
import io.larkdesk.lark.http.HttpLark.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** A server that answers what it is told to, also what no Lark would, and the adapter in front of it. */
final class FakeLark implements AutoCloseable {

    static final String TOKEN = "t-s3cr3t-canary-tenant";
    static final String SENT = "{\"code\":0,\"data\":{\"message_id\":\"om_1\"}}";

    final RecordingMeter meter = new RecordingMeter();
    final Heard heard = new Heard();
    final HttpLark lark;
    /** The requests that arrived, in their order. */
    final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

    volatile MockResponse tokenAnswer = json("{\"code\":0,\"tenant_access_token\":\"" + TOKEN + "\",\"expire\":7200}");

    /** How requests are answered for which there is no answer of their own. */
    volatile UnaryOperator<MockResponse> usually = UnaryOperator.identity();

    private final Queue<MockResponse> answers = new ConcurrentLinkedQueue<>();
    private final MockWebServer server = new MockWebServer();

    /** On HTTP/1.1, with a client of the adapter's own. */
    FakeLark() {
        start();
        lark = lark("127.0.0.1").build();
    }

    /** With a client out of these settings, which looks the server's name up. */
    FakeLark(UnaryOperator<OkHttpClient.Builder> settings) {
        OkHttpClient client = settings.apply(
                        new OkHttpClient.Builder().dns(host -> List.of(InetAddress.getLoopbackAddress())))
                .build();
        if (client.protocols().contains(Protocol.H2_PRIOR_KNOWLEDGE)) {
            server.setProtocols(client.protocols());
        }
        start();
        lark = lark("lark.test").client(client).build();
    }

    private HttpLark.Builder lark(String host) {
        String base = "http://" + host + ":" + server.getPort();
        return HttpLark.builder(meter).hosts(brand -> Samples.hosts(base)).listener(heard);
    }

    String url() {
        return server.url("/").toString();
    }

    static FakeLark onHttp2() {
        return new FakeLark(settings -> settings.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)));
    }

    private void start() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                if (request.getTarget().equals(Api.APP_TOKEN.path())) {
                    return tokenAnswer;
                }
                MockResponse answer = answers.poll();
                return answer == null ? usually.apply(json(SENT)) : answer;
            }

            /** What HTTP/2 does to the stream; nothing may be waiting when an app token is asked for. */
            @Override
            public MockResponse peek() {
                MockResponse answer = answers.peek();
                return answer == null ? super.peek() : answer;
            }
        });
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MockResponse json(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    static MockResponse status(int status, String... headers) {
        MockResponse.Builder answer = new MockResponse.Builder().code(status);
        for (String header : headers) {
            answer.addHeader(header);
        }
        return answer.build();
    }

    String address() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /** The next request other than for an app token is answered so; without this, a card was sent. */
    void answer(MockResponse answer) {
        answers.add(answer);
    }

    LarkResult<SentMessage> send() {
        return lark.sendCard(Samples.APP, Samples.toAnn(), CallPurpose.REMINDER, Samples.SOON);
    }

    LarkResult<TenantInfo> queryTenant() {
        return lark.queryTenant(Samples.APP, CallPurpose.SETUP, Samples.SOON);
    }

    LarkResult<UserInfo> userInfo() {
        return lark.userInfo(Samples.APP, new UserToken("u-s3cr3t-canary-user"), Samples.SOON);
    }

    LarkResult<UserToken> exchange() {
        return lark.exchangeCode(Samples.APP, Samples.exchange("s3cr3t-canary-code"), Samples.SOON);
    }

    /** How many requests to this API arrived. */
    long arrived(Api api) {
        return requests.stream()
                .filter(request -> request.getTarget().equals(api.address()))
                .count();
    }

    @Override
    public void close() {
        lark.close();
        server.close();
    }
}
