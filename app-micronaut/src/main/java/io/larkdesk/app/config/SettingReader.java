package io.larkdesk.app.config;

import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads single settings, and says of a wrong one what would be right. A blank setting counts as missing. */
final class SettingReader {

    private final PropertyResolver properties;

    SettingReader(PropertyResolver properties) {
        this.properties = properties;
    }

    Optional<String> text(String name) {
        return properties.getProperty(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    int number(String name, int least, int most, int otherwise) {
        return parsed(name, "a number from " + least + " to " + most, value -> {
                    int number = Integer.parseInt(value);
                    if (number < least || number > most) {
                        throw new IllegalArgumentException();
                    }
                    return number;
                })
                .orElse(otherwise);
    }

    /** A duration in ISO 8601 that is not negative. */
    Duration duration(String name, Duration otherwise) {
        return parsed(name, "a duration such as PT10M", value -> {
                    Duration duration = Duration.parse(value);
                    if (duration.isNegative()) {
                        throw new IllegalArgumentException();
                    }
                    return duration;
                })
                .orElse(otherwise);
    }

    Optional<Path> path(String name) {
        return parsed(name, "a path", Path::of).map(Path::toAbsolutePath).map(Path::normalize);
    }

    /** An http or https address without path, query or fragment; a slash at its end is taken off. */
    Optional<URI> origin(String name) {
        return parsed(name, "an address such as https://desk.example.com, without a path", value -> {
            URI uri = site(value);
            if (!uri.getRawPath().isEmpty()) {
                throw new IllegalArgumentException();
            }
            return uri;
        });
    }

    /** An http or https address, perhaps with a path; slashes at its end are taken off. */
    Optional<URI> address(String name) {
        return parsed(name, "an address such as https://open.larksuite.com", SettingReader::site);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        return parsed(
                        name,
                        "one of " + List.of(type.getEnumConstants()),
                        value -> Enum.valueOf(
                                type, value.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(otherwise);
    }

    private static URI site(String value) {
        URI uri = URI.create(value.replaceAll("/+$", ""));
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException();
        }
        return uri;
    }

    private <T> Optional<T> parsed(String name, String expected, Function<String, T> parse) {
        return text(name).map(value -> {
            try {
                return parse.apply(value);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new SettingException(name, "'" + value + "' is not " + expected, e);
            }
        });
    }
}
