package io.larkdesk.app.console.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.app.files.Upload;
import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditTrail;
import io.larkdesk.core.deletion.CarryOutDeletion;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer leaves: what is its own is taken along, there is time to think better of it, and then nothing of it remains. */
class DeletionIT {

    private static final String SAID = "canary-said-7f3a";
    private static final String NOTED = "canary-noted-7f3a";
    private static final String ELSEWHERE = "canary-elsewhere-7f3a";
    private static final String SENT = "canary-sent-7f3a";
    private static final Map<String, String> FORM =
            Map.of("organisation", "Harbour Retail Group", "reason", "The contract is over");

    @TempDir
    private Path folder;

    private RunningDesk desk;
    private SignedIn ines;
    private SignedIn sofia;
    private String customer;
    private String path;

    @BeforeEach
    void start() {
        desk = RunningDesk.start(Map.of());
        ines = SignedIn.toConsole(desk.node(), "ou_ines");
        sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        customer = "/console/tenants/" + harbour().orElseThrow().id();
        path = customer + "/deletion";
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private Optional<Tenant> harbour() {
        return desk.node().bean(Tenants.class).findByApp(new AppId("cli_harbour"));
    }

    private long run(String sql) {
        try (Connection connection = DriverManager.getConnection(desk.database(), "postgres", "");
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Lets that much time pass for the deletion. */
    private void pass(Duration time) {
        String back = " - interval '" + time.toMinutes() + " min'";
        assertThat(run("update deletion set requested_at = requested_at" + back + ", due_at = due_at" + back
                        + ", look_at = look_at" + back + ", exported_at = exported_at" + back + ", begun_at = begun_at"
                        + back))
                .isOne();
    }

    private void carryOut() {
        CarryOutDeletion carryOut = desk.node().bean(CarryOutDeletion.class);
        while (carryOut.execute().isPresent()) {}
    }

    /** Everybody says something, each in another place. */
    private void fill() {
        SignedIn daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        daniel.send(daniel.path("/messages"), withFile(daniel, SignedIn.message(SAID)));
        String ticket = daniel.openTicket("It is broken");
        Answer noted = sofia.submit(
                ticket.replace("cli_harbour", "cli_alder") + "/notes",
                Map.of("clientId", UUID.randomUUID().toString(), "note", NOTED));
        assertThat(noted.status()).isEqualTo(303);
        SignedIn lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        assertThat(lena.say(ELSEWHERE).status()).isEqualTo(200);
    }

    private static Map<String, String> withFile(SignedIn who, Map<String, String> message) {
        byte[] form = new Upload()
                .file("log.txt", "text/plain", SENT.getBytes(StandardCharsets.UTF_8))
                .whole();
        Answer sent = Upload.send(who, who.path("/attachments"), HttpRequest.BodyPublishers.ofByteArray(form));
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        Map<String, String> with = new HashMap<>(message);
        with.put("files", json(sent.body()).path("id").asText());
        return with;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The archive, as a file on disk. */
    private Path export() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(desk.node().url() + customer + "/export"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Cookie",
                        ines.browser().cookies().entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")))
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + ines.csrf()))
                .build();
        HttpResponse<Path> answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofFile(folder.resolve(UUID.randomUUID() + ".zip")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename=\"export-cli_harbour.zip\"");
        return answer.body();
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void whatIsTakenAlongIsAllThatIsTheCustomersAndNothingElse() throws Exception {
        fill();

        try (ZipFile zip = new ZipFile(export().toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertThat(names.get(names.size() - 1)).isEqualTo("manifest.json");
            JsonNode manifest = json(new String(bytes(zip, "manifest.json"), StandardCharsets.UTF_8));
            assertThat(manifest.path("organisation").asText()).isEqualTo("Harbour Retail Group");
            assertThat(manifest.path("entries")).hasSize(names.size() - 1);
            StringBuilder all = new StringBuilder();
            for (JsonNode entry : manifest.path("entries")) {
                byte[] content = bytes(zip, entry.path("name").asText());
                assertThat(entry.path("sha256").asText()).isEqualTo(sha256(content));
                assertThat(entry.path("bytes").asLong()).isEqualTo(content.length);
                all.append(new String(content, StandardCharsets.UTF_8));
            }
            assertThat(lines(zip, "messages.jsonl"))
                    .anySatisfy(line -> assertThat(line.path("body").asText()).isEqualTo(SAID));
            assertThat(lines(zip, "people.jsonl"))
                    .anySatisfy(line -> assertThat(line.path("name").asText()).isEqualTo("Daniel Okafor"));
            assertThat(lines(zip, "service-team.jsonl"))
                    .anySatisfy(line -> assertThat(line.path("name").asText()).isEqualTo("Sofia Lindqvist"));
            assertThat(lines(zip, "tickets.jsonl"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.path("title").asText()).isEqualTo("It is broken"));
            assertThat(lines(zip, "timelines.jsonl"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.path("hash").asText()).hasSize(64));
            assertThat(lines(zip, "groups.jsonl")).hasSize(2);
            assertThat(lines(zip, "members.jsonl")).isNotEmpty();
            List<JsonNode> audit = lines(zip, "audit.jsonl");
            JsonNode last = audit.get(audit.size() - 1);
            assertThat(last.path("action").asText()).isEqualTo("TENANT_EXPORTED");
            assertThat(last.path("hash").asText())
                    .isEqualTo(manifest.path("auditHash").asText());
            String file = lines(zip, "files.jsonl").get(0).path("path").asText();
            assertThat(file).startsWith("files/").endsWith("/log.txt");
            assertThat(new String(bytes(zip, file), StandardCharsets.UTF_8)).isEqualTo(SENT);
            assertThat(all)
                    .doesNotContain(NOTED)
                    .doesNotContain(ELSEWHERE)
                    .doesNotContain("harbour-secret")
                    .doesNotContain(harbour().orElseThrow().secret().text());
        }
    }

    private static List<JsonNode> lines(ZipFile zip, String name) throws IOException {
        return new String(bytes(zip, name), StandardCharsets.UTF_8)
                .lines()
                .map(DeletionIT::json)
                .toList();
    }

    @Test
    void aDeletionIsSeenAndCanBeGivenUp() {
        Answer asked = ines.submit(path, FORM);
        assertThat(asked.location()).isEqualTo(path + "?done=requested");

        assertThat(ines.browser().get(path).body()).contains("id=\"leaving\"", "The contract is over", "30 days left");
        assertThat(ines.browser().get(customer).body()).contains("id=\"leaving\"");
        assertThat(sofia.browser().get(customer).body())
                .contains("id=\"leaving\"")
                .doesNotContain("/deletion");
        assertThat(ines.browser().get("/console/tenants").body()).contains("tag wait leaving");
        assertThat(run("update notice set attempts = attempts where kind = 'LEAVING' and about_at is not null"))
                .isOne();
        Answer resumed = sofia.submit(customer + "/resume", Map.of());
        assertThat(resumed.status()).isEqualTo(409);
        assertThat(resumed.body()).contains("is to be deleted");
        assertThat(harbour().orElseThrow().isInService()).isFalse();
        assertThat(ines.submit(path, FORM).status()).isEqualTo(303);

        assertThat(ines.submit(path + "/give-up", Map.of()).location()).isEqualTo(path + "?done=givenUp");
        assertThat(run("update notice set attempts = attempts where kind = 'LEAVING' and about_at is null"))
                .isOne();
        assertThat(ines.browser().get(customer).body()).doesNotContain("id=\"leaving\"");
        assertThat(harbour().orElseThrow().isInService()).isFalse();
        assertThat(ines.submit(path + "/give-up", Map.of()).status()).isEqualTo(404);
        assertThat(sofia.submit(customer + "/resume", Map.of()).status()).isEqualTo(303);
        assertThat(harbour().orElseThrow().isInService()).isTrue();
    }

    @Test
    void whatIsNotMeantChangesNothing() {
        for (Map<String, String> form : List.of(
                Map.<String, String>of(),
                Map.of("organisation", "Harbour Retail Group"),
                Map.of("organisation", "Harbour", "reason", "over"),
                Map.of("organisation", "Meridian Labs", "reason", "over"),
                Map.of("organisation", "Harbour Retail Group", "reason", "x".repeat(201)))) {
            Answer refused = ines.submit(path, form);
            assertThat(refused.status()).as(form.toString()).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"problem\"", "aria-invalid=\"true\"");
        }
        for (String step : List.of("/give-up", "/without-export")) {
            assertThat(ines.submit(path + step, Map.of()).status()).isEqualTo(404);
        }
        assertThat(harbour().orElseThrow().isInService()).isTrue();
    }

    @Test
    void onlyAdministratorsHaveCustomersDeletedOrTakeTheirsAlong() {
        assertThat(sofia.browser().get(path).status()).isEqualTo(404);
        for (String step : List.of(path, path + "/give-up", path + "/without-export", customer + "/export")) {
            assertThat(sofia.submit(step, FORM).status()).as(step).isEqualTo(404);
        }
        assertThat(harbour().orElseThrow().isInService()).isTrue();
        assertThat(sofia.browser().get(customer).body()).doesNotContain("/export");
    }

    @Test
    void itIsDeletedWhenItsTimeHasComeAndTheAppIsFree() throws Exception {
        fill();
        String id = harbour().orElseThrow().id().value().toString();
        export();
        assertThat(ines.submit(path, FORM).status()).isEqualTo(303);
        carryOut();
        pass(Duration.ofDays(31));
        carryOut();
        assertThat(harbour()).isPresent();
        assertThat(ines.browser().get(path).body()).contains("waits for an export");

        export();
        pass(Duration.ofMinutes(1));
        carryOut();
        assertThat(ines.submit(path + "/give-up", Map.of()).status()).isEqualTo(409);
        assertThat(ines.submit(customer + "/export", Map.of()).status()).isEqualTo(404);
        assertThat(ines.browser().get(path).body()).contains("has begun");
        pass(Duration.ofMinutes(5));
        carryOut();

        assertThat(harbour()).isEmpty();
        assertThat(ines.browser().get(customer).status()).isEqualTo(404);
        assertThat(ines.browser().get("/console/tenants").body()).doesNotContain(id);
        assertThat(ines.browser().get("/lark/cli_harbour/workbench").status()).isEqualTo(404);
        assertThat(ines.browser().get("/console/audit").body()).contains("Tenant deleted", "Harbour Retail Group");
        assertThat(desk.node().bean(AuditTrail.class).listAfter(AuditBook.PROVIDER, 0, 1_000))
                .filteredOn(entry -> entry.event().action() == AuditAction.TENANT_DELETED)
                .hasSize(1);
        SignedIn lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        assertThat(lena.page("").body()).contains(ELSEWHERE);

        Answer begun = ines.submit(
                "/console/tenants",
                Map.of(
                        "organisation",
                        "Harbour again",
                        "plan",
                        "Business",
                        "tam",
                        sofia.person().id().value().toString()));
        Answer entered = ines.submit(
                begun.location() + "/app",
                Map.of(
                        "organisation",
                        "Harbour again",
                        "app_id",
                        "cli_harbour",
                        "app_secret",
                        "harbour-secret",
                        "brand",
                        "LARK",
                        "edition",
                        "FREE"));
        assertThat(entered.status()).as(entered.body()).isLessThan(400);
        assertThat(harbour().orElseThrow().id().value().toString()).isNotEqualTo(id);
    }

    @Test
    void withoutAnExportItIsDeletedToo() {
        Map<String, String> form = new HashMap<>(FORM);
        form.put("without_export", "yes");
        assertThat(ines.submit(path, form).status()).isEqualTo(303);
        assertThat(ines.browser().get(path).body()).contains("not wanted").doesNotContain("id=\"forgo\"");
        assertThat(ines.submit(path + "/give-up", Map.of()).status()).isEqualTo(303);
        assertThat(ines.submit(path, FORM).status()).isEqualTo(303);
        assertThat(ines.browser().get(path).body()).contains("id=\"forgo\"");
        assertThat(ines.submit(path + "/without-export", Map.of()).status()).isEqualTo(303);
        pass(Duration.ofDays(31));
        carryOut();
        pass(Duration.ofMinutes(6));
        carryOut();

        assertThat(harbour()).isEmpty();
    }
}
