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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single settings, and says of a wrong one what would be right. A blank setting counts as missing. */
final class SettingReader {

    private static final List<String> UNITS = List.of("", "K", "M", "G", "T");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15}) ?([KMGT]?)B?");

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

    /** A number of bytes, perhaps in kB, MB, GB or TB, each a thousand of the one before. */
    long size(String name, long least, long most, long otherwise) {
        return parsed(name, "a size from " + least + " to " + most + " bytes, such as 20MB", value -> {
                    Matcher size = SIZE.matcher(value.toUpperCase(Locale.ROOT));
                    if (!size.matches()) {
                        throw new IllegalArgumentException();
                    }
                    double factor = Math.pow(1_000, UNITS.indexOf(size.group(2)));
                    double bytes = Long.parseLong(size.group(1)) * factor;
                    if (bytes < least || bytes > most) {
                        throw new IllegalArgumentException();
                    }
                    return (long) bytes;
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

    boolean flag(String name, boolean otherwise) {
        return parsed(name, "true or false", value -> {
                    if (!value.equals("true") && !value.equals("false")) {
                        throw new IllegalArgumentException();
                    }
                    return value.equals("true");
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
