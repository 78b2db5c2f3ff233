package io.larkdesk.app.console.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.RegisterStaff;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.tenant.Tenants;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers in the console: who sees them, how one is begun, by staff and through its link, and what is changed of one in service. */
class TenantsIT {

    private static final Pattern GUIDE = Pattern.compile("(/guide/[A-Za-z0-9_-]{43})<");

    private static RunningDesk desk;
    private static SignedIn ines;
    private static SignedIn sofia;
    private static SignedIn amara;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        ines = SignedIn.toConsole(desk.node(), "ou_ines");
        sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        amara = SignedIn.to(desk.node(), "cli_alder", "ou_amara");
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

    private static Map<String, String> newTenant(SignedIn tam) {
        return new HashMap<>(Map.of(
                "organisation",
                "Kestrel Air",
                "plan",
                "Business",
                "tam",
                tam.person().id().value().toString()));
    }

    private static String begin() {
        Answer begun = ines.submit("/console/tenants", newTenant(sofia));
        assertThat(begun.status()).isEqualTo(303);
        return begun.location();
    }

    private static Map<String, String> app(String id) {
        return new HashMap<>(Map.of(
                "organisation",
                "Kestrel Air Group",
                "app_id",
                id,
                "app_secret",
                "kestrel-secret",
                "brand",
                "LARK",
                "edition",
                "FREE"));
    }

    private static String guide(String path) {
        Matcher link = GUIDE.matcher(ines.submit(path + "/guide", Map.of()).body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void anotherTamIsAppointedBesideTheOneThereIs() {
        String path = path(tenant("cli_meridian"));
        assertThat(ines.browser().get(path).body()).doesNotContain("id=\"appoint\"");
        desk.node()
                .bean(RegisterStaff.class)
                .execute(new RegisterStaff.Command(new OpenId("ou_tara"), PersonName.of("Tara Byrne"), StaffRole.TAM));
        String tara = desk.node().bean(People.class).listStaff().stream()
                .filter(person -> person.name().value().equals("Tara Byrne"))
                .findAny()
                .orElseThrow()
                .id()
                .value()
                .toString();
        assertThat(ines.browser().get(path).body()).contains("id=\"appoint\"", "Tara Byrne</option>");
        Map<String, String> engineer = Map.of("tam", amara.person().id().value().toString());
        assertThat(ines.submit(path + "/tam", engineer).body()).contains("Choose a TAM");
        Answer appointed = ines.submit(path + "/tam", Map.of("tam", tara, "instead", ""));
        assertThat(appointed.status()).isEqualTo(303);
        assertThat(ines.browser().get(appointed.location()).body())
                .contains("The TAM is appointed.", "<span>Tara Byrne</span>")
                .doesNotContain("id=\"appoint\"");
    }

    @Test
    void administratorsSeeAllTamsTheirsAndEngineersNone() {
        String path = begin();
        assertThat(ines.browser().get("/console/tenants").body())
                .contains("Harbour Retail Group", "Meridian Labs", "Kestrel Air");
        assertThat(sofia.browser().get("/console/tenants").body())
                .contains("Harbour Retail Group", "Meridian Labs", "Kestrel Air");
        assertThat(amara.browser().get("/console/tenants").status()).isEqualTo(403);
        for (String page : new String[] {path, path(tenant("cli_harbour"))}) {
            assertThat(sofia.browser().get(page).status()).isEqualTo(200);
            assertThat(amara.browser().get(page).status()).isEqualTo(404);
        }
        for (String action :
                new String[] {"/suspend", "/resume", "/secret", "/app", "/steps", "/guide", "/guide/revoke"}) {
            assertThat(amara.submit(path(tenant("cli_harbour")) + action, Map.of("app_secret", "x"))
                            .status())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(amara.submit("/console/tenants", newTenant(sofia)).status()).isEqualTo(403);
        assertThat(tenant("cli_harbour").state()).isEqualTo(TenantState.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({"organisation, ''", "organisation, '\u202E'", "plan, ''", "tam, ''", "tam, x"})
    void whatIsWrongOfANewOneIsNamed(String field, String value) {
        Map<String, String> form = newTenant(sofia);
        form.put(field, value);
        Answer answer = ines.submit("/console/tenants", form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"problem\"", "aria-describedby=\"problem\"");
        form.put(field, "x".repeat(2000));
        assertThat(ines.submit("/console/tenants", form).status()).isEqualTo(422);
    }

    @Test
    void anEngineerIsNoTam() {
        assertThat(ines.submit("/console/tenants", newTenant(amara)).status()).isEqualTo(422);
    }

    @Test
    void theCustomersAdministratorDoesTheCustomersPartThroughTheLink() {
        String path = begin();
        assertThat(ines.browser().get(path).body()).doesNotContain("/oauth2/callback");
        String guide = guide(path);
        TestBrowser customer = new TestBrowser(desk.node());

        assertThat(customer.get(guide).body()).contains("Kestrel Air", "Alder Cloud", "Sofia Lindqvist");
        assertThat(customer.post(guide + "/steps", Map.of("step", "CREATE_APP", "done", "true"))
                        .status())
                .isEqualTo(303);
        assertThat(customer.post(guide + "/app", app("cli_kestrel")).location()).isEqualTo(guide);
        assertThat(customer.get(guide).body())
                .contains("/thirdparty/lark/cli_kestrel/oauth2/callback", "Kestrel Air Group")
                .doesNotContain("kestrel-secret");
        assertThat(ines.browser().get(path).body())
                .contains("/thirdparty/lark/cli_kestrel/oauth2/callback", "step bad")
                .doesNotContain("kestrel-secret");
        assertThat(tenant("cli_kestrel").state()).isEqualTo(TenantState.DRAFT);

        assertThat(ines.submit(path + "/guide/revoke", Map.of()).status()).isEqualTo(303);
        assertThat(customer.get(guide).status()).isEqualTo(410);
        assertThat(customer.post(guide + "/app", app("cli_other")).status()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource({
        "organisation, '', 422",
        "app_id, '', 422",
        "app_id, 'a b', 422",
        "app_id, cli_harbour, 409",
        "app_secret, '', 422",
        "brand, SLACK, 422",
        "edition, '', 422"
    })
    void whatIsWrongOfAnAppIsNamedAndNothingStored(String field, String value, int status) {
        String path = begin();
        String guide = guide(path);
        Map<String, String> form = app("cli_never");
        form.put(field, value);
        for (Answer answer :
                new Answer[] {ines.submit(path + "/app", form), new TestBrowser(desk.node()).post(guide + "/app", form)
                }) {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body())
                    .contains("id=\"problem\"", "aria-describedby=\"problem\"")
                    .doesNotContain("kestrel-secret");
        }
        assertThat(desk.node().bean(Tenants.class).findByApp(new AppId("cli_never")))
                .isEmpty();
    }

    @Test
    void whatIsNoStepIsRefused() {
        String path = begin();
        for (String step : new String[] {"", "x", "CREDENTIALS"}) {
            assertThat(ines.submit(path + "/steps", Map.of("step", step, "done", "true"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whileAServiceIsPausedNobodyComesIn() {
        SignedIn lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        String path = path(tenant("cli_meridian"));

        assertThat(sofia.submit(path + "/suspend", Map.of()).location()).isEqualTo(path + "?done=suspended");
        assertThat(lena.page("").status()).isEqualTo(403);
        assertThat(sofia.browser().get(path + "?done=suspended").body()).contains("role=\"status\"", "/resume");

        assertThat(sofia.submit(path + "/resume", Map.of()).status()).isEqualTo(303);
        assertThat(lena.page("").status()).isEqualTo(200);
    }

    @Test
    void aSecretThatLarkRefusesReplacesNothing() {
        Tenant before = tenant("cli_harbour");
        String path = path(before);
        for (String wrong : new String[] {"", "not-it", "x".repeat(201)}) {
            Answer refused = sofia.submit(path + "/secret", Map.of("app_secret", wrong));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"problem\"").doesNotContain("not-it");
        }
        assertThat(tenant("cli_harbour").secret()).isEqualTo(before.secret());

        assertThat(sofia.submit(path + "/secret", Map.of("app_secret", "harbour-secret"))
                        .location())
                .isEqualTo(path + "?done=replaced");
        assertThat(tenant("cli_harbour").secret()).isNotEqualTo(before.secret());
    }
}
