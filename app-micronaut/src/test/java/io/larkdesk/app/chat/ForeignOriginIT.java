package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No page of another site changes anything, whatever it sends to whichever address, although the browser adds the session, and even if it
 * knew the session's proof. All of it under the name by which the service is known in public: towards {@code localhost} frameworks
 * are more careful than they are then.
 */
class ForeignOriginIT {

    private static final String HOST = "support.example.com";
    private static final String OWN = "Origin: https://" + HOST + "\r\nSec-Fetch-Site: same-origin\r\n";
    private static final List<String> FOREIGN = List.of(
            "Origin: https://evil.example\r\nSec-Fetch-Site: cross-site\r\n",
            "Origin: https://evil.example\r\n",
            "Origin: null\r\n",
            "Origin: https://forum.example.com\r\nSec-Fetch-Site: same-site\r\n",
            "Origin: https://a." + HOST + "\r\n",
            "Origin: http://" + HOST + "\r\n",
            "Sec-Fetch-Site: cross-site\r\n");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> TYPES =
            List.of(FORM, "text/plain", "multipart/form-data; boundary=between", "application/json");

    private static RunningDesk desk;
    private static Tables tables;
    private static SignedIn lena;
    private static SignedIn ines;
    private static Theirs hers;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(
                Map.of("larkdesk.public-url", "https://" + HOST, "larkdesk.emergency.ack-within", "PT24H"));
        desk.node().endRounds();
        tables = new Tables(desk.database());
        lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        ines = SignedIn.toConsole(desk.node(), "ou_ines");
        hers = Theirs.ticket(lena, tables);
        Theirs.settled(tables);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static List<String> unsafe() {
        return Routes.of(desk.node()).stream()
                .filter(route -> !route.startsWith("GET ") && !route.startsWith("OPTIONS "))
                .toList();
    }

    private static String path(String route) {
        return hers.in(route.split(" ", -1)[1]
                        .replace("{appId}", "cli_meridian")
                        .replace("{tenant}", lena.person().id().tenant().toString())
                        .replace("{token}", "A".repeat(43))
                        .replace("{command}", "acknowledge")
                        .replace("{change}", "severity"))
                .replaceAll("\\{\\w+}", "00000000-0000-0000-0000-000000000000");
    }

    private static String send(String route, String origin, String type) throws IOException {
        SignedIn who = route.contains(" /console") ? ines : lena;
        String body = body(type, who.csrf());
        String cookies = who.browser().cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        String request = """
                %s %s HTTP/1.1\r
                Host: %s\r
                %sCookie: %s\r
                X-CSRF-Token: %s\r
                Accept: */*\r
                Content-Type: %s\r
                Content-Length: %d\r
                Connection: close\r
                \r
                %s""".formatted(
                route.split(" ", -1)[0], path(route), HOST, origin, cookies, who.csrf(), type, body.length(), body);
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(),
                desk.node().bean(EmbeddedServer.class).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String body(String type, String proof) {
        Map<String, String> form = new HashMap<>(hers.form());
        form.put("_csrf", proof);
        if (type.startsWith("multipart")) {
            return form.entrySet().stream()
                            .map(field -> "--between\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                                    + "\"\r\n\r\n" + field.getValue() + "\r\n")
                            .collect(Collectors.joining())
                    + "--between--\r\n";
        }
        if (type.equals("application/json")) {
            return form.entrySet().stream()
                    .map(field -> '"' + field.getKey() + "\":\"" + field.getValue() + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Test
    void nothingThatAnotherSiteSendsIsTakenAndNothingChanges() throws IOException {
        Map<String, String> before = tables.content();
        assertThat(unsafe()).hasSizeGreaterThan(60);

        for (String route : unsafe()) {
            for (String origin : FOREIGN) {
                for (String type : TYPES) {
                    assertThat(send(route, origin, type))
                            .as(route + " " + origin + " " + type)
                            .startsWith("HTTP/1.1 403")
                            .contains("problem/formRefused");
                }
            }
        }

        assertThat(tables.content()).isEqualTo(before);
        for (String route : unsafe()) {
            assertThat(send(route, OWN, FORM)).as("our own page, at " + route).doesNotContain("problem/formRefused");
        }
        assertThat(tables.content()).as("what our own page may change").isNotEqualTo(before);
    }
}
