package io.larkdesk.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.token.IssueToken;
import io.larkdesk.core.token.IssueToken.Issued;
import io.larkdesk.core.token.RevokeToken;
import io.larkdesk.core.token.TokenLabel;
import io.larkdesk.core.token.TokenScope;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Set;

/** One of the provider's systems, with a token. Each answer is checked against the document. */
final class ApiClient {

    private final TestBrowser browser;
    private final ApiDocument document;
    private final Person person;
    private final Issued issued;

    private ApiClient(TestBrowser browser, Person person, Issued issued) {
        this.browser = browser;
        this.document = new ApiDocument(browser.get("/api/v1/openapi.json", "Accept", "application/json")
                .body());
        this.person = person;
        this.issued = issued;
    }

    /** A system that acts for {@code openId}, one of the staff. */
    static ApiClient of(RunningDesk.Node node, String openId, TokenScope... scopes) {
        Tenant provider = node.bean(Tenants.class).findProvider().orElseThrow();
        Person person = node.bean(People.class)
                .findByOpenId(provider.id(), new OpenId(openId))
                .orElseThrow();
        Set<TokenScope> all = scopes.length == 0 ? Set.of(TokenScope.values()) : Set.of(scopes);
        Issued issued = (Issued) node.bean(IssueToken.class)
                .execute(new IssueToken.Command(person.id(), new TokenLabel("Test"), all, Duration.ofDays(1)));
        return new ApiClient(new TestBrowser(node), person, issued);
    }

    /** From now on its token opens nothing. */
    void revoke(RunningDesk.Node node) {
        assertThat(node.bean(RevokeToken.class)
                        .execute(new RevokeToken.Command(
                                person.id(), issued.token().id())))
                .isPresent();
    }

    Person person() {
        return person;
    }

    Issued issued() {
        return issued;
    }

    ApiDocument document() {
        return document;
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    JsonNode read(String path) {
        Answer answer = get(path);
        if (answer.status() != 200) {
            throw new AssertionError(path + ": " + answer.status() + " " + answer.body());
        }
        return ApiDocument.parse(answer.body());
    }

    Answer post(String path, String json) {
        return send("POST", path, json);
    }

    Answer post(String path, String json, String key) {
        return send("POST", path, json, "Idempotency-Key", key);
    }

    Answer patch(String path, String json) {
        return send("PATCH", path, json);
    }

    private Answer send(String method, String path, String json, String... more) {
        String[] headers = new String[more.length + 6];
        headers[0] = "Accept";
        headers[1] = "*/*";
        headers[2] = "Content-Type";
        headers[3] = "application/json";
        headers[4] = "Authorization";
        headers[5] = "Bearer " + issued.secret().reveal();
        System.arraycopy(more, 0, headers, 6, more.length);
        Answer answer = browser.send(
                method, path, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json), headers);
        document.check(method, path, answer);
        return answer;
    }
}
