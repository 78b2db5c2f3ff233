package io.larkdesk.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.attachment.Attachments;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Who sends files to whom, and how much of its room the customer uses. */
abstract class Sending {

    static final int LARGEST = 1_000_000;

    static RunningDesk desk;
    static SignedIn daniel;
    static SignedIn mei;
    static SignedIn lena;

    long usedBefore;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of("larkdesk.attachments.max-size", "1MB", "larkdesk.attachments.quota", "4 MB"));
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
        lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void measure() {
        usedBefore = used();
    }

    static long used() {
        return desk.node().bean(Attachments.class).used(daniel.person().id().tenant());
    }

    static Answer upload(SignedIn who, BodyPublisher body) {
        return Upload.send(who, daniel.path("/attachments").replace("cli_harbour", app(who)), body);
    }

    static String app(SignedIn who) {
        return who == lena ? "cli_meridian" : "cli_harbour";
    }

    static Answer upload(SignedIn who, String name, String type, byte[] content) {
        return upload(
                who,
                BodyPublishers.ofByteArray(
                        new Upload().file(name, type, content).whole()));
    }

    static String uploaded(SignedIn who, String name, byte[] content) {
        Answer answer = upload(who, name, "", content);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return json(answer).path("id").asText();
    }

    static JsonNode json(Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }

    static Answer say(SignedIn who, String body, String files) {
        Map<String, String> form = new HashMap<>(SignedIn.message(body));
        form.put("files", files);
        return who.send(who.path("/messages"), form);
    }

    static void give(SignedIn who, String id) {
        assertThat(who.send(who.path("/attachments/" + id + "/delete"), Map.of())
                        .status())
                .isEqualTo(204);
    }

    static HttpResponse<byte[]> fetch(SignedIn who, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + desk.node().url().getPort() + path))
                .header(
                        "Cookie",
                        who.browser().cookies().entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    static byte[] png(int width, int height) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void assertRefused(Answer answer, int status, String problem, String words) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(answer).path("problem").asText()).isEqualTo(problem);
        assertThat(json(answer).path("detail").asText()).contains(words);
        assertThat(used()).isEqualTo(usedBefore);
    }
}
