package io.larkdesk.app.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.attachment.TidyAttachments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Files, from one person to another, and all that keeps them from others. */
class FilesIT extends Sending {

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
