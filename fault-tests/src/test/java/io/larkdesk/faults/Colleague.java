package io.larkdesk.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who is signed in and has the page of the customer's service group open. */
final class Colleague {

    private static final Pattern SEQ = Pattern.compile("data-seq=\"(\\d+)\"");
    private static final Pattern END = Pattern.compile(
            "/emergency/end\".*?name=\"emergency\" value=\"([^\"]*)\".*?name=\"version\" value=\"(\\d+)\"",
            Pattern.DOTALL);

    private static final int CHANGED = 409;

    private final Browser browser;
    private final String app;
    private final String openId;
    private final String page;

    private Colleague(Browser browser, String app, String openId, String page) {
        this.browser = browser;
        this.app = app;
        this.openId = openId;
        this.page = page;
    }

    /** {@code openId} of the customer's comes to the workbench, wherever that leads. */
    static Colleague signIn(String openId, List<URI> nodes) {
        return signIn(Scene.APP, openId, nodes);
    }

    /** {@code openId} comes to the workbench of {@code app}. */
    static Colleague signIn(String app, String openId, List<URI> nodes) {
        Browser browser = new Browser(openId, nodes);
        try {
            HttpResponse<String> page = browser.open("/lark/" + app + "/workbench");
            if (page.statusCode() != 200 || !page.body().contains("data-group=")) {
                throw new IllegalStateException(openId + ": " + page.statusCode() + " " + page.body());
            }
            return new Colleague(browser, app, openId, page.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String openId() {
        return openId;
    }

    /** As others mention this person. */
    UUID id() {
        return UUID.fromString(attribute("me"));
    }

    /** The page as it was drawn. */
    String page() {
        return page;
    }

    /** Where the page's stream goes on. */
    String position() {
        return attribute("at");
    }

    /** Says {@code body}, perhaps once more with the same {@code clientId}; the message's place in the group. */
    long say(UUID clientId, String body) throws IOException {
        String answer = send("/messages", Map.of("clientId", clientId.toString(), "body", body), 200);
        Matcher seq = SEQ.matcher(answer);
        if (!seq.find()) {
            throw new IllegalStateException(answer);
        }
        return Long.parseLong(seq.group(1));
    }

    /** Has read the group up to {@code seq}. */
    void read(long seq) throws IOException {
        send("/read", Map.of("upTo", Long.toString(seq), "looking", "false"), 204);
    }

    /** Opens a ticket, and declares an Emergency on it; the address of the ticket's page. */
    String declareEmergency(String title) throws IOException {
        String page = openTicket(title);
        declareEmergencyOn(page, title);
        return page;
    }

    /** Opens a ticket; the address of its page. */
    String openTicket(String title) throws IOException {
        return openTicket(UUID.randomUUID(), title);
    }

    /** The same, perhaps once more with the same {@code clientId}. */
    String openTicket(UUID clientId, String title) throws IOException {
        Map<String, String> ticket =
                Map.of("clientId", clientId.toString(), "title", title, "product", "unknown", "severity", "HIGH");
        return post(group() + "/tickets", ticket, 201)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replace("#heading", "");
    }

    /** Declares an Emergency on the ticket whose page is {@code page}. */
    void declareEmergencyOn(String page, String impact) throws IOException {
        declareEmergencyOn(page, UUID.randomUUID(), impact);
    }

    /** The same, perhaps once more with the same {@code clientId}. */
    void declareEmergencyOn(String page, UUID clientId, String impact) throws IOException {
        Map<String, String> emergency =
                Map.of("clientId", clientId.toString(), "reason", "DATA_LOSS", "impact", impact);
        post(page + "/emergency", emergency, 303);
    }

    /** The address of the page of the group that this person looks at. */
    String address() {
        return group();
    }

    /** The same person, who has another page open: a ticket's, say. */
    Colleague at(String address) throws IOException {
        String shown = required(address, browser.open(address), 200).body();
        return new Colleague(browser, app, openId, shown);
    }

    /** Acknowledges the Emergency, of which one sees that {@code version}, on ticket {@code number}. */
    void acknowledge(String number, UUID emergency, long version) throws IOException {
        Map<String, String> form = Map.of("emergency", emergency.toString(), "version", Long.toString(version));
        post(ticket(number) + "/emergency/acknowledge", form, 200);
    }

    /** Ends the Emergency on ticket {@code number}, unless it is over. */
    void endEmergency(String number, String closing) throws IOException {
        Matcher form = END.matcher(at(ticket(number)).page());
        if (form.find()) {
            Map<String, String> fields =
                    Map.of("emergency", form.group(1), "version", form.group(2), "closing", closing);
            String path = ticket(number) + "/emergency/end";
            HttpResponse<String> answer = browser.post(path, fields, attribute("csrf"));
            if (answer.statusCode() == CHANGED) {
                throw new IOException("it has changed meanwhile");
            }
            required(path, answer, 200);
        }
    }

    private String ticket(String number) {
        return "/lark/" + app + "/tickets/" + number;
    }

    /**
     * A link into a group.
     *
     * @param code by which one comes in
     * @param invite its id
     */
    record Link(String code, String invite) {}

    /** Makes a link into the group. */
    Link invite() throws IOException {
        String answer = send("/invites", Map.of("limit", ""), 201);
        Matcher link = Pattern.compile("code=([\\w-]+)").matcher(answer);
        Matcher revocation = Pattern.compile("/invites/([0-9a-f-]+)/revoke").matcher(answer);
        if (!link.find() || !revocation.find()) {
            throw new IllegalStateException(answer);
        }
        return new Link(link.group(1), revocation.group(1));
    }

    /** Withdraws a link. */
    void revoke(String invite) throws IOException {
        send("/invites/" + invite + "/revoke", Map.of(), 303);
    }

    /** With which status it ends to come into a group by a link. */
    int join(String code) throws IOException {
        return browser.post("/lark/" + app + "/person/inviteToGroup", Map.of("code", code), attribute("csrf"))
                .statusCode();
    }

    /** With which status it ends to say something. */
    int trySaying(String body) throws IOException {
        Map<String, String> form = Map.of("clientId", UUID.randomUUID().toString(), "body", body);
        return browser.post(group() + "/messages", form, attribute("csrf")).statusCode();
    }

    private String send(String path, Map<String, String> form, int expected) throws IOException {
        return post(group() + path, form, expected).body();
    }

    private HttpResponse<String> post(String path, Map<String, String> form, int expected) throws IOException {
        return required(path, browser.post(path, form, attribute("csrf")), expected);
    }

    private static HttpResponse<String> required(String path, HttpResponse<String> answer, int expected)
            throws BusyException {
        if (answer.statusCode() == BusyException.STATUS) {
            throw BusyException.of(answer);
        }
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    /** The stream of events that the page opens, at {@code node}. */
    HttpResponse<InputStream> stream(URI node, String position) throws IOException {
        return browser.stream(node, "/lark/" + app + "/events?group=" + attribute("group"), position);
    }

    private String group() {
        return "/lark/" + app + "/groups/" + attribute("group");
    }

    private String attribute(String name) {
        Matcher value = Pattern.compile(" data-" + name + "=\"([^\"]*)\"").matcher(page);
        if (!value.find()) {
            throw new IllegalStateException(page);
        }
        return value.group(1);
    }
}
