package org.example.desk;

import com.lark.oapi.Client;
import com.lark.oapi.core.httpclient.IHttpTransport;
import com.lark.oapi.core.request.RawRequest;
import com.lark.oapi.core.response.RawResponse;
import com.lark.oapi.okhttp.OkHttpClient;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.CallMeter;
import io.larkdesk.lark.LarkHosts;
import io.larkdesk.lark.LarkResult;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Makes calls by Lark's SDK; through its transport, because there each request is seen that it really sends. */
final class SdkCalls implements IHttpTransport {

    private final CallMeter meter;
    private final Function<Brand, LarkHosts> hosts;
    private final OkHttpClient http =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    private final Map<LarkApp, Client> clients = new ConcurrentHashMap<>();
    private final ThreadLocal<Exchange> running = new ThreadLocal<>();

    SdkCalls(CallMeter meter, Function<Brand, LarkHosts> hosts) {
        this.meter = meter;
        this.hosts = hosts;
    }

    /** A call of the SDK. */
    @FunctionalInterface
    interface Call<A> {
        A with(Client lark) throws Exception;
    }

    /** Makes {@code call}, and reads what it brings if Lark did it. */
    <A, T> LarkResult<T> make(
            LarkApp app, CallPurpose purpose, Duration within, Call<? extends A> call, Function<A, T> read) {
        Exchange exchange = new Exchange(meter, app.tenant(), purpose, within);
        running.set(exchange);
        try {
            A answer = call.with(clients.computeIfAbsent(app, this::client));
            return exchange.stand()
                    .fold(success -> read(answer, read), LarkResult.Failure<T>::new, LarkResult.Unknown<T>::new);
        } catch (Exception e) {
            // What the SDK makes of an error is one thing, what was sent and answered another
            return exchange.stand()
                    .fold(
                            success -> new LarkResult.Unknown<>(e.getClass().getSimpleName()),
                            LarkResult.Failure<T>::new,
                            LarkResult.Unknown<T>::new);
        } finally {
            running.remove();
        }
    }

    private static <A, T> LarkResult<T> read(A answer, Function<A, T> read) {
        try {
            return new LarkResult.Success<>(read.apply(answer));
        } catch (RuntimeException e) {
            return new LarkResult.Unknown<>("a success without what was asked for");
        }
    }

    private Client client(LarkApp app) {
        return Client.newBuilder(app.id().value(), app.secret().reveal())
                .openBaseUrl(hosts.apply(app.brand()).open().toString())
                .httpTransport(this)
                .build();
    }

    @Override
    public RawResponse execute(RawRequest request) throws Exception {
        return running.get().send(http, request);
    }
}
