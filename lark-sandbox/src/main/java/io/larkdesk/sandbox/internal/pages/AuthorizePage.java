package io.larkdesk.sandbox.internal.pages;

import io.larkdesk.sandbox.internal.http.Html;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Person;
import java.util.List;
import java.util.stream.Collectors;

/** The page on which a person allows an app to know who they are, or does not; and the one that says why it cannot. */
public final class AuthorizePage {

    private AuthorizePage() {}

    /** Every answer leads back to the same address with one parameter more. */
    public static Reply choice(App app, List<Person> people, Request request) {
        String hidden = request.query().values().entrySet().stream()
                .map(one -> "<input type=\"hidden\" name=\"" + Html.escape(one.getKey()) + "\" value=\""
                        + Html.escape(one.getValue()) + "\">")
                .collect(Collectors.joining());
        String body = """
                <main class="narrow">
                <p class="brand">Lark sandbox</p>
                <h1>%s asks who you are</h1>
                <p class="muted">Organisation: %s. The app will know your name, your picture and your IDs.</p>
                <form method="get">%s
                %s
                <p class="actions"><button class="plain" name="sandbox_deny" value="1">Deny</button></p>
                </form>
                </main>
                """.formatted(
                        Html.escape(app.name()), Html.escape(app.organisation().name()), hidden, choices(app, people));
        return Layout.page(200, "Authorize " + app.name(), body);
    }

    private static String choices(App app, List<Person> people) {
        if (people.isEmpty()) {
            return "<p class=\"empty\">There is nobody in this app yet. Add people with <code>POST /sandbox/people</code>.</p>";
        }
        return people.stream()
                .map(person -> """
                        <div class="row">%s<span class="who"><b>%s</b><small>%s</small></span>
                        <button name="sandbox_open_id" value="%s" aria-label="Allow as %s">Allow</button></div>
                        """.formatted(
                                Avatar.inline(person),
                                Html.escape(person.name()),
                                Html.escape(note(app, person)),
                                Html.escape(person.openId()),
                                Html.escape(person.name())))
                .collect(Collectors.joining("\n", "<div class=\"list\">", "</div>"));
    }

    private static String note(App app, Person person) {
        if (person.resigned()) {
            return "has resigned";
        }
        return app.isAvailableTo(person.openId()) ? person.openId() : "outside the app's availability range";
    }

    /** The page that Lark shows in the place of a redirect. */
    public static Reply error(int code, String title, String detail) {
        String body = """
                <main class="narrow">
                <p class="brand">Lark sandbox</p>
                <h1>%s</h1>
                <p>%s</p>
                <p class="muted">Error code: %d</p>
                </main>
                """.formatted(Html.escape(title), Html.escape(detail), code);
        return Layout.page(400, title, body);
    }
}
