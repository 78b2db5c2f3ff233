package io.larkdesk.app.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.attachment.TidyAttachments;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files, from one person to another, and all that keeps them from it. */
class FilesIT {

    private static final int LARGEST = 1_000_000;

    private static RunningDesk desk;
    private static SignedIn daniel;
    private static SignedIn mei;
    private static SignedIn lena;

    private long usedBefore;

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

    private static long used() {
        return desk.node().bean(Attachments.class).used(daniel.person().id().tenant());
    }

    private static Answer upload(SignedIn who, BodyPublisher body) {
        return who.browser()
                .send(
                        "POST",
                        daniel.path("/attachments").replace("cli_harbour", app(who)),
                        body,
                        "Content-Type",
                        Upload.TYPE,
                        "X-Fragment",
                        "1",
                        "Accept",
                        "application/json",
                        "X-CSRF-Token",
                        who.csrf());
    }

    private static String app(SignedIn who) {
        return who == lena ? "cli_meridian" : "cli_harbour";
    }

    private static Answer upload(SignedIn who, String name, String type, byte[] content) {
        return upload(
                who,
                BodyPublishers.ofByteArray(
                        new Upload().file(name, type, content).whole()));
    }

    private static String uploaded(SignedIn who, String name, byte[] content) {
        Answer answer = upload(who, name, "", content);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return json(answer).path("id").asText();
    }

    private static JsonNode json(Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }

    private static Answer say(SignedIn who, String body, String files) {
        Map<String, String> form = new HashMap<>(SignedIn.message(body));
        form.put("files", files);
        return who.send(who.path("/messages"), form);
    }

    private static void give(SignedIn who, String id) {
        assertThat(who.send(who.path("/attachments/" + id + "/delete"), Map.of())
                        .status())
                .isEqualTo(204);
    }

    private static HttpResponse<byte[]> fetch(SignedIn who, String path, String... headers) {
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

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] png(int width, int height) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertRefused(Answer answer, int status, String problem, String words) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(answer).path("problem").asText()).isEqualTo(problem);
        assertThat(json(answer).path("detail").asText()).contains(words);
        assertThat(used()).isEqualTo(usedBefore);
    }

    @Test
    void aPictureIsShownSmallAndGivenWhole() throws IOException {
        byte[] picture = png(1300, 900);
        Answer upload = upload(daniel, "Bildschirm „1“ 屏幕.png", "image/png", picture);
        assertThat(upload.status()).isEqualTo(201);
        assertThat(json(upload).path("width").asInt()).isEqualTo(1300);
        String id = json(upload).path("id").asText();
        assertThat(upload.location()).isEqualTo(daniel.path("/attachments/" + id));

        Answer said = say(daniel, "", id);

        assertThat(said.status()).as(said.body()).isEqualTo(200);
        String address = daniel.path("/attachments/" + id);
        assertThat(said.body())
                .contains("href=\"" + address + "\"")
                .contains("src=\"" + address + "/thumbnail\" width=\"320\" height=\"222\"");
        assertThat(mei.page("?m=" + SignedIn.seq(said)).body())
                .contains("src=\"" + mei.path("/attachments/" + id + "/thumbnail\""));
        HttpResponse<byte[]> whole = fetch(mei, mei.path("/attachments/" + id));
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(picture);
        assertThat(header(whole, "Content-Type")).isEqualTo("image/png");
        assertThat(header(whole, "Content-Length")).isEqualTo(String.valueOf(picture.length));
        assertThat(header(whole, "Content-Disposition"))
                .isEqualTo("inline; filename=\"Bildschirm _1_ __.png\";"
                        + " filename*=UTF-8''Bildschirm%20%E2%80%9E1%E2%80%9C%20%E5%B1%8F%E5%B9%95.png");
        assertThat(header(whole, "Content-Security-Policy")).contains("sandbox").contains("default-src 'none'");
        assertThat(header(whole, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(whole, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(whole, "Cache-Control")).isEqualTo("private, no-cache");
        HttpResponse<byte[]> small = fetch(mei, mei.path("/attachments/" + id + "/thumbnail"));
        assertThat(header(small, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getWidth())
                .isEqualTo(640);
        for (HttpResponse<byte[]> answer : List.of(whole, small)) {
            HttpResponse<byte[]> again =
                    fetch(mei, answer.request().uri().getPath(), "If-None-Match", header(answer, "ETag"));
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    /** What is kept in a browser is of no use to whoever may not see it any more. */
    @Test
    void whoWasRemovedIsNotToldThatTheBrowsersCopyIsStillRight() {
        SignedIn xiaoming = SignedIn.to(desk.node(), "cli_harbour", "ou_xiaoming");
        String id = uploaded(daniel, "shot.png", png(900, 700));
        say(daniel, "", id);
        for (String tail : List.of("", "/thumbnail")) {
            String path = daniel.path("/attachments/" + id + tail);
            String tag = header(fetch(xiaoming, path), "ETag");
            assertThat(fetch(xiaoming, path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
        String picture = daniel.path("/attachments/" + id);
        String tag = header(fetch(xiaoming, picture), "ETag");

        daniel.submit(daniel.path("/members/" + xiaoming.person().id() + "/remove"), Map.of());

        assertThat(fetch(xiaoming, picture, "If-None-Match", tag).statusCode()).isEqualTo(404);
        assertThat(fetch(xiaoming, picture + "/thumbnail", "If-None-Match", "\"small-" + id + '"')
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whateverCanRunIsForSaving() {
        String id = uploaded(daniel, "page.html", "<script>alert(document.cookie)</script>".getBytes(UTF_8));
        say(daniel, "look", id);

        HttpResponse<byte[]> answer = fetch(mei, mei.path("/attachments/" + id));

        assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment; filename=\"page.html\"");
        assertThat(header(answer, "Content-Security-Policy")).contains("sandbox");
        assertThat(fetch(mei, mei.path("/attachments/" + id + "/thumbnail")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void someBytesOfAFileAreGivenAlone() {
        byte[] content = new byte[700_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i / 251);
        }
        String path = daniel.path("/attachments/" + uploaded(daniel, "a.bin", content));

        HttpResponse<byte[]> middle = fetch(daniel, path, "Range", "bytes=262143-600000");
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(header(middle, "Content-Range")).isEqualTo("bytes 262143-600000/700000");
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(content, 262_143, 600_001));
        assertThat(fetch(daniel, path, "Range", "bytes=-5").body()).hasSize(5);
        assertThat(fetch(daniel, path, "Range", "bytes=699999-").body()).hasSize(1);
        assertThat(fetch(daniel, path, "Range", "bytes=0-", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> beyond = fetch(daniel, path, "Range", "bytes=700000-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */700000");
        give(daniel, path.replaceAll(".*/", ""));
    }

    @Test
    void untilItIsSentAFileIsItsUploadersOnly() {
        String id = uploaded(daniel, "a.txt", Upload.zeros(10));

        assertThat(fetch(daniel, daniel.path("/attachments/" + id)).statusCode())
                .isEqualTo(200);
        assertThat(fetch(mei, mei.path("/attachments/" + id)).statusCode()).isEqualTo(404);
        assertThat(mei.send(mei.path("/attachments/" + id + "/delete"), Map.of())
                        .status())
                .isEqualTo(404);
        say(daniel, "", id);
        assertThat(fetch(mei, mei.path("/attachments/" + id)).statusCode()).isEqualTo(200);
        String foreign = daniel.path("/attachments/" + id).replace("cli_harbour", "cli_meridian");
        assertThat(fetch(lena, foreign).statusCode()).isEqualTo(404);
        assertThat(upload(lena, "a.txt", "", Upload.zeros(10)).status()).isEqualTo(404);
    }

    @Test
    void whatIsNotTakenIsAnsweredAndLeavesNothing() {
        assertRefused(upload(daniel, "a.txt", "text/plain", new byte[0]), 422, "FILE_EMPTY", "a.txt is empty");
        assertRefused(
                upload(daniel, "a.bin", "", Upload.zeros(LARGEST + 1)),
                413,
                "FILE_TOO_LARGE",
                "Files can have up to 1 MB");
        assertRefused(
                upload(daniel, "a.png", "image/png", "<script>".getBytes(UTF_8)), 415, "FILE_NOT_A_PICTURE", "a.png");
        byte[] unannounced =
                new Upload().file("b.bin", "", Upload.zeros(LARGEST + 1)).whole();
        assertRefused(
                upload(daniel, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(unannounced))),
                413,
                "FILE_TOO_LARGE",
                "b.bin");
    }

    @Test
    void aRequestThatIsMuchTooLongIsAnsweredBeforeItIsRead() {
        byte[] head =
                new Upload().file("film.mov", "video/quicktime", new byte[0]).whole();
        BodyPublisher announced = BodyPublishers.fromPublisher(
                BodyPublishers.ofByteArrays(() -> new Iterator<>() {
                    private int left = 48;

                    @Override
                    public boolean hasNext() {
                        return left > 0;
                    }

                    @Override
                    public byte[] next() {
                        return left-- == 48 ? Arrays.copyOf(head, LARGEST) : new byte[LARGEST];
                    }
                }),
                48L * LARGEST);

        assertRefused(upload(daniel, announced), 413, "FILE_TOO_LARGE", "film.mov");
    }

    @Test
    void whereThereIsNoRoomNothingIsTaken() {
        List<String> taken = new ArrayList<>();
        Answer answer;
        do {
            usedBefore = used();
            answer = upload(daniel, "a.bin", "", Upload.zeros(LARGEST - 1_000));
            if (answer.status() == 201) {
                taken.add(json(answer).path("id").asText());
            }
        } while (answer.status() == 201);

        assertRefused(answer, 507, "FILE_NO_ROOM", "4 MB");
        assertThat(taken).isNotEmpty();
        taken.forEach(id -> give(daniel, id));
    }

    @Test
    void formsThatAreNoneAreAnswered() {
        assertThat(upload(
                                daniel,
                                BodyPublishers.ofByteArray(
                                        new Upload().field("x", "y").whole()))
                        .status())
                .isEqualTo(400);
        assertThat(upload(daniel, BodyPublishers.ofString("nothing of the sort"))
                        .status())
                .isEqualTo(400);
        assertThat(daniel.send(daniel.path("/attachments"), Map.of("a", "b")).status())
                .isEqualTo(415);
        assertThat(say(daniel, "x", "1").status()).isEqualTo(400);
        assertThat(used()).isEqualTo(usedBefore);
    }

    @Test
    void withoutTheSessionsProofNoFileIsTaken() {
        for (String path : List.of("/attachments", "/messages")) {
            byte[] form = new Upload()
                    .field("clientId", UUID.randomUUID().toString())
                    .field("_csrf", "x")
                    .file("a.txt", "", Upload.zeros(5))
                    .whole();
            Answer answer = daniel.browser()
                    .send("POST", daniel.path(path), BodyPublishers.ofByteArray(form), "Content-Type", Upload.TYPE);
            assertThat(answer.status()).isEqualTo(403);
        }
        Answer elsewhere = daniel.browser()
                .send(
                        "POST",
                        daniel.path("/read"),
                        BodyPublishers.ofByteArray(
                                new Upload().field("upTo", "1").whole()),
                        "Content-Type",
                        Upload.TYPE);
        assertThat(elsewhere.status()).isIn(403, 415);
        assertThat(used()).isEqualTo(usedBefore);
    }

    @Test
    void onlyOwnFilesAreSentAndOnceOnly() {
        String meis = uploaded(mei, "m.txt", Upload.zeros(3));
        String mine = uploaded(daniel, "d.txt", Upload.zeros(3));
        usedBefore = used();
        String unknown = UUID.randomUUID().toString();
        String eleven = String.join(" ", Collections.nCopies(10, unknown)) + " " + mine;

        assertRefused(say(daniel, "x", mine + " " + meis), 422, "FILE_NOT_THERE", "not there any more");
        assertRefused(say(daniel, "x", unknown), 422, "FILE_NOT_THERE", "");
        assertRefused(say(daniel, "x", mine + " " + mine), 422, "FILE_TWICE", "twice");
        assertRefused(say(daniel, "x", eleven), 422, "TOO_MANY_FILES", "10");
        assertThat(say(daniel, "", mine).status()).isEqualTo(200);
        assertRefused(say(daniel, "x", mine), 422, "FILE_NOT_THERE", "");
        assertThat(say(daniel, "", "").status()).isEqualTo(422);
        give(mei, meis);
    }

    private static Socket startUpload() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), desk.node().url().getPort());
        String cookies = daniel.browser().cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        socket.getOutputStream()
                .write(("POST " + daniel.path("/attachments") + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies
                                + "\r\nX-CSRF-Token: " + daniel.csrf() + "\r\nContent-Type: " + Upload.TYPE
                                + "\r\nContent-Length: 900000\r\n\r\n--" + Upload.BOUNDARY + "\r\n")
                        .getBytes(UTF_8));
        return socket;
    }

    @Test
    void nobodyHoldsMoreThanAFewConnectionsByUploads() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < RunningUploads.MOST; i++) {
                slow.add(startUpload());
            }
            await().untilAsserted(() -> {
                Answer refused = upload(daniel, "", "", new byte[0]);
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.header("Retry-After")).isEqualTo("5");
            });
            give(mei, uploaded(mei, "a.txt", Upload.zeros(10)));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().untilAsserted(() ->
                assertThat(upload(daniel, "", "", new byte[0]).status()).isNotEqualTo(429));
        assertThat(used()).isEqualTo(usedBefore);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        byte[] form = new Upload().file("a.bin", "", Upload.zeros(900_000)).whole();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), desk.node().url().getPort())) {
            OutputStream out = socket.getOutputStream();
            String cookies = daniel.browser().cookies().entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            out.write(("POST " + daniel.path("/attachments") + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies
                            + "\r\nX-CSRF-Token: " + daniel.csrf() + "\r\nContent-Type: " + Upload.TYPE
                            + "\r\nContent-Length: " + form.length + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(form, 0, 600_000);
            out.flush();
            await().until(() -> used() > usedBefore);
        }

        await().until(() -> used() == usedBefore);
    }

    @Test
    void withoutScriptAMessageAndItsFilesComeInOneForm() {
        String clientId = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < 2; attempt++) {
            Answer answer = submit(new Upload()
                    .field("_csrf", daniel.csrf())
                    .field("clientId", clientId)
                    .field("body", "two files")
                    .file("one.txt", "text/plain", Upload.zeros(5))
                    .file("two.png", "image/png", png(4, 4))
                    .file("", "application/octet-stream", new byte[0]));
            assertThat(answer.status()).as(answer.body()).isEqualTo(303);
            String page = daniel.browser()
                    .get(answer.location().replaceAll("#.*", ""))
                    .body();
            assertThat(page.split("data-client=\"" + clientId, -1)).hasSize(2);
            assertThat(page).contains("one.txt").contains("two.png");
        }
        assertThat(used()).isEqualTo(usedBefore + 5 + png(4, 4).length);
    }

    @Test
    void withoutScriptAFormWithoutFilesIsAMessage() {
        Answer answer = submit(new Upload()
                .field("_csrf", daniel.csrf())
                .field("clientId", UUID.randomUUID().toString())
                .field("body", "no file")
                .file("", "application/octet-stream", new byte[0]));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(used()).isEqualTo(usedBefore);
    }

    @Test
    void withoutScriptThePageSaysWhatIsWrongAndKeepsTheWords() {
        Answer answer = submit(new Upload()
                .field("_csrf", daniel.csrf())
                .field("clientId", UUID.randomUUID().toString())
                .field("body", "my words")
                .file("good.txt", "text/plain", Upload.zeros(5))
                .file("large.bin", "", Upload.zeros(LARGEST + 1)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body())
                .contains("large.bin is too large. Files can have up to 1 MB.")
                .contains(">my words</textarea>");
        assertThat(used()).isEqualTo(usedBefore);
        Upload eleven = new Upload()
                .field("_csrf", daniel.csrf())
                .field("clientId", UUID.randomUUID().toString());
        for (int i = 0; i < 11; i++) {
            eleven.file(i + ".txt", "", Upload.zeros(1));
        }
        assertThat(submit(eleven).body()).contains("A message can have up to 10 files.");
        assertThat(used()).isEqualTo(usedBefore);
    }

    private static Answer submit(Upload form) {
        return daniel.browser()
                .send(
                        "POST",
                        daniel.path("/messages"),
                        BodyPublishers.ofByteArray(form.whole()),
                        "Content-Type",
                        Upload.TYPE);
    }

    @Test
    void withTheMessageItsFilesGo() {
        String id = uploaded(daniel, "a.txt", Upload.zeros(10));
        long seq = SignedIn.seq(say(daniel, "", id));

        assertThat(daniel.send(daniel.path("/messages/" + seq + "/delete"), Map.of())
                        .status())
                .isEqualTo(200);

        assertThat(fetch(mei, mei.path("/attachments/" + id)).statusCode()).isEqualTo(404);
        desk.node().bean(TidyAttachments.class).execute();
        assertThat(used()).isEqualTo(usedBefore);
    }
}
