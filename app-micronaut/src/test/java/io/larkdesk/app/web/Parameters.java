package io.larkdesk.app.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpParameters;
import io.netty.handler.codec.http.QueryStringDecoder;

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
        new QueryStringDecoder(query.replaceFirst("^\\?", ""), false)
                .parameters()
                .forEach((name, values) -> values.forEach(value -> parameters.add(name, value)));
        return parameters;
    }
}
