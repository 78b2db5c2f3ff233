package io.larkdesk.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.onboarding.IssueSetupLink;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an empty database to a provider, its first administrator, and another colleague with a role. */
class SetupIT {

    private RunningDesk desk;

    @BeforeEach
    void start() {
        desk = RunningDesk.start(Map.of("larkdesk.bootstrap-file", ""));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    /** As a start makes it; empty if there is an administrator. */
    private String link() {
        return desk.node()
                .bean(IssueSetupLink.class)
                .execute()
                .map(token -> "/console/setup?code=" + token.reveal())
                .orElse("");
    }

    private static String code(String link) {
        return link.substring(link.indexOf('=') + 1);
    }

    private static Map<String, String> form(String link) {
        return new HashMap<>(Map.of(
                "code",
                code(link),
                "app_id",
                "cli_alder",
                "app_secret",
                "alder-secret",
                "brand",
                "LARK",
                "edition",
                "PAID"));
    }

    private TestBrowser browser() {
        return new TestBrowser(desk.node());
    }

    @Test
    void theLinkLeadsToAnAdministratorWhoLetsOthersIn() {
        assertThat(browser().get("/console").status()).isEqualTo(404);
        String link = link();
        TestBrowser ines = browser();
        assertThat(ines.get(link).body()).contains("name=\"app_id\"");

        assertThat(ines.post("/console/setup", form(link)).location()).isEqualTo(link);
        Answer confirmed = ines.get(link);
        assertThat(confirmed.body()).contains("Alder Cloud");
        String administrator = "/console/setup/administrator?code=" + code(link);
        ines.signIn("cli_alder", "ou_ines", administrator);
        Answer asked = ines.get(administrator);
        assertThat(asked.body()).contains("Inês Moreau");
        Map<String, String> proven = Map.of("_csrf", asked.proof().orElseThrow(), "code", code(link));
        assertThat(ines.post("/console/setup/administrator", proven).location()).isEqualTo("/console");

        assertThat(ines.get("/console/staff").status()).isEqualTo(200);
        assertThat(link()).isEmpty();
        assertThat(ines.get(link).status()).isEqualTo(410);
        assertThat(ines.post("/console/setup", withProof(form(link), proven)).status())
                .isEqualTo(410);

        TestBrowser noor = browser();
        noor.signIn("cli_alder", "ou_sofia", "/console");
        assertThat(noor.get("/console/staff").status()).isEqualTo(403);
        assertThat(noor.get("/lark/cli_alder/workbench").status()).isEqualTo(403);
        Answer list = ines.get("/console/staff");
        assertThat(list.body()).contains("Sofia Lindqvist");
        String path = "/console/staff/" + id("ou_sofia");
        Map<String, String> role = Map.of("seen", "", "role", "TAM");
        assertThat(ines.post(path, withProof(role, proven)).status()).isEqualTo(303);
        assertThat(noor.get("/console/staff").status()).isEqualTo(200);
        assertThat(noor.get("/console/staff").body()).doesNotContain("<select");

        assertThat(ines.post(path, withProof(role, proven)).status()).isEqualTo(303);
        assertThat(ines.post(path, withProof(Map.of("seen", "", "role", "ADMIN"), proven))
                        .status())
                .isEqualTo(409);
        assertThat(ines.post(path, withProof(Map.of("seen", "TAM", "role", "KING"), proven))
                        .status())
                .isEqualTo(422);
        Answer last =
                ines.post("/console/staff/" + id("ou_ines"), withProof(Map.of("seen", "ADMIN", "role", ""), proven));
        assertThat(last.status()).isEqualTo(409);
        assertThat(last.body()).contains("id=\"problem\"");
        assertThat(noor.post(path, withProof(role, Map.of("_csrf", list.proof().orElseThrow())))
                        .status())
                .isEqualTo(403);
    }

    private static Map<String, String> withProof(Map<String, String> form, Map<String, String> proven) {
        Map<String, String> all = new HashMap<>(form);
        all.put("_csrf", proven.getOrDefault("_csrf", ""));
        return all;
    }

    private String id(String openId) {
        Tenant provider = desk.node().bean(Tenants.class).findProvider().orElseThrow();
        return desk.node()
                .bean(People.class)
                .findByOpenId(provider.id(), new OpenId(openId))
                .orElseThrow()
                .id()
                .value()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({"app_id, ''", "app_id, a b", "app_secret, ''", "app_secret, wrong", "brand, SLACK", "edition, ''"})
    void whatIsWrongIsNamedAndNobodyIsInService(String field, String value) {
        String link = link();
        Map<String, String> form = form(link);
        form.put(field, value);

        Answer answer = browser().post("/console/setup", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"problem\"")
                .contains("aria-describedby=\"problem\"")
                .doesNotContain("alder-secret");
        assertThat(browser().get("/console").status()).isEqualTo(404);
        assertThat(browser().post("/console/setup", form(link)).status()).isEqualTo(303);
    }

    @Test
    void whoeverHasNoLinkSetsNothingUp() {
        Map<String, String> form = form(link());
        for (String code : new String[] {"", "x", "A".repeat(43)}) {
            form.put("code", code);
            assertThat(browser().get("/console/setup?code=" + code).status()).isEqualTo(410);
            assertThat(browser().post("/console/setup", form).status()).isEqualTo(410);
        }
        assertThat(desk.node().bean(Tenants.class).findProvider()).isEmpty();
    }
}
