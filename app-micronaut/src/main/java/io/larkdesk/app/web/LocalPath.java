package io.larkdesk.app.web;

import io.larkdesk.core.tenant.AppId;
import io.micronaut.http.HttpRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a person goes next: a page of the app that the person is signed in to, or of the console, never another host. Our pages' addresses consist of
 * few characters, so nothing else is let through: no dot segments, no empty segments, nothing encoded.
 *
 * @param app through which the person is signed in, or is to be
 * @param value the path, with the query if there is one
 */
public record LocalPath(AppId app, String value) {

    private static final int LONGEST = 512;
    private static final Pattern TAIL =
            Pattern.compile("(?:/[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*)*/?(?:\\?[A-Za-z0-9_.=&-]*)?");

    /** Refuses what {@link #parse} would not have made. */
    public LocalPath {
        Objects.requireNonNull(app, "app");
        if (!isOf(app, value)) {
            throw new IllegalArgumentException("value is not a page of " + app);
        }
    }

    /** The page for the people of {@code app} that {@code text} is, or nothing. */
    public static Optional<LocalPath> parse(AppId app, String text) {
        return isOf(app, text) ? Optional.of(new LocalPath(app, text)) : Optional.empty();
    }

    /** The page of {@code app} that is asked for, without the query if that is not one of ours; else where its people begin. */
    public static LocalPath of(AppId app, HttpRequest<?> request) {
        String path = Addresses.path(request);
        return Optional.ofNullable(request.getUri().getRawQuery())
                .flatMap(query -> parse(app, path + "?" + query))
                .or(() -> parse(app, path))
                .orElseGet(() -> workbench(app));
    }

    /** The same page for the people of {@code next}; the console's is nobody else's. */
    LocalPath in(AppId next) {
        return isBelow(Addresses.CONSOLE, value)
                ? this
                : new LocalPath(
                        next,
                        Addresses.root(next)
                                + value.substring(Addresses.root(app).length()));
    }

    /** Where the people of {@code app} begin. */
    public static LocalPath workbench(AppId app) {
        return new LocalPath(app, Addresses.workbench(app));
    }

    private static boolean isOf(AppId app, String text) {
        return text.length() <= LONGEST && (isBelow("/lark/" + app, text) || isBelow(Addresses.CONSOLE, text));
    }

    private static boolean isBelow(String base, String text) {
        return text.startsWith(base)
                && TAIL.matcher(text.substring(base.length())).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
