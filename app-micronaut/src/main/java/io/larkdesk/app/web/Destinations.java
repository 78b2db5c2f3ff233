package io.larkdesk.app.web;

import io.larkdesk.app.page.Notice;
import io.larkdesk.core.tenant.AppId;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Where the button of a notice leads. */
final class Destinations {

    private Destinations() {}

    /** A path of our own; empty if the notice leads nowhere, or the address names no app. */
    static Optional<String> of(Notice notice, HttpRequest<?> request, Optional<AppId> app) {
        return switch (notice) {
            case SIGN_IN, SIGN_IN_EXPIRED, SIGNED_OUT, SIGN_IN_CANCELLED, SIGN_IN_STALE, SIGN_IN_REFUSED, LARK_SILENT ->
                app.map(Addresses::login);
            case BROKEN_LINK,
                    INVITE_EXPIRED,
                    INVITE_REVOKED,
                    INVITE_USED_UP,
                    INVITE_OUTDATED,
                    INVITE_FOREIGN,
                    ALREADY_IN,
                    NOTHING_HERE,
                    TICKET_CLOSED,
                    NOBODY_COMES,
                    NO_PAGE,
                    FENCED,
                    NOT_ALLOWED,
                    FORM_REFUSED,
                    WRONG_METHOD,
                    NOT_ACCEPTABLE,
                    TOO_LARGE,
                    WRONG_TYPE,
                    BAD_REQUEST -> app.map(known -> beginning(request, known));
            case TOO_MANY, FILES_AWAY, BUSY, ERROR -> app.map(known -> again(request, known));
            case NOT_SET_UP,
                    CONSOLE_NOT_SET_UP,
                    SETUP_OVER,
                    GUIDE_OVER,
                    NO_ROLE,
                    NOT_AVAILABLE,
                    PAUSED,
                    INVITE_CLOSED -> Optional.empty();
        };
    }

    private static String again(HttpRequest<?> request, AppId app) {
        return request.getMethod() == HttpMethod.GET
                ? LocalPath.of(app, request).value()
                : beginning(request, app);
    }

    private static String beginning(HttpRequest<?> request, AppId app) {
        return Addresses.isConsole(Addresses.path(request)) ? Addresses.CONSOLE : Addresses.workbench(app);
    }
}
