package io.larkdesk.app.chat;

import static org.awaitility.Awaitility.await;

import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What belongs to others: a group with a message, a file and a link into it; and a ticket with an Emergency.
 *
 * @param ids by the names that addresses and forms have for them
 */
record Theirs(Map<String, String> ids) {

    static final String SECRET = "sesame";

    private static final String BOUNDARY = "between";
    private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern INVITE = Pattern.compile("/invites/([0-9a-f-]{36})/revoke");
    private static final Pattern CODE = Pattern.compile("inviteToGroup\\?code=([A-Za-z0-9_-]+)");
    private static final Pattern GROUP = Pattern.compile(" data-group=\"([^\"]+)\"");

    Theirs {
        ids = Map.copyOf(ids);
    }

    /** {@code owner} opens a ticket, and leaves something in its group. */
    static Theirs ticket(SignedIn owner, Tables tables) {
        String ticket = owner.openTicket(SECRET);
        Answer declared = owner.send(
                ticket + "/emergency",
                Map.of("clientId", UUID.randomUUID().toString(), "reason", "DATA_LOSS", "impact", SECRET));
        require(declared, 303);
        String group = found(GROUP, owner.browser().get(ticket).body());
        Map<String, String> ids = new HashMap<>(group(owner, group).ids());
        ids.put("number", ticket.substring(ticket.lastIndexOf('/') + 1));
        ids.put("emergency", tables.list("select emergency_id from emergency").get(0));
        return new Theirs(ids);
    }

    /** {@code owner} leaves something in {@code group}. */
    static Theirs group(SignedIn owner, String group) {
        String path = owner.path("").replaceAll("[^/]+$", group);
        Answer uploaded = owner.browser()
                .send(
                        "POST",
                        path + "/attachments",
                        BodyPublishers.ofString(multipart(Map.of(), SECRET)),
                        "Content-Type",
                        MULTIPART,
                        "X-Fragment",
                        "1",
                        "X-CSRF-Token",
                        owner.csrf());
        require(uploaded, 201);
        String file = found(ID, uploaded.body());
        Answer said = owner.send(
                path + "/messages", Map.of("clientId", UUID.randomUUID().toString(), "body", SECRET, "files", file));
        require(said, 200);
        Answer invited = owner.send(path + "/invites", Map.of("limit", ""));
        require(invited, 201);
        return new Theirs(Map.of(
                        "group", group,
                        "seq", Long.toString(SignedIn.seq(said)),
                        "file", file,
                        "invite", found(INVITE, invited.body()),
                        "code", found(CODE, invited.body()),
                        "person", owner.person().id().toString(),
                        "number", "999999",
                        "emergency", UUID.randomUUID().toString(),
                        "token", UUID.randomUUID().toString()))
                .with(Map.of(
                        "event", UUID.randomUUID().toString(),
                        "endpoint", UUID.randomUUID().toString(),
                        "what", "stop"));
    }

    private static void require(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    /** With others of these ids. */
    Theirs with(Map<String, String> others) {
        Map<String, String> changed = new HashMap<>(ids);
        changed.putAll(others);
        return new Theirs(changed);
    }

    /** {@code address} with the ids put in; fails if it has a variable that nobody knows. */
    String in(String address) {
        String filled = address;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        if (filled.contains("{")) {
            throw new IllegalStateException("no id for " + filled);
        }
        return filled;
    }

    /** Every field that a form can have, filled so that it would be taken. */
    Map<String, String> form() {
        Map<String, String> form = new HashMap<>(Map.of(
                "clientId", UUID.randomUUID().toString(),
                "body", "intruder",
                "upTo", "1",
                "looking", "true",
                "title", "intruder",
                "product", "product:Managed PostgreSQL",
                "severity", "LOW",
                "description", "intruder",
                "version", "1",
                "reason", "DATA_LOSS"));
        form.putAll(Map.of(
                "impact", "intruder",
                "closing", "intruder",
                "resolution", "intruder",
                "note", "intruder",
                "stars", "5",
                "word", "intruder",
                "person", ids.getOrDefault("person", ""),
                "emergency", ids.getOrDefault("emergency", ""),
                "code", ids.getOrDefault("code", "")));
        form.putAll(Map.of(
                "label",
                "intruder",
                "scope",
                "tenants:read",
                "days",
                "30",
                "url",
                "https://hooks.example",
                "type",
                "ticket.created"));
        String number = ids.getOrDefault("number", "");
        form.putAll(Map.of("ticket", number, "take", number, "version-" + number, "1"));
        return form;
    }

    /** Sends {@link #form} as the page's script does, with a file if that is what the route is for. */
    Answer post(SignedIn who, String path, boolean file) {
        return file
                ? who.browser()
                        .send(
                                "POST",
                                path,
                                BodyPublishers.ofString(multipart(form(), "intruder")),
                                "Content-Type",
                                MULTIPART,
                                "Accept",
                                "*/*",
                                "X-Fragment",
                                "1",
                                "X-CSRF-Token",
                                who.csrf())
                : who.send(path, form());
    }

    private static String multipart(Map<String, String> fields, String file) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return body + "--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n"
                + file + "\r\n--" + BOUNDARY + "--\r\n";
    }

    /** Waits until what was begun is done, so that nothing changes by itself any more; of a desk whose rounds were ended. */
    static Map<String, String> settled(Tables tables) {
        AtomicReference<Map<String, String>> before = new AtomicReference<>(Map.of());
        return await("nothing changes any more")
                .pollInterval(Duration.ofMillis(1500))
                .until(tables::content, now -> now.equals(before.getAndSet(now)));
    }
}
