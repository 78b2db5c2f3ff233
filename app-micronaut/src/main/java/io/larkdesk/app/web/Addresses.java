package io.larkdesk.app.web;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.tenant.AppId;
import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** The addresses of the desk that several controllers lead to; paths of our own, without scheme and host. */
public final class Addresses {

    /** Where staff begin. */
    public static final String CONSOLE = "/console";

    /** Where the provider is set up. */
    public static final String SETUP = CONSOLE + "/setup";

    /** Where an administrator decides what becomes of what waits after a backup was restored. */
    public static final String FENCE = CONSOLE + "/fence";

    private Addresses() {}

    /** What all addresses of {@code app} begin with. */
    public static String root(AppId app) {
        return "/lark/" + app;
    }

    /** Where the app's people begin. */
    public static String workbench(AppId app) {
        return "/lark/" + app + "/workbench";
    }

    /** The page of {@code group} in {@code app}, and what is under it. */
    public static String group(AppId app, GroupId group) {
        return "/lark/" + app + "/groups/" + group;
    }

    /** Where a person chooses when not to be reminded. */
    public static String quietTime(AppId app) {
        return "/lark/" + app + "/preferences/reminders";
    }

    /** Where the app's administrators see to their organisation, and what is under it. */
    public static String organisation(AppId app) {
        return "/lark/" + app + "/organisation";
    }

    /** The page of the ticket {@code number} in {@code app}, and what is under it. */
    public static String ticket(AppId app, TicketNumber number) {
        return ticket(app, Long.toString(number.value()));
    }

    /** The page of the ticket whose number stands as {@code number} in addresses. */
    public static String ticket(AppId app, String number) {
        return "/lark/" + app + "/tickets/" + number;
    }

    /** The ticket that {@code text} names at its one place in addresses; empty if it can name none. */
    public static Optional<TicketNumber> ticketNumber(String text) {
        return TicketNumber.parse(text)
                .filter(number -> Long.toString(number.value()).equals(text));
    }

    /** Where the app's people come to who have a link into a group. */
    public static String invite(AppId app) {
        return "/lark/" + app + "/person/inviteToGroup";
    }

    /** Where signing in begins. */
    public static String login(AppId app) {
        return "/thirdparty/lark/" + app + "/login";
    }

    /** Where signing in begins, to end at {@code next}. */
    public static String login(LocalPath next) {
        return login(next.app()) + "?next=" + URLEncoder.encode(next.value(), StandardCharsets.UTF_8);
    }

    /** Where Lark sends the browser back to. */
    public static String callback(AppId app) {
        return "/thirdparty/lark/" + app + "/oauth2/callback";
    }

    /** Whether {@code path} is one of the console's. */
    static boolean isConsole(String path) {
        return path.equals(CONSOLE) || path.startsWith(CONSOLE + "/");
    }

    /** Whether {@code path} is for systems, which no page is made for. */
    static boolean isApi(String path) {
        return path.startsWith("/api/");
    }

    /** The path of the request's address as it was sent; empty if the address makes no sense. */
    static String path(HttpRequest<?> request) {
        try {
            return Objects.requireNonNullElse(request.getUri().getRawPath(), "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
