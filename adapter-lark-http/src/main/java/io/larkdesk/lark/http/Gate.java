package io.larkdesk.lark.http;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** The last step before a request is written: lets each pass once, so that whatever OkHttp would repeat by itself is not sent twice. */
final class Gate implements Interceptor {

    private static final int UNAVAILABLE = 503;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Exchange exchange = chain.request().tag(Exchange.class);
        if (exchange == null || !exchange.passGate()) {
            throw new ProtocolException("given up, too late, or sent before");
        }
        Response response = chain.proceed(chain.request());
        // on 503 with "Retry-After: 0" OkHttp would drop the answer and ask again
        return response.code() == UNAVAILABLE
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }
}
