package io.larkdesk.benchmarks.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person who has signed in, by way of the sandbox, and what a client has to send to be taken for this person. */
public final class Member {

    private static final String MESSAGES = "/messages";
    private static final int MOST_REDIRECTS = 10;

    private final HttpClient client;
    private final URI desk;
    private final String app;
    private final String page;
    private final String headers;
    private final String csrf;

    private Member(HttpClient client, URI desk, String app, String page) {
        this.client = client;
        this.desk = desk;
        this.app = app;
        this.page = page;
        this.headers = headersOf(client, desk);
        this.csrf = attribute("csrf");
    }

    static Member signIn(URI desk, String app, String openId) {
        HttpClient client = Web.withCookies();
        URI next = desk.resolve("/lark/" + app + "/workbench");
        try {
            for (int i = 0; i < MOST_REDIRECTS; i++) {
                HttpResponse<String> answer = Web.send(client, request(next));
                if (answer.statusCode() == 200) {
                    return new Member(client, desk, app, answer.body());
                }
                String location = answer.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body()));
                boolean atLark = location.contains("/open-apis/");
                next = next.resolve(atLark ? location + "&sandbox_open_id=" + openId : location);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException(openId + " is led in circles, to " + next);
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "text/html").header("Accept-Language", "en");
    }

    /** Opens a ticket: the address of its page, such as {@code /lark/…/tickets/1001}. */
    public String openTicket(String title) {
        Map<String, String> form = Map.of(
                "clientId", UUID.randomUUID().toString(), "title", title, "product", "unknown", "severity", "HIGH");
        return submit(group() + "/tickets", form, 201)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll("#.*", "");
    }

    /** Says {@code text} in the service group. */
    public void say(String text) {
        submit(group() + MESSAGES, messageOf(text), 200);
    }

    /** Has read the service group up to message {@code seq}. */
    public void read(String seq) {
        submit(group() + "/read", Map.of("upTo", seq, "looking", "false"), 204);
    }

    private HttpResponse<String> submit(String path, Map<String, String> form, int expected) {
        HttpRequest.Builder request = request(desk.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Fragment", "1")
                .header("X-CSRF-Token", csrf)
                .POST(HttpRequest.BodyPublishers.ofString(form(form)));
        return send(request, expected);
    }

    /** The page at {@code path}. */
    public String open(String path) {
        return send(request(desk.resolve(path)), 200).body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int expected) {
        try {
            HttpResponse<String> answer = Web.send(client, request);
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a form is sent. */
    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The headers of a page's request, each with its line end: host, cookies, language. */
    private static String headersOf(HttpClient client, URI desk) {
        CookieManager cookies = (CookieManager) client.cookieHandler().orElseThrow();
        String all = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> !cookie.getName().startsWith("sandbox"))
                .map(Member::pair)
                .collect(Collectors.joining("; "));
        return "Host: %s\r\nAccept-Language: en\r\nCookie: %s\r\n".formatted(desk.getAuthority(), all);
    }

    private static String pair(HttpCookie cookie) {
        return cookie.getName() + "=" + cookie.getValue();
    }

    /** The cookies by which the desk knows this person. */
    public Map<String, String> cookies() {
        CookieManager manager = (CookieManager) client.cookieHandler().orElseThrow();
        return manager.getCookieStore().getCookies().stream()
                .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue, (one, other) -> one));
    }

    /** A request that posts {@code form} as the page's script does. */
    public byte[] post(String path, String form) {
        String head =
                "POST %s HTTP/1.1\r\n%sAccept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Fragment: 1\r\nX-CSRF-Token: %s\r\nContent-Length: %d\r\n\r\n";
        return (head.formatted(path, headers, csrf, form.length()) + form).getBytes(StandardCharsets.US_ASCII);
    }

    /** A request that says {@code text} in the service group, once. */
    public byte[] message(String text) {
        return message(group(), text);
    }

    /** A request that says {@code text} in the group at the address {@code group}, once. */
    public byte[] message(String group, String text) {
        return post(group + MESSAGES, form(messageOf(text)));
    }

    private static Map<String, String> messageOf(String text) {
        return Map.of("clientId", UUID.randomUUID().toString(), "body", text);
    }

    /** A request for the page at {@code path}. */
    public byte[] get(String path) {
        return "GET %s HTTP/1.1\r\n%sAccept: text/html\r\n\r\n"
                .formatted(path, headers)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A request for the stream of the service group, from what the page showed on. */
    public String stream() {
        return "GET /lark/%s/events?group=%s&at=%s HTTP/1.1\r\n%sAccept: text/event-stream\r\n\r\n"
                .formatted(app, attribute("group"), attribute("at"), headers);
    }

    /** The address of the group that the page shows: the service group, if the person signed in before any ticket was opened. */
    public String group() {
        return groupOf(this);
    }

    /** The same group as {@code other} has, at this person's own address. */
    public String groupOf(Member other) {
        return "/lark/" + app + "/groups/" + other.attribute("group");
    }

    /** An attribute of the page's body. */
    public String attribute(String name) {
        Matcher value = Pattern.compile(" data-" + name + "=\"([^\"]*)\"").matcher(page);
        if (!value.find()) {
            throw new IllegalStateException("no " + name + ": " + page);
        }
        return value.group(1);
    }
}
