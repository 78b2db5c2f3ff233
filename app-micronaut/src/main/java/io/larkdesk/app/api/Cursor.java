package io.larkdesk.app.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Places in lists, as systems keep them: nothing that they should read, or make themselves. */
final class Cursor {

    private Cursor() {}

    static String write(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** The place in the field {@code after}, if it was sent; one that is none is refused. */
    static <T> Optional<T> read(@Nullable String after, Function<String, Optional<T>> parse) {
        if (after == null) {
            return Optional.empty();
        }
        try {
            String place = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            return Optional.of(parse.apply(place).orElseThrow(Cursor::wrong));
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }

    private static Refusal wrong() {
        return Refusal.field("after", "is no place that a page named");
    }
}
