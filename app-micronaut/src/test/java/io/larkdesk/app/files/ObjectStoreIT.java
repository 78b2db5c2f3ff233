package io.larkdesk.app.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.app.command.Commands;
import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.attachment.TidyAttachments;
import io.larkdesk.core.deletion.CarryOutDeletion;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.storage.s3.S3Server;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in an object store of others, which goes away and comes back, and in the database beside it. */
class ObjectStoreIT {

    /** Two pieces of the object store and a bit, so nine of the database. */
    private static final byte[] LARGE = new byte[2 * 1024 * 1024 + 7];

    @TempDir
    private Path folder;

    private final S3Server server = S3Server.start();
    private RunningDesk desk;
    private RunningDesk.Node node;
    private SignedIn daniel;

    @BeforeEach
    void start() {
        new Random(17).nextBytes(LARGE);
        desk = RunningDesk.start(settings());
        node = desk.node();
        node.endRounds();
        daniel = SignedIn.to(node, "cli_harbour", "ou_daniel");
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("larkdesk.attachments.s3.endpoint", server.endpoint().toString());
        settings.put("larkdesk.attachments.s3.bucket", S3Server.BUCKET);
        settings.put("larkdesk.attachments.s3.access-key", S3Server.ACCESS_KEY);
        settings.put("larkdesk.attachments.s3.secret-key", S3Server.SECRET_KEY);
        return settings;
    }

    @AfterEach
    void stop() {
        desk.close();
        server.close();
    }

    private Answer upload(byte[] content) {
        return upload(BodyPublishers.ofByteArray(form(content)));
    }

    private static byte[] form(byte[] content) {
        return new Upload().file("dump.bin", "", content).whole();
    }

    private Answer upload(BodyPublisher body) {
        return Upload.send(daniel, daniel.path("/attachments"), body);
    }

    private String uploaded(byte[] content) throws IOException {
        Answer answer = upload(content);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new ObjectMapper().readTree(answer.body()).path("id").asText();
    }

    private String sent(byte[] content) throws IOException {
        String id = uploaded(content);
        Map<String, String> form = new HashMap<>(SignedIn.message("see the file"));
        form.put("files", id);
        assertThat(daniel.send(daniel.path("/messages"), form).status()).isEqualTo(200);
        return id;
    }

    private HttpResponse<byte[]> fetch(SignedIn who, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.url() + path))
                .header("Cookie", cookies(who))
                .header("Accept", "text/html");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String cookies(SignedIn who) {
        return who.browser().cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<byte[]> file(String id, String... headers) throws IOException, InterruptedException {
        return fetch(daniel, daniel.path("/attachments/" + id), headers);
    }

    private int run(String sql) {
        try (Connection connection = DriverManager.getConnection(desk.database(), "postgres", "");
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private long used() {
        return node.bean(Attachments.class).used(daniel.person().id().tenant());
    }

    /** Lets so much time pass for files, and tidies up. */
    private int tidyAfter(Duration time) {
        run("update attachment set touched_at = touched_at - interval '" + time.toMinutes() + " min'");
        return node.bean(TidyAttachments.class).execute();
    }

    private String health() {
        return new TestBrowser(node).get("/health").body();
    }

    @Test
    void aFileGoesToTheBucketAndComesBackWholeOrInParts() throws Exception {
        String id = sent(LARGE);

        assertThat(server.count()).isEqualTo(3);
        assertThat(run("update attachment set touched_at = touched_at where storage = 'OBJECT_STORE' and size = "
                        + LARGE.length))
                .isOne();
        assertThat(run("delete from attachment_chunk")).isZero();
        assertThat(file(id).body()).isEqualTo(LARGE);
        int border = 1024 * 1024;
        HttpResponse<byte[]> part = file(id, "Range", "bytes=" + (border - 3) + "-" + (border + 2));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(LARGE, border - 3, border + 3));
        assertThat(file(id, "Range", "bytes=-5").body())
                .isEqualTo(Arrays.copyOfRange(LARGE, LARGE.length - 5, LARGE.length));
        assertThat(file(id, "Range", "bytes=" + LARGE.length + "-").statusCode())
                .isEqualTo(416);
        SignedIn lena = SignedIn.to(node, "cli_meridian", "ou_lena");
        assertThat(fetch(lena, daniel.path("/attachments/" + id).replace("cli_harbour", "cli_meridian"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotTakenOrGivenUpLeavesNoObject() throws Exception {
        String id = uploaded(LARGE);
        assertThat(daniel.send(daniel.path("/attachments/" + id + "/delete"), Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(server.count()).isZero();

        byte[] tooLarge = form(Upload.zeros(20_000_001));
        assertThat(upload(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)))
                        .status())
                .isEqualTo(413);
        assertThat(server.count()).isZero();
        assertThat(used()).isZero();
    }

    @Test
    void whileTheBucketIsAwayFilesAreRefusedAndNothingElseIs() throws Exception {
        String id = sent(LARGE);
        await().untilAsserted(() -> assertThat(health()).doesNotContain("files"));
        server.stop();

        Answer refused = upload(LARGE);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("dump.bin was not taken", "FILE_STORE_AWAY");
        HttpResponse<byte[]> unread = file(id);
        assertThat(unread.statusCode()).isEqualTo(503);
        assertThat(new String(unread.body(), UTF_8)).contains("cannot be opened just now");
        assertThat(health()).contains("\"what\":[\"files\"]");
        assertThat(new TestBrowser(node).get("/health/readiness").status()).isEqualTo(200);
        assertThat(daniel.say("without a file").status()).isEqualTo(200);
        assertThatThrownBy(() -> tidyAfter(AttachmentPolicy.DEFAULT.silentFor()))
                .hasMessageContaining("no usable answer");

        server.restart();
        assertThat(file(id).body()).isEqualTo(LARGE);
        assertThat(health()).doesNotContain("files");
        assertThat(tidyAfter(AttachmentPolicy.DEFAULT.silentFor())).isOne();
        assertThat(used()).isEqualTo(LARGE.length);
        assertThat(server.count()).isEqualTo(3);
    }

    @Test
    void filesStayWhereTheyAreWhenTheSettingChanges() throws Exception {
        String inBucket = sent(LARGE);
        Map<String, Object> changed = settings();
        changed.put("larkdesk.attachments.store", "database");
        node = desk.addNode(changed);
        daniel = SignedIn.to(node, "cli_harbour", "ou_daniel");

        String inDatabase = sent(LARGE);

        assertThat(server.count()).isEqualTo(3);
        assertThat(file(inBucket).body()).isEqualTo(LARGE);
        assertThat(file(inDatabase).body()).isEqualTo(LARGE);
        node = desk.node();
        daniel = SignedIn.to(node, "cli_harbour", "ou_daniel");
        assertThat(file(inDatabase).body()).isEqualTo(LARGE);
        assertThat(exported().values()).hasSize(2).allSatisfy(content -> assertThat(content)
                .isEqualTo(LARGE));
    }

    @Test
    void aNodeSaysThatItWasNotToldOfTheBucketThatFilesAreIn() throws Exception {
        sent(LARGE);

        node = desk.addNode(Map.of("larkdesk.attachments.s3.endpoint", "", "larkdesk.attachments.s3.bucket", ""));

        await().untilAsserted(() -> assertThat(health()).contains("\"what\":[\"files\"]"));
        assertThat(new TestBrowser(node).get("/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void theOperatorHasFilesBroughtWhereNewOnesAreStored() throws Exception {
        String inBucket = sent(LARGE);
        node = desk.addNode(Map.of("larkdesk.attachments.store", "database"));
        daniel = SignedIn.to(node, "cli_harbour", "ou_daniel");
        String inDatabase = sent(LARGE);
        String unsent = uploaded(LARGE);

        assertThat(relocate("s3")).isTrue();
        assertThat(server.count()).isEqualTo(3 + 9);
        assertThat(run("delete from attachment_chunk where attachment_id <> '" + unsent + "'"))
                .isZero();
        assertThat(file(inDatabase).body()).isEqualTo(LARGE);
        assertThat(file(unsent).body()).isEqualTo(LARGE);

        assertThat(relocate("database")).isTrue();
        server.stop();
        assertThat(file(inBucket).body()).isEqualTo(LARGE);
        assertThat(file(inDatabase).body()).isEqualTo(LARGE);
        assertThat(relocate("s3")).isFalse();
        assertThat(file(inDatabase).body()).isEqualTo(LARGE);
        assertThat(used()).isEqualTo(3L * LARGE.length);
    }

    /** As an operator does it, from a shell beside the nodes. */
    private boolean relocate(String store) {
        Map<String, Object> all = settings();
        all.put("larkdesk.attachments.store", store);
        all.put("larkdesk.db.url", desk.database());
        all.put("larkdesk.db.user", "postgres");
        all.put("larkdesk.data", folder.toString());
        all.forEach((name, value) -> System.setProperty(name, value.toString()));
        try {
            return Commands.execute(List.of("relocate-files"));
        } finally {
            all.keySet().forEach(System::clearProperty);
        }
    }

    private Map<String, byte[]> exported() throws Exception {
        SignedIn ines = SignedIn.toConsole(node, "ou_ines");
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.url() + customer() + "/export"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookies(ines))
                .POST(BodyPublishers.ofString("_csrf=" + ines.csrf()))
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                zip.transferTo(bytes);
                if (entry.getName().startsWith("files/")) {
                    files.put(entry.getName(), bytes.toByteArray());
                }
            }
        }
        return files;
    }

    private String customer() {
        return "/console/tenants/"
                + node.bean(Tenants.class)
                        .findByApp(new AppId("cli_harbour"))
                        .orElseThrow()
                        .id();
    }

    @Test
    void aCustomerIsDeletedOnlyWhenItsObjectsAre() throws Exception {
        sent(LARGE);
        SignedIn ines = SignedIn.toConsole(node, "ou_ines");
        assertThat(ines.submit(
                                customer() + "/deletion",
                                Map.of(
                                        "organisation",
                                        "Harbour Retail Group",
                                        "reason",
                                        "over",
                                        "without_export",
                                        "yes"))
                        .status())
                .isEqualTo(303);
        server.stop();
        carryOutAfter(Duration.ofDays(31));
        carryOutAfter(Duration.ofMinutes(6));
        assertThatThrownBy(() -> tidyAfter(Duration.ZERO)).hasMessageContaining("no usable answer");
        carryOutAfter(Duration.ofMinutes(2));
        assertThat(node.bean(Tenants.class).findByApp(new AppId("cli_harbour"))).isPresent();

        server.restart();
        assertThat(server.count()).isEqualTo(3);
        assertThat(tidyAfter(Duration.ZERO)).isOne();
        carryOutAfter(Duration.ofMinutes(2));

        assertThat(server.count()).isZero();
        assertThat(node.bean(Tenants.class).findByApp(new AppId("cli_harbour"))).isEmpty();
    }

    private void carryOutAfter(Duration time) {
        String back = " - interval '" + time.toMinutes() + " min'";
        run("update deletion set requested_at = requested_at" + back + ", due_at = due_at" + back
                + ", look_at = look_at" + back + ", begun_at = begun_at" + back);
        CarryOutDeletion carryOut = node.bean(CarryOutDeletion.class);
        while (carryOut.execute().isPresent()) {}
    }
}
