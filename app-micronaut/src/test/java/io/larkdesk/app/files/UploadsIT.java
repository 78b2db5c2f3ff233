package io.larkdesk.app.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.TestBrowser.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How files come, and what is not taken, which leaves nothing behind. */
class UploadsIT extends Sending {

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
}
