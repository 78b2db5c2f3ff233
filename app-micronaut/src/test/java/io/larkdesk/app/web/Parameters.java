package io.larkdesk.app.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpParameters;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;

/** The queries of addresses, for tests. */
public final class Parameters {

    private Parameters() {}

    /**
     * What the server takes {@code query} for, which may begin with a question mark.
     *
     * @throws IllegalArgumentException if it takes it for nothing
     */
    public static HttpParameters of(String query) {
        MutableHttpParameters parameters = HttpRequest.GET("/").getParameters();
        // No address has half of a surrogate pair
        String sent = new String(query.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        new QueryStringDecoder(sent.replaceFirst("^\\?", ""), false)
                .parameters()
                .forEach((name, values) -> values.forEach(value -> parameters.add(name, value)));
        return parameters;
    }
}
