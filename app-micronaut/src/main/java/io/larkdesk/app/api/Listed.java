package io.larkdesk.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.uri.UriBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param <T> what is listed
 * @param items what is on the page; perhaps nothing, although there is more
 * @param next what to send as {@code after} for the next page; not there on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Listed<T>(List<T> items, @Nullable String next) {

    /** Copies the list. */
    Listed {
        items = List.copyOf(items);
    }

    static <T> Listed<T> of(List<T> items, Optional<String> next) {
        return new Listed<>(items, next.map(Cursor::write).orElse(null));
    }

    /** At most {@code limit} of {@code all} after the one with the key {@code after}, in order of their keys. */
    static <T> Listed<T> cut(List<T> all, Function<T, String> key, Optional<String> after, int limit) {
        List<T> rest = all.stream()
                .sorted((one, other) -> key.apply(one).compareTo(key.apply(other)))
                .filter(item -> after.filter(place -> key.apply(item).compareTo(place) <= 0)
                        .isEmpty())
                .limit(limit + 1L)
                .toList();
        List<T> page = rest.subList(0, Math.min(limit, rest.size()));
        return of(page, rest.size() > limit ? Optional.of(key.apply(page.get(limit - 1))) : Optional.empty());
    }

    /** The answer, with the address of the next page also in its header. */
    HttpResponse<Listed<T>> answer(HttpRequest<?> request) {
        return next == null
                ? HttpResponse.ok(this)
                : HttpResponse.ok(this)
                        .header(
                                HttpHeaders.LINK,
                                "<"
                                        + UriBuilder.of(request.getUri())
                                                .replaceQueryParam("after", next)
                                                .build()
                                        + ">; rel=\"next\"");
    }
}
