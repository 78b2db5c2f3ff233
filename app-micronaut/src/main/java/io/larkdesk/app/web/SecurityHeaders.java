package io.larkdesk.app.web;

import io.larkdesk.app.config.Settings;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/**
 * Tells browsers, with every answer, what our pages never do. Scripts and styles come from our own files only, pictures also from
 * Lark's; nobody may frame a page: "New tab in Lark" is a window of its own. What an answer does not say about keeping it, it says here:
 * nobody keeps it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.HEADERS)
final class SecurityHeaders {

    private static final String POLICY = "Content-Security-Policy";

    private static final Map<String, String> ALWAYS = Map.of(
            POLICY,
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types larkdesk",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Permissions-Policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    /** Not {@code no-referrer}: with that, browsers send forms of our own pages with the origin {@code null}. */
    private static final String REFERRER_POLICY = "same-origin";

    private final boolean secure;

    SecurityHeaders(Settings settings) {
        secure = settings.isSecure();
    }

    /** Adds them; doing it again changes nothing. */
    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        ALWAYS.forEach((name, value) -> {
            // Answers that are no page of ours may do even less
            if (!name.equals(POLICY) || !headers.contains(POLICY)) {
                headers.set(name, value);
            }
        });
        setIfAbsent(headers, "Referrer-Policy", REFERRER_POLICY);
        setIfAbsent(headers, HttpHeaders.CACHE_CONTROL, "no-store");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (isOfPages(request) && !headers.getAll(HttpHeaders.VARY).contains(Browser.FRAGMENT_HEADER)) {
            headers.add(HttpHeaders.VARY, Browser.FRAGMENT_HEADER);
        }
        if ("text/html".equals(headers.get(HttpHeaders.CONTENT_TYPE))) {
            headers.set(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
        }
    }

    private static boolean isOfPages(HttpRequest<?> request) {
        return AppPath.of(request).isPresent() || Addresses.isConsole(Addresses.path(request));
    }

    private static void setIfAbsent(MutableHttpHeaders headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
