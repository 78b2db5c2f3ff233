package io.larkdesk.app.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens in the console: who makes them, what is shown once, and how they end. */
class TokensIT {

    private static final String TOKENS = "/console/api";
    private static final Pattern SECRET = Pattern.compile("lkd_[A-Za-z0-9_-]{43}");
    private static final Pattern REVOKING = Pattern.compile("/console/api/([0-9a-f-]{36})/revoke");

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

    private static Map<String, String> form(String label) {
        return new HashMap<>(Map.of("label", label, "scope", "tenants:read", "days", "30"));
    }

    private static String find(Pattern pattern, String body, int group) {
        Matcher matcher = pattern.matcher(body);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(group);
    }

    private static int asked(String secret) {
        return new TestBrowser(desk.node())
                .get("/api/v1/tenants", "Accept", "application/json", "Authorization", "Bearer " + secret)
                .status();
    }

    @Test
    void aTokenIsShownOnceWorksAndIsWithdrawn() {
        Answer made = sofia.submit(TOKENS, form("Warehouse"));
        assertThat(made.status()).isEqualTo(201);
        String secret = find(SECRET, made.body(), 0);
        assertThat(asked(secret)).isEqualTo(200);

        Answer page = sofia.browser().get(TOKENS);
        assertThat(page.body()).contains("Warehouse", "tenants:read").doesNotContain(secret);

        String token = find(REVOKING, page.body(), 1);
        assertThat(sofia.submit(TOKENS + "/" + token + "/revoke", Map.of()).location())
                .isEqualTo(TOKENS + "?done=revoked");
        assertThat(asked(secret)).isEqualTo(401);
    }

    @Test
    void anAdministratorSeesAndWithdrawsThoseOfOthers() {
        String secret = find(SECRET, sofia.submit(TOKENS, form("Pager")).body(), 0);
        sofia.submit(TOKENS, form("Other"));
        String page = ines.browser().get(TOKENS).body();
        assertThat(page).contains("Pager", "Sofia Lindqvist");
        Matcher all = REVOKING.matcher(page);
        while (all.find()) {
            ines.submit(all.group(), Map.of());
        }
        assertThat(asked(secret)).isEqualTo(401);

        find(SECRET, ines.submit(TOKENS, form("Of the administrator")).body(), 0);
        assertThat(sofia.browser().get(TOKENS).body()).doesNotContain("Of the administrator");
        String others = find(REVOKING, ines.browser().get(TOKENS).body(), 1);
        assertThat(sofia.submit(TOKENS + "/" + others + "/revoke", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void engineersHaveNoneAndWhatIsNoneIsNotThere() {
        assertThat(amara.browser().get(TOKENS).status()).isEqualTo(403);
        assertThat(amara.submit(TOKENS, form("Mine")).status()).isEqualTo(403);
        assertThat(amara.browser().get("/console/staff").body()).doesNotContain("href=\"" + TOKENS + "\"");
        assertThat(sofia.submit(TOKENS + "/" + UUID.randomUUID() + "/revoke", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(sofia.submit(TOKENS + "/x/revoke", Map.of()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"label,''", "label,' '", "scope,all", "scope,''", "days,31", "days,''", "days,x", "days,4294967326"})
    void whatIsWrongIsSaidAtTheField(String field, String value) {
        Map<String, String> form = form("Wrong");
        form.put(field, value);
        Answer answer = sofia.submit(TOKENS, form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"problem\"", "aria-describedby=\"problem\"");
        assertThat(SECRET.matcher(answer.body()).find()).isFalse();
    }
}
