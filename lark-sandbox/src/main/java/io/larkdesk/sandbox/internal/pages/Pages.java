package io.larkdesk.sandbox.internal.pages;

import io.larkdesk.sandbox.internal.gate.Quota;
import io.larkdesk.sandbox.internal.http.Params;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.http.Routes;
import io.larkdesk.sandbox.internal.im.Messages;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Organisation;
import io.larkdesk.sandbox.internal.platform.Person;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The pages outside the API: index, inbox, pictures, and the choice of a person. */
public final class Pages {

    private interface Page {
        Reply show(Request request, Map<String, String> path);
    }

    private final Platform platform;
    private final Routes<Page> routes = new Routes<>();

    public Pages(Platform platform, Messages messages, Quota quota) {
        this.platform = platform;
        IndexPage index = new IndexPage(platform, quota);
        InboxPage inbox = new InboxPage(platform, messages);
        routes.add("GET", "/", (request, path) -> index.show(request));
        routes.add("GET", "/sandbox/inbox/:open_id", (request, path) -> of(path, one -> inbox.show(one, request)));
        routes.add("GET", "/sandbox/avatars/:id", (request, path) -> picture(path.getOrDefault("id", "")));
        routes.add("GET", "/sandbox/open", (request, path) -> open(request.query()));
    }

    /** The page at the request's path, if there is one. */
    public Optional<Reply> answer(Request request) {
        return routes.find(request.method(), request.path())
                .map(match -> match.target().show(request, match.path()));
    }

    private Reply of(Map<String, String> path, Function<Person, Reply> page) {
        String openId = path.getOrDefault("open_id", "");
        return platform.person(openId).map(page).orElseGet(() -> nobody());
    }

    private Reply picture(String id) {
        Stream<String> people = platform.person(id).map(Person::name).stream();
        Stream<String> bots = platform.apps().stream()
                .filter(app -> app.botOpenId().equals(id))
                .map(App::name);
        Stream<String> organisations = platform.organisations().stream()
                .filter(one -> one.tenantKey().equals(id))
                .map(Organisation::name);
        return Stream.of(people, bots, organisations)
                .flatMap(found -> found)
                .findFirst()
                .map(name -> Avatar.picture(id, name))
                .orElseGet(Pages::nobody);
    }

    /** Makes the browser this person, and opens the app, or stays; or makes it nobody again. */
    private Reply open(Params query) {
        Optional<String> forget = query.find("forget");
        String openId = forget.orElseGet(() -> query.text("open_id"));
        Optional<Person> person = platform.person(openId);
        if (person.isEmpty()) {
            return nobody();
        }
        String appId = person.get().appId();
        String home = platform.app(appId).orElseThrow().settings().homePage();
        boolean stay = forget.isPresent() || query.find("stay").isPresent() || home.isEmpty();
        return Reply.redirect(stay ? "/" : home)
                .with(
                        "Set-Cookie",
                        forget.isPresent() ? ChosenPerson.noCookie(appId) : ChosenPerson.cookie(appId, openId));
    }

    private static Reply nobody() {
        return Layout.page(404, "Nobody here", """
                <main class="narrow"><p class="brand">Lark sandbox</p><h1>Nobody here</h1>
                <p>The sandbox knows no person with this open_id. Perhaps it was started anew.</p>
                <p><a href="/">All apps and people</a></p></main>
                """);
    }
}
