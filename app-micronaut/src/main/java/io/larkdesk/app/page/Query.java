package io.larkdesk.app.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in addresses behind the question mark. */
public final class Query {

    private Query() {}

    /** What an address says, in the order of {@code said}, beginning with {@code ?}; nothing if that is nothing. */
    public static String of(Map<String, String> said) {
        return said.isEmpty()
                ? ""
                : said.entrySet().stream()
                        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** How addresses name {@code value}. */
    public static String token(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What addresses name {@code token}; empty if that is nothing of {@code type}. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, @Nullable String token) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> token(value).equals(token))
                .findFirst();
    }
}
