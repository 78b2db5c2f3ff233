package io.larkdesk.app.web;

import io.larkdesk.core.tenant.AppId;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Lark app that an address names: {@code /lark/{app}} and what is under it, and {@code /thirdparty/lark/{app}} likewise. */
public final class AppPath {

    private static final Pattern FORM = Pattern.compile("(?:/thirdparty)?/lark/([^/?#]+)(?:[/?#].*)?");

    private AppPath() {}

    /** The app of the request's address as it was sent, so that an address in disguise names none. */
    public static Optional<AppId> of(HttpRequest<?> request) {
        return parse(Addresses.path(request));
    }

    /** The app of {@code path}, as it was sent. */
    public static Optional<AppId> parse(String path) {
        Matcher matcher = FORM.matcher(path);
        return matcher.matches() ? AppId.parse(matcher.group(1)) : Optional.empty();
    }
}
