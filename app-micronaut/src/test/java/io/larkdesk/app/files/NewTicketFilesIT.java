package io.larkdesk.app.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.attachment.Attachments;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files that come with a new ticket, with and without script; and what may follow it at once. */
class NewTicketFilesIT {

    private static final Pattern FILE = Pattern.compile("href=\"([^\"]+/attachments/[^\"]+)\" download");
    private static final byte[] LOG = "disk full\n".getBytes(UTF_8);

    private static RunningDesk desk;
    private static SignedIn daniel;
    private static SignedIn mei;
    private static SignedIn sofia;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of("larkdesk.attachments.max-size", "1MB"));
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
        sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static long used() {
        return desk.node().bean(Attachments.class).used(daniel.person().id().tenant());
    }

    private static Upload form(Map<String, String> fields) {
        Upload form = new Upload().field("_csrf", daniel.csrf());
        fields.forEach(form::field);
        return form;
    }

    private static Answer submit(Upload form) {
        return daniel.browser()
                .send(
                        "POST",
                        daniel.path("/tickets"),
                        BodyPublishers.ofByteArray(form.whole()),
                        "Content-Type",
                        Upload.TYPE);
    }

    private static Answer page(SignedIn who, Answer created) {
        String path = created.location().replace("#heading", "");
        return who.browser().get(who == sofia ? path.replace("cli_harbour", "cli_alder") : path);
    }

    private static String file(Answer page) {
        Matcher link = FILE.matcher(page.body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void aFormBringsFilesIntoTheTicketsGroupWhereTheOtherSideSeesThem() {
        Answer created = submit(form(SignedIn.ticket("With files"))
                .file("pg.log", "text/plain", LOG)
                .file("数据.csv", "", LOG));

        assertThat(created.status()).isEqualTo(303);
        assertThat(page(daniel, created).body()).contains("pg.log").contains("数据.csv");
        String file = file(page(sofia, created));
        assertThat(sofia.browser().get(file).body()).isEqualTo("disk full\n");
        assertThat(mei.browser().get(file.replace("cli_alder", "cli_harbour")).status())
                .isEqualTo(404);
        assertThat(daniel.page("").body()).contains("With files").doesNotContain("pg.log");
    }

    @Test
    void theScriptNamesFilesThatItHasUploadedOnce() {
        Answer uploaded = Upload.send(
                daniel,
                daniel.path("/attachments"),
                BodyPublishers.ofByteArray(new Upload().file("pg.log", "", LOG).whole()));
        String id = uploaded.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        Map<String, String> form = new HashMap<>(SignedIn.ticket("By script"));
        form.put("files", id);

        Answer created = daniel.send(daniel.path("/tickets"), form);
        Answer again = daniel.send(daniel.path("/tickets"), form);
        Map<String, String> other = new HashMap<>(SignedIn.ticket("Another"));
        other.put("files", id);
        Answer taken = daniel.send(daniel.path("/tickets"), other);

        assertThat(created.status()).isEqualTo(201);
        assertThat(again.location()).isEqualTo(created.location());
        assertThat(page(daniel, created).body()).containsOnlyOnce("data-name=\"pg.log\"");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).contains("A file is not there any more");
        assertThat(daniel.page("").body()).doesNotContain("Another");
        form.put("files", "x");
        assertThat(daniel.send(daniel.path("/tickets"), form).status()).isEqualTo(400);
    }

    @Test
    void tooManyTooLargeOrEmptyFilesOpenNothingAndNothingOfThemStays() {
        long before = used();
        Upload six = form(SignedIn.ticket("Six"));
        for (int i = 0; i < 6; i++) {
            six.file(i + ".log", "", LOG);
        }
        Answer tooMany = submit(six);
        Answer tooLarge = submit(
                form(SignedIn.ticket("Large")).file("ok.log", "", LOG).file("huge.log", "", Upload.zeros(1_000_001)));
        Answer empty = submit(form(SignedIn.ticket("Empty")).file("empty.log", "", new byte[0]));

        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.body()).contains("A ticket can have up to 5 files").contains("value=\"Six\"");
        assertThat(tooLarge.status()).isEqualTo(422);
        assertThat(tooLarge.body()).contains("huge.log is too large").contains("id=\"ticket-files-problem\"");
        assertThat(empty.body()).contains("empty.log is empty");
        assertThat(daniel.page("").body()).doesNotContain("Six").doesNotContain("Large");
        assertThat(used()).isEqualTo(before);
    }

    @Test
    void whoseFormIsRefusedIsToldToChooseTheFilesAgain() {
        Map<String, String> fields = new HashMap<>(SignedIn.ticket(""));

        assertThat(submit(form(fields).file("pg.log", "", LOG)).body())
                .contains("2 fields need another look:")
                .contains("Choose the files again");
        assertThat(submit(form(fields)).body())
                .contains("id=\"title-problem\"")
                .doesNotContain("Choose the files again");
    }

    @Test
    void aFormWithoutTheProofOfTheSessionOpensNothing() {
        Upload forged = new Upload();
        SignedIn.ticket("Forged").forEach(forged::field);

        assertThat(submit(forged.file("pg.log", "", LOG)).status()).isEqualTo(403);
        assertThat(daniel.page("").body()).doesNotContain("Forged");
    }

    @Test
    void aCriticalTicketLeadsOnToItsEmergencyIfThatIsWanted() {
        Map<String, String> fields = new HashMap<>(SignedIn.ticket("All is down"));
        fields.put("emergency", "yes");
        Answer high = submit(form(fields));
        fields.put("severity", "CRITICAL");
        fields.put("clientId", SignedIn.ticket("").get("clientId"));
        Answer critical = submit(form(fields));

        assertThat(high.location()).endsWith("#heading");
        assertThat(critical.location()).matches("/lark/cli_harbour/tickets/\\d+/emergency");
        Answer asked = daniel.browser().get(critical.location());
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains("name=\"reason\" value=\"DATA_LOSS\"");
    }
}
