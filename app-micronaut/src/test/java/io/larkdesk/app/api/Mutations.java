package io.larkdesk.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.app.Odd;
import io.larkdesk.app.PlainHttp.Request;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes a request that is right into one that hardly is. */
final class Mutations {

    private static final List<String> TYPES = List.of(
            "",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=b",
            "application/xml",
            "application/json; charset=utf-16",
            "application/json; charset=none",
            "application/merge-patch+json",
            "*/*",
            "json",
            "application/json, text/plain");

    private static final List<String> ACCEPTED =
            List.of("text/html", "image/png", "", "nothing", "*/*;q=0", "text/event-stream", "application/xml");

    /** What a request must not decide. */
    private static final List<String> NOT_THEIRS = List.of(
            "id",
            "tenantId",
            "tenant",
            "author",
            "role",
            "isStaff",
            "state",
            "createdAt",
            "version",
            "number",
            "__proto__");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "BREW");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /** One to three things wrong with {@code right}; by chance nothing. */
    Request of(Request right) {
        Request request = right;
        for (int i = 0; i <= random.nextInt(3); i++) {
            request = once(request);
        }
        return request;
    }

    private Request once(Request request) {
        int kinds = request.body().length == 0 ? 9 : 24;
        return switch (random.nextInt(kinds)) {
            case 0 -> header(request, "Authorization", authorization());
            case 1 -> header(request, "Accept", one(ACCEPTED));
            case 2, 3 -> target(request, segment(request.target()));
            case 4, 5, 6 -> target(request, query(request.target()));
            case 7 -> new Request(one(METHODS), request.target(), request.headers(), request.body());
            case 8 -> header(request, "Idempotency-Key", latin(Odd.text(random)));
            case 9 -> header(request, "Content-Type", one(TYPES));
            case 10, 11 -> body(request, bytes(request.body()));
            default -> body(request, json(request.body()));
        };
    }

    private String authorization() {
        return one(List.of(
                "",
                "Bearer",
                "Bearer lkd_" + "A".repeat(43),
                "bearer " + "B".repeat(5_000),
                "Basic YTpi",
                "Bearer " + latin(Odd.text(random))));
    }

    /** A segment of the path that is another, or one more. */
    private String segment(String target) {
        String[] parts = target.split("\\?", 2);
        List<String> segments = new ArrayList<>(Arrays.asList(parts[0].split("/", -1)));
        int at = 3 + random.nextInt(Math.max(1, segments.size() - 3));
        String odd = random.nextInt(4) == 0
                ? one(List.of("%00", "..", "%2e%2e", "%2F", ";a=b", "%", "*"))
                : encoded(Odd.text(random));
        if (random.nextBoolean() && at < segments.size()) {
            segments.set(at, odd);
        } else {
            segments.add(odd);
        }
        return String.join("/", segments) + (parts.length > 1 ? "?" + parts[1] : "");
    }

    private String query(String target) {
        String name = one(
                List.of("after", "limit", "state", "since", "from", "until", "tenant", "q", encoded(Odd.text(random))));
        String value = random.nextInt(5) == 0 ? "%zz" : encoded(Odd.text(random));
        if (random.nextInt(4) == 0) {
            value = java.util.Base64.getUrlEncoder()
                    .encodeToString(Odd.text(random).getBytes(StandardCharsets.UTF_8));
        }
        return target + (target.contains("?") ? "&" : "?") + name + "=" + value;
    }

    /** Fields that are not there, too many, of another type, or odd. */
    private byte[] json(byte[] body) {
        JsonNode node = tree(body);
        if (!(node instanceof ObjectNode sent) || sent.isEmpty()) {
            return body;
        }
        List<String> names = new ArrayList<>();
        sent.fieldNames().forEachRemaining(names::add);
        String name = one(names);
        switch (random.nextInt(8)) {
            case 0 -> sent.remove(name);
            case 1 -> sent.put(one(NOT_THEIRS), Odd.text(random));
            case 2 -> sent.set(name, otherType());
            case 3 -> {
                return (sent.toString().substring(0, sent.toString().length() - 1) + ",\"" + name + "\":\"again\"}")
                        .getBytes(StandardCharsets.UTF_8);
            }
            case 4 -> {
                String number =
                        one(List.of("1e999", "-0", "123456789012345678901234567890", "1.5", "01", "+1", "0x1", "NaN"));
                return sent.toString()
                        .replaceFirst(":(\"[^\"]*\"|\\d+)", ":" + number)
                        .getBytes(StandardCharsets.UTF_8);
            }
            default -> sent.put(name, Odd.text(random));
        }
        return escaped(sent.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode otherType() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(7)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(true);
            case 2 -> nodes.numberNode(random.nextLong());
            case 3 -> nodes.arrayNode().add("x");
            case 4 -> nodes.objectNode().put("a", 1);
            case 5 -> nodes.numberNode(Double.MAX_VALUE);
            default -> nodes.arrayNode();
        };
    }

    private byte[] bytes(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return switch (random.nextInt(10)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 2 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 3 -> ("[".repeat(5_000) + "]".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
            case 4 -> "{\"title\":".repeat(2_000).getBytes(StandardCharsets.UTF_8);
            case 5 ->
                one(List.of("null", "true", "[]", "\"\"", "0", " ", "\uFEFF{}")).getBytes(StandardCharsets.UTF_8);
            case 6 -> text.getBytes(Charset.forName("UTF-16"));
            case 7 -> {
                byte[] random = new byte[1 + this.random.nextInt(300)];
                this.random.nextBytes(random);
                yield random;
            }
            case 8 -> {
                byte[] broken = body.clone();
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                yield broken;
            }
            default ->
                ("{\"a\":\"" + "x".repeat(100_000 + random.nextInt(1_200_000)) + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
        };
    }

    private static JsonNode tree(byte[] body) {
        try {
            return ApiDocument.parse(new String(body, StandardCharsets.UTF_8));
        } catch (AssertionError none) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    /** With escapes where UTF-8 has nothing to write. */
    private static String escaped(String json) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (Character.isSurrogate(c)) {
                text.append("\\u%04x".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static Request header(Request request, String name, String value) {
        List<String> headers = new ArrayList<>(request.headers());
        int at = headers.indexOf(name);
        if (at >= 0) {
            headers.set(at + 1, value);
        } else {
            headers.addAll(List.of(name, value));
        }
        return new Request(request.method(), request.target(), headers, request.body());
    }

    private static Request target(Request request, String target) {
        return new Request(request.method(), target, request.headers(), request.body());
    }

    private static Request body(Request request, byte[] body) {
        return new Request(request.method(), request.target(), request.headers(), body);
    }

    /** What can stand in a header's line. */
    private static String latin(String text) {
        return text.replaceAll("[\\r\\n\\x00]", "");
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
