package io.larkdesk.sandbox.internal.auth;

import io.larkdesk.sandbox.internal.gate.Access;
import io.larkdesk.sandbox.internal.gate.Call;
import io.larkdesk.sandbox.internal.gate.Endpoint;
import io.larkdesk.sandbox.internal.gate.Tier;
import io.larkdesk.sandbox.internal.http.Html;
import io.larkdesk.sandbox.internal.http.Params;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.pages.AuthorizePage;
import io.larkdesk.sandbox.internal.pages.ChosenPerson;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Person;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The authorize page: {@code GET authen/v1/authorize}. Somebody already chosen, by {@code sandbox_open_id} or by the
 * cookie that the sandbox's pages set, is answered at once, as inside Lark; everyone else chooses on the page.
 */
public final class Authorize {

    private final Platform platform;
    private final Grants grants;

    public Authorize(Platform platform, Grants grants) {
        this.platform = platform;
        this.grants = grants;
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.free("GET", "/open-apis/authen/v1/authorize", Access.OPEN, this::authorize)
                        .limited(Tier.COMMON),
                Endpoint.free("GET", "/open-apis/authen/v1/index", Access.OPEN, this::authorize)
                        .limited(Tier.COMMON));
    }

    private Reply authorize(Call call) {
        Params query = call.request().query();
        String clientId = query.find("client_id").orElseGet(() -> query.text("app_id"));
        Optional<App> known =
                platform.app(clientId).filter(one -> one.organisation().brand() == call.base());
        if (known.isEmpty()) {
            return AuthorizePage.error(
                    20048, "The app does not exist", "client_id " + clientId + " is not known here.");
        }
        App app = known.get();
        return fault(app, query).orElseGet(() -> decide(app, call.request()));
    }

    private static Optional<Reply> fault(App app, Params query) {
        if (!app.settings().enabled()) {
            return Optional.of(
                    AuthorizePage.error(20069, "The app is not enabled", "Its organisation switched it off."));
        }
        String redirect = query.text("redirect_uri");
        if (!isHttp(redirect) || !app.allowsRedirectTo(redirect)) {
            return Optional.of(AuthorizePage.error(
                    20029,
                    "The redirect URL is invalid",
                    "redirect_uri " + redirect + " is not in the app's list of redirect URLs."));
        }
        for (String scope : query.text("scope").split(" ", -1)) {
            if (!scope.isEmpty() && !app.isGranted(scope)) {
                return Optional.of(AuthorizePage.error(
                        20027, "The app lacks a scope", "It asks for " + scope + ", which it was not granted."));
            }
        }
        String method = query.text("code_challenge_method");
        if (!method.isEmpty() && !method.equals("S256") && !method.equals("plain")) {
            return Optional.of(AuthorizePage.error(
                    20001, "The request is invalid", "code_challenge_method must be S256 or plain."));
        }
        return Optional.empty();
    }

    private Reply decide(App app, Request request) {
        Params query = request.query();
        String redirect = query.text("redirect_uri");
        if (query.find("sandbox_deny").isPresent()) {
            return Reply.redirect(extended(redirect, "error=access_denied", query));
        }
        Optional<String> openId = query.find("sandbox_open_id").or(() -> chosenBefore(app, request));
        if (openId.isEmpty()) {
            return AuthorizePage.choice(app, platform.peopleOf(app.id()), request);
        }
        Optional<Person> person =
                openId.flatMap(platform::person).filter(one -> one.appId().equals(app.id()));
        if (person.isEmpty()) {
            return AuthorizePage.error(
                    20008, "The user does not exist", "There is nobody " + openId.get() + " in this app.");
        }
        Challenge challenge = new Challenge(
                query.text("code_challenge"),
                query.text("code_challenge_method").equals("S256") ? Challenge.Method.S256 : Challenge.Method.PLAIN);
        Grant grant = grants.issue(app.id(), person.get().openId(), redirect, challenge, query.text("scope"));
        return Reply.redirect(extended(redirect, "code=" + grant.code(), query));
    }

    /** A cookie may outlive its person, as when the sandbox was started anew; then the page asks again. */
    private Optional<String> chosenBefore(App app, Request request) {
        return ChosenPerson.of(request, app.id())
                .flatMap(platform::person)
                .filter(person -> person.appId().equals(app.id()))
                .map(Person::openId);
    }

    /** The redirect URL with the parameter and the state behind its query; a fragment stays behind both. */
    private static String extended(String redirect, String parameter, Params query) {
        int hash = redirect.indexOf('#');
        String url = hash < 0 ? redirect : redirect.substring(0, hash);
        String fragment = hash < 0 ? "" : redirect.substring(hash);
        String state =
                query.find("state").map(value -> "&state=" + Html.encode(value)).orElse("");
        return url + (url.indexOf('?') < 0 ? "?" : "&") + parameter + state + fragment;
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
