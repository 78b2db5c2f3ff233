package io.larkdesk.app;

import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody who is signed in to an app, and acts in its tenant's group unless told otherwise. */
public final class SignedIn {

    private static final String PROVIDER = "cli_alder";

    private final RunningDesk.Node node;
    private final TestBrowser browser;
    private final String app;
    private final Person person;
    private final String csrf;

    private SignedIn(RunningDesk.Node node, TestBrowser browser, String app, Person person, String csrf) {
        this.node = node;
        this.browser = browser;
        this.app = app;
        this.person = person;
        this.csrf = csrf;
    }

    /** {@code openId} signs in to {@code app}, which leads into a group. */
    public static SignedIn to(RunningDesk.Node node, String app, String openId) {
        TestBrowser browser = new TestBrowser(node);
        browser.signIn(app, openId);
        String group = browser.get("/lark/" + app + "/workbench").location();
        Answer page = browser.get(group);
        String csrf = page.proof().orElseThrow(() -> new IllegalStateException(group + ": " + page.status()));
        Person person = node.bean(People.class)
                .findByOpenId(tenant(node, app).id(), new OpenId(openId))
                .orElseThrow();
        return new SignedIn(node, browser, app, person, csrf);
    }

    /** {@code openId}, one of the staff, signs in to the console. */
    public static SignedIn toConsole(RunningDesk.Node node, String openId) {
        TestBrowser browser = new TestBrowser(node);
        browser.signIn(PROVIDER, openId, "/console/staff");
        String csrf = browser.get("/console/staff").proof().orElseThrow();
        Person person = node.bean(People.class)
                .findByOpenId(tenant(node, PROVIDER).id(), new OpenId(openId))
                .orElseThrow();
        return new SignedIn(node, browser, PROVIDER, person, csrf);
    }

    private static Tenant tenant(RunningDesk.Node node, String app) {
        return node.bean(Tenants.class).findByApp(new AppId(app)).orElseThrow();
    }

    /** The service group of the tenant of {@code app}. */
    public static GroupId groupOf(RunningDesk.Node node, String app) {
        return node.bean(Groups.class)
                .findServiceGroupOf(tenant(node, app).id())
                .orElseThrow()
                .id();
    }

    /** The same browser at another node. */
    public SignedIn at(RunningDesk.Node other) {
        TestBrowser elsewhere = new TestBrowser(other);
        elsewhere.cookies().putAll(browser.cookies());
        return new SignedIn(other, elsewhere, app, person, csrf);
    }

    /** Who. */
    public Person person() {
        return person;
    }

    /** The app through which the person is signed in. */
    public String app() {
        return app;
    }

    /** The browser. */
    public TestBrowser browser() {
        return browser;
    }

    /** What the session's forms carry. */
    public String csrf() {
        return csrf;
    }

    /** The address of the group's page, and what is under it. */
    public String path(String tail) {
        return path(groupOf(node, app), tail);
    }

    /** The address of the page of {@code group} in this person's app, and what is under it. */
    public String path(GroupId group, String tail) {
        return "/lark/" + app + "/groups/" + group + tail;
    }

    /** Looks at a page of the group. */
    public Answer page(String tail) {
        return browser.get(path(tail));
    }

    /** The page's script asks. */
    public Answer ask(String path) {
        return browser.get(path, "X-Fragment", "1", "Accept", "*/*");
    }

    /** The page's script sends something. */
    public Answer send(String path, Map<String, String> form) {
        return browser.post(path, form, "X-Fragment", "1", "Accept", "*/*", "X-CSRF-Token", csrf);
    }

    /** A form is sent without script. */
    public Answer submit(String path, Map<String, String> form) {
        Map<String, String> fields = new HashMap<>(form);
        fields.put("_csrf", csrf);
        return browser.post(path, fields);
    }

    /** Says something new in the group; what the script gets. */
    public Answer say(String body) {
        return send(path("/messages"), message(body));
    }

    /** Opens a ticket in the group, and returns the address of its page. */
    public String openTicket(String title) {
        Answer created = send(path("/tickets"), ticket(title));
        if (created.status() != 201) {
            throw new IllegalStateException(created.status() + " " + created.body());
        }
        return created.location().replace("#heading", "");
    }

    /** The form of a new ticket. */
    public static Map<String, String> ticket(String title) {
        return Map.of(
                "clientId",
                UUID.randomUUID().toString(),
                "title",
                title,
                "product",
                "product:Managed PostgreSQL",
                "severity",
                "HIGH",
                "description",
                "Since 13:40");
    }

    /** The form of a new message. */
    public static Map<String, String> message(String body) {
        return Map.of("clientId", UUID.randomUUID().toString(), "body", body);
    }

    /** The place of the one message in a fragment. */
    public static long seq(Answer fragment) {
        String body = fragment.body();
        int from = body.indexOf("data-seq=\"") + 10;
        return Long.parseLong(body.substring(from, body.indexOf('"', from)));
    }
}
