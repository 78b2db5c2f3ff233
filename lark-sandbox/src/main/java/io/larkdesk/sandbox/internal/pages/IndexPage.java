package io.larkdesk.sandbox.internal.pages;

import io.larkdesk.sandbox.internal.gate.Quota;
import io.larkdesk.sandbox.internal.http.Html;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Brand;
import io.larkdesk.sandbox.internal.platform.Organisation;
import io.larkdesk.sandbox.internal.platform.Person;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.util.Optional;
import java.util.stream.Collectors;

/** All organisations, their apps, and the people, with the ways in. */
final class IndexPage {

    private final Platform platform;
    private final Quota quota;

    IndexPage(Platform platform, Quota quota) {
        this.platform = platform;
        this.quota = quota;
    }

    Reply show(Request request) {
        String organisations = platform.organisations().stream()
                .map(one -> organisation(one, request))
                .collect(Collectors.joining());
        String body = """
                <main>
                <p class="brand">Lark sandbox</p>
                <h1>Organisations, apps and people</h1>
                <p class="muted">A stand-in of the Lark Open Platform. Open an app as a person, or look into what its bot sent them.</p>
                %s
                </main>
                """.formatted(
                        organisations.isEmpty()
                                ? "<p class=\"empty\">Nothing here yet. Add an app with <code>POST /sandbox/apps</code> and people with"
                                        + " <code>POST /sandbox/people</code>.</p>"
                                : organisations);
        return Layout.page(200, "Lark sandbox", body);
    }

    private String organisation(Organisation one, Request request) {
        String apps = platform.apps().stream()
                .filter(app -> app.organisation().tenantKey().equals(one.tenantKey()))
                .map(app -> app(app, request))
                .collect(Collectors.joining());
        return """
                <section class="panel"><header><h2>%s</h2><small>%s · %s</small></header>%s</section>
                """.formatted(Html.escape(one.name()), one.brand() == Brand.LARK ? "Lark" : "Feishu", used(one), apps);
    }

    private String used(Organisation one) {
        long calls = quota.used(one);
        return one.isMetered()
                ? "free edition · " + calls + " of " + one.monthlyQuota() + " calls used this month"
                : "paid edition · " + calls + " calls this month";
    }

    private String app(App app, Request request) {
        Optional<String> chosen = ChosenPerson.of(request, app.id());
        String people = platform.peopleOf(app.id()).stream()
                .map(person -> person(
                        app, person, chosen.filter(person.openId()::equals).isPresent()))
                .collect(Collectors.joining());
        String list = people.isEmpty()
                ? "<p class=\"empty\">Nobody yet. Add people with <code>POST /sandbox/people</code>.</p>"
                : "<div class=\"list\">" + people + "</div>";
        return """
                <div class="app"><h3>%s</h3><small><code>%s</code> · %s%s · %s</small>%s</div>
                """.formatted(
                        Html.escape(app.name()),
                        Html.escape(app.id()),
                        app.hasBot() ? "bot on" : "bot off",
                        app.settings().enabled() ? "" : " <span class=\"tag\">disabled</span>",
                        Html.escape(
                                app.settings().homePage().isEmpty()
                                        ? "no home page"
                                        : app.settings().homePage()),
                        list);
    }

    private static String person(App app, Person person, boolean chosen) {
        String openId = Html.encode(person.openId());
        String be = chosen
                ? "<a class=\"button plain\" href=\"/sandbox/open?forget=" + openId + "\">Stop being "
                        + Html.escape(person.name()) + "</a>"
                : "<a class=\"button plain\" href=\"/sandbox/open?stay=1&amp;open_id=" + openId
                        + "\">Be this person</a>";
        String open = app.settings().homePage().isEmpty()
                ? ""
                : "<a class=\"button\" href=\"/sandbox/open?open_id=" + openId + "\">Open app</a>";
        return """
                <div class="row">%s<span class="who"><b>%s</b><small>%s%s</small></span>
                <nav aria-label="%s"><a class="button plain" href="/sandbox/inbox/%s">Inbox</a>%s%s</nav></div>
                """.formatted(
                        Avatar.inline(person),
                        Html.escape(person.name()),
                        Html.escape(person.openId()),
                        notes(app, person),
                        Html.escape(person.name()),
                        openId,
                        be,
                        open);
    }

    private static String notes(App app, Person person) {
        StringBuilder notes = new StringBuilder();
        note(notes, person.resigned(), "resigned");
        note(notes, person.frozen(), "frozen");
        note(notes, person.botOptedOut(), "stopped the bot");
        note(notes, !app.isAvailableTo(person.openId()), "outside the availability range");
        return notes.toString();
    }

    private static void note(StringBuilder notes, boolean holds, String text) {
        if (holds) {
            notes.append(" <span class=\"tag\">").append(text).append("</span>");
        }
    }
}
