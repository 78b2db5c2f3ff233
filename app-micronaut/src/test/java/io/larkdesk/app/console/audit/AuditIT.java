package io.larkdesk.app.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.audit.AuditTrail;
import io.larkdesk.core.audit.Origin;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The audit log in the console: what is written down, who reads it, and how it is checked and taken away. */
class AuditIT {

    private static final String AUDIT = "/console/audit";
    private static final Pattern GUIDE = Pattern.compile("(/guide/[A-Za-z0-9_-]{43})<");

    private static RunningDesk desk;
    private static SignedIn ines;
    private static SignedIn sofia;
    private static SignedIn amara;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        ines = SignedIn.toConsole(desk.node(), "ou_ines");
        sofia = SignedIn.toConsole(desk.node(), "ou_sofia");
        amara = SignedIn.toConsole(desk.node(), "ou_amara");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static Tenant tenant(String app) {
        return desk.node().bean(Tenants.class).findByApp(new AppId(app)).orElseThrow();
    }

    private static String path(Tenant tenant) {
        return "/console/tenants/" + tenant.id();
    }

    private static List<AuditEntry> all() {
        return desk.node().bean(AuditTrail.class).list(AuditQuery.ALL, 1_000);
    }

    private static AuditEntry last(AuditAction action) {
        return desk.node()
                .bean(AuditTrail.class)
                .list(AuditQuery.ALL.of(action), 1)
                .get(0);
    }

    private static String id(SignedIn who) {
        return who.person().id().value().toString();
    }

    @Test
    void everyFormOfTheConsoleSaysWhatItWritesDown() {
        Set<String> forms = desk.node()
                .bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.POST)
                .map(route -> "POST " + route.getUriMatchTemplate().toPathString())
                .filter(route -> route.startsWith("POST /console") || route.startsWith("POST /guide"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(AuditedForms.FORMS).containsOnlyKeys(forms);
    }

    @Test
    void whatFormsDoIsWrittenDownWithWhoAndFromWhere() {
        Map<String, String> done = new HashMap<>();
        String begun = submit("POST /console/tenants", "/console/tenants", ines, newTenant(), done)
                .location();
        String steps = begun + "/steps";
        submit("POST /console/tenants/{tenant}/steps", steps, sofia, step(), done);
        submit("POST /console/tenants/{tenant}/app", begun + "/app", sofia, app("first-secret-7"), done);
        Matcher link =
                GUIDE.matcher(submit("POST /console/tenants/{tenant}/guide", begun + "/guide", ines, Map.of(), done)
                        .body());
        assertThat(link.find()).isTrue();
        Map<String, String> undone = Map.of("step", "CREATE_APP", "done", "false");
        assertThat(new TestBrowser(desk.node())
                        .post(link.group(1) + "/steps", undone)
                        .status())
                .isLessThan(400);
        assertThat(last(AuditAction.STEP_SAID).event().actor()).isEqualTo(AuditActor.GUIDE_LINK);
        submit("POST /console/tenants/{tenant}/guide/revoke", begun + "/guide/revoke", ines, Map.of(), done);
        // What was found just now is not asked for again: the form with the app has had it checked
        assertThat(last(AuditAction.PREFLIGHT_RUN).event().actor())
                .isEqualTo(AuditActor.of(sofia.person().id()));
        String harbour = path(tenant("cli_harbour"));
        submit("POST /console/tenants/{tenant}/suspend", harbour + "/suspend", sofia, Map.of(), done);
        submit("POST /console/tenants/{tenant}/resume", harbour + "/resume", sofia, Map.of(), done);
        submit(
                "POST /console/tenants/{tenant}/secret",
                harbour + "/secret",
                sofia,
                Map.of("app_secret", "harbour-secret"),
                done);
        Map<String, String> over = Map.of("organisation", "Harbour Retail Group", "reason", "Over");
        submit("POST /console/tenants/{tenant}/deletion", harbour + "/deletion", ines, over, done);
        submit(
                "POST /console/tenants/{tenant}/deletion/without-export",
                harbour + "/deletion/without-export",
                ines,
                Map.of(),
                done);
        submit("POST /console/tenants/{tenant}/export", harbour + "/export", ines, Map.of(), done);
        submit("POST /console/tenants/{tenant}/deletion/give-up", harbour + "/deletion/give-up", ines, Map.of(), done);
        submit("POST /console/tenants/{tenant}/resume", harbour + "/resume", sofia, Map.of(), done);
        submit(
                "POST /console/budgets/{tenant}/allowance",
                "/console/budgets/" + tenant("cli_harbour").id() + "/allowance",
                ines,
                Map.of(
                        "seen_edition",
                        "FREE",
                        "seen_allowance",
                        "10000",
                        "edition",
                        "FREE",
                        "allowance",
                        "5000",
                        "reason",
                        "Their CRM"),
                done);
        submit(
                "POST /console/roster/shifts",
                "/console/roster/shifts",
                sofia,
                Map.of(
                        "person",
                        id(amara),
                        "role",
                        "ENGINEER",
                        "zone",
                        "UTC",
                        "from",
                        "2030-06-04T22:00",
                        "until",
                        "2030-06-05T06:00",
                        "weeks",
                        "1"),
                done);
        submit(
                "POST /console/roster/absences",
                "/console/roster/absences",
                sofia,
                Map.of(
                        "week",
                        "2030-06-03",
                        "absent",
                        id(amara),
                        "clocks",
                        "UTC",
                        "leaves",
                        "2030-06-04T12:00",
                        "returns",
                        "2030-06-06T08:00",
                        "reason",
                        "Dentist"),
                done);
        submit(
                "POST /console/staff/{person}",
                "/console/staff/" + id(amara),
                ines,
                Map.of("seen", "ENGINEER", "role", "DUTY_MANAGER"),
                done);
        submit(
                "POST /console/staff/{person}",
                "/console/staff/" + id(amara),
                ines,
                Map.of("seen", "DUTY_MANAGER", "role", "ENGINEER"),
                done);

        Map<String, String> answer = Map.of("name", "Ask for logs", "body", "Please send us the logs.", "seen", "0");
        submit("POST /console/answers", "/console/answers", amara, answer, done);
        submit(
                "POST /console/answers/remove",
                "/console/answers/remove",
                amara,
                Map.of("name", "Ask for logs", "seen", "1"),
                done);

        assertThat(all().toString())
                .doesNotContain(
                        "first-secret-7", "harbour-secret", link.group(1).substring(7));
        assertThat(done).hasSizeGreaterThan(10);
    }

    private static Map<String, String> newTenant() {
        return Map.of("organisation", "Kestrel Air", "plan", "Business", "tam", id(sofia));
    }

    private static Map<String, String> step() {
        return Map.of("step", "CREATE_APP", "done", "true");
    }

    private static Map<String, String> app(String secret) {
        return Map.of(
                "organisation",
                "Kestrel Air",
                "app_id",
                "cli_kestrel",
                "app_secret",
                secret,
                "brand",
                "LARK",
                "edition",
                "FREE");
    }

    /** Submits a form, and sees that what it does is written down. */
    private static Answer submit(
            String form, String path, SignedIn who, Map<String, String> fields, Map<String, String> done) {
        int before = all().size();
        Answer answer = who.submit(path, fields);
        assertThat(answer.status()).as(path).isLessThan(400);
        List<AuditEntry> after = all();
        List<AuditEntry> written = after.subList(0, after.size() - before);
        assertThat(written)
                .as(form)
                .anyMatch(entry -> Objects.requireNonNull(AuditedForms.FORMS.get(form))
                        .contains(entry.event().action()))
                .allSatisfy(entry -> {
                    assertThat(entry.event().actor())
                            .isEqualTo(AuditActor.of(who.person().id()));
                    assertThat(entry.origin().map(Origin::address)).contains("127.0.0.1");
                    assertThat(entry.origin().map(Origin::request)).contains(answer.header("X-Request-Id"));
                });
        done.put(form, path);
        return answer;
    }

    @Test
    void whatTheBootstrapFileDoesAndWhoSignsInIsWrittenDown() {
        assertThat(all())
                .anyMatch(entry -> entry.event().action() == AuditAction.TENANT_CONFIGURED
                        && entry.event().actor().equals(AuditActor.BOOTSTRAP_FILE)
                        && entry.origin().isEmpty())
                .anyMatch(entry -> entry.event().action() == AuditAction.SIGNED_IN
                        && entry.event()
                                .actor()
                                .equals(AuditActor.of(amara.person().id())));
    }

    @Test
    void administratorsReadAllTamsTheirsAndOthersNothing() {
        assertThat(ines.browser().get(AUDIT).body()).contains("Signed in", "Inês Moreau", "127.0.0.1");
        assertThat(sofia.browser().get(AUDIT).body())
                .contains("Harbour Retail Group")
                .doesNotContain("Signed in</span>");
        assertThat(sofia.browser().get(AUDIT + "?book=provider").body()).doesNotContain("Signed in</span>");
        for (String path : new String[] {AUDIT, AUDIT + "/audit.csv", AUDIT + "/audit.jsonl?book=provider"}) {
            assertThat(amara.browser().get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(sofia.browser().get(AUDIT + "/audit.jsonl?book=provider").status())
                .isEqualTo(404);
        assertThat(amara.submit(AUDIT + "/verify", Map.of("book", "provider")).status())
                .isEqualTo(404);
        assertThat(sofia.submit(AUDIT + "/verify", Map.of("book", "provider")).status())
                .isEqualTo(404);
        assertThat(ines.submit(AUDIT + "/verify", Map.of("book", "x")).status()).isEqualTo(400);
    }

    @Test
    void itIsFiltered() {
        String book = tenant("cli_meridian").id().toString();
        assertThat(ines.browser().get(AUDIT + "?book=" + book).body())
                .contains("Configured by file</span>")
                .doesNotContain("Signed in</span>");
        assertThat(ines.browser().get(AUDIT + "?who=" + id(amara)).body())
                .contains("Signed in</span>")
                .doesNotContain("Configured by file</span>");
        assertThat(ines.browser().get(AUDIT + "?action=TENANT_CONFIGURED").body())
                .doesNotContain("Signed in</span>");
        assertThat(ines.browser().get(AUDIT + "?until=2020-01-01").body()).contains("Nothing matches");
        assertThat(ines.browser().get(AUDIT + "?from=x&after=y&who=z").status()).isEqualTo(200);
    }

    @Test
    void aBookIsCheckedHereAndElsewhere() {
        String verified =
                ines.submit(AUDIT + "/verify", Map.of("book", "provider")).body();
        assertThat(verified).contains("chain verified");
        AuditBook harbour = AuditBook.of(tenant("cli_harbour").id());
        List<String> lines = sofia.browser()
                .get(AUDIT + "/audit.jsonl?book=" + harbour.id())
                .body()
                .lines()
                .toList();
        assertThat(lines).isNotEmpty();
        assertThat(lines.get(lines.size() - 1)).contains("AUDIT_EXPORTED", "JSON_LINES");
        assertThat(Outsider.accepts(lines)).isTrue();
        List<String> forged = new ArrayList<>(lines);
        forged.set(0, lines.get(0).replace("TENANT_CONFIGURED", "SECRET_REPLACED"));
        assertThat(forged).isNotEqualTo(lines);
        assertThat(Outsider.accepts(forged)).isFalse();
    }

    @Test
    void whatStaffTakeAwayIsWrittenDownAndWhatCustomersTakeIsNot() {
        SignedIn daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        String timeline = daniel.openTicket("Disk is full") + "/timeline.json";
        assertThat(daniel.browser().get(timeline).status()).isEqualTo(200);
        long before = taken().size();
        String theirs = timeline.replace("cli_harbour", "cli_alder");
        for (String path : List.of("/console/roster.ics", "/console/reports/months.csv", theirs)) {
            assertThat(sofia.browser().get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(taken().subList(0, (int) (taken().size() - before)))
                .extracting(entry -> entry.event().changes().list().toString())
                .satisfiesExactly(
                        last -> assertThat(last).contains("TIMELINE"),
                        middle -> assertThat(middle).contains("REPORT"),
                        first -> assertThat(first).contains("ROSTER"));
        assertThat(taken()).allSatisfy(entry -> assertThat(entry.event().actor())
                .isNotEqualTo(AuditActor.of(daniel.person().id())));
    }

    private static List<AuditEntry> taken() {
        return desk.node().bean(AuditTrail.class).list(AuditQuery.ALL.of(AuditAction.FILE_TAKEN), 100);
    }

    @Test
    void itIsTakenAwayForASpreadsheet() {
        Answer answer = ines.browser().get(AUDIT + "/audit.csv?action=SIGNED_IN");
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.body()).startsWith("\uFEFFTime,Who").contains("Inês Moreau,Signed in");
        assertThat(last(AuditAction.AUDIT_EXPORTED).event().changes().list().toString())
                .contains("CSV");
    }
}
