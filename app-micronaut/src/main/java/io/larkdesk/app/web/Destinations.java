package io.larkdesk.app.web;

import io.larkdesk.app.page.Notice;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Where the button of a notice leads. */
final class Destinations {

    private Destinations() {}

    /** A path of our own; empty if the notice leads nowhere, or the address names no app. */
    static Optional<String> of(Notice notice, HttpRequest<?> request) {
        return switch (notice) {
            case SIGN_IN, SIGN_IN_EXPIRED, SIGNED_OUT, SIGN_IN_CANCELLED, SIGN_IN_STALE, SIGN_IN_REFUSED, LARK_SILENT ->
                AppPath.of(request).map(Addresses::login);
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
                    FORM_REFUSED,
                    WRONG_METHOD,
                    NOT_ACCEPTABLE,
                    TOO_LARGE,
                    WRONG_TYPE,
                    BAD_REQUEST -> AppPath.of(request).map(Addresses::workbench);
            case TOO_MANY, ERROR -> again(request);
            case NOT_SET_UP, NOT_AVAILABLE, PAUSED, INVITE_CLOSED -> Optional.empty();
        };
    }

    private static Optional<String> again(HttpRequest<?> request) {
        return AppPath.of(request)
                .map(app -> request.getMethod() == HttpMethod.GET
                        ? LocalPath.of(app, request).value()
                        : Addresses.workbench(app));
    }
}
