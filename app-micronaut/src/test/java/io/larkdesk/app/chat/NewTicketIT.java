package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Create Ticket, with and without script. */
class NewTicketIT {

    private static RunningDesk desk;
    private static SignedIn daniel;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static Map<String, String> form(String field, String value) {
        Map<String, String> form = new HashMap<>(SignedIn.ticket("Writes time out"));
        form.put(field, value);
        return form;
    }

    @Test
    void theFormOffersTheProvidersProducts() {
        Answer page = daniel.page("/tickets/new");
        Answer piece = daniel.ask(daniel.path("/tickets/new"));

        assertThat(page.title()).isEqualTo("Create Ticket");
        assertThat(page.body())
                .contains("<option value=\"product:Managed PostgreSQL\">Managed PostgreSQL</option>")
                .contains("<option value=\"unknown\">I do not know</option>")
                .contains("value=\"NORMAL\" checked>");
        assertThat(piece.body()).startsWith("<form").doesNotContain("<html");
        assertThat(daniel.page("").body()).contains("/tickets/new\" data-create>");
    }

    @Test
    void aTicketLeadsIntoItsGroupAndStandsInTheServiceGroup() {
        Answer created = daniel.submit(daniel.path("/tickets"), SignedIn.ticket("Writes <time> out"));

        assertThat(created.status()).isEqualTo(303);
        assertThat(created.location()).matches("/lark/cli_harbour/tickets/\\d+#heading");
        Answer page = daniel.browser().get(created.location().replace("#heading", ""));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("</span> Writes &lt;time&gt; out</h1>")
                .contains("<span class=\"tag new\">New</span>")
                .contains("High · Managed PostgreSQL")
                .contains("Since 13:40");
        String number = created.location().replaceAll("\\D+(\\d+).*", "$1");
        assertThat(daniel.page("").body())
                .contains("<a href=\"/lark/cli_harbour/tickets/" + number + "\">#" + number
                        + " Writes &lt;time&gt; out</a>")
                .contains("href=\"/lark/cli_harbour/tickets/" + number + "\"")
                .contains("#" + number + " · New");
    }

    @Test
    void sentAgainItIsStillOneTicket() {
        Map<String, String> form = SignedIn.ticket("Once");
        Answer first = daniel.send(daniel.path("/tickets"), form);
        Answer again = daniel.send(daniel.path("/tickets"), form);
        Answer byForm = daniel.submit(daniel.path("/tickets"), form);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.location()).isEqualTo(first.location()).isEqualTo(byForm.location());
    }

    @ParameterizedTest
    @CsvSource({
        "title, '', title, Say in a few words",
        "title, ' \u0007\u202e\t ', title, Say in a few words",
        "title, TOO_LONG:121, title, A title can have up to 120 characters",
        "product, '', product, 'Choose a product, or say'",
        "product, Managed PostgreSQL, product, 'Choose a product, or say'",
        "product, product:Sailing boats, product, This product is not offered any more",
        "product, 'product: \u202e', product, This product is not offered any more",
        "severity, '', severity, Choose how severe it is",
        "severity, high, severity, Choose how severe it is",
        "severity, EMERGENCY, severity, Choose how severe it is",
        "description, TOO_LONG:10001, description, 'A description can have up to 10,000 characters'"
    })
    void whatIsWrongIsSaidBesideItsFieldAndAllIsKept(String field, String value, String wrong, String words) {
        String sent = value.startsWith("TOO_LONG:") ? "x".repeat(Integer.parseInt(value.substring(9))) : value;
        Map<String, String> form = form(field, sent);
        Answer page = daniel.submit(daniel.path("/tickets"), form);
        Answer piece = daniel.send(daniel.path("/tickets"), form);

        for (Answer answer : new Answer[] {page, piece}) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("id=\"" + wrong + "-problem\"")
                    .contains(words)
                    .contains("name=\"clientId\" value=\"" + form.get("clientId") + "\"")
                    .doesNotContain("note bad\" role");
        }
        if (!field.equals("title")) {
            assertThat(page.body()).contains("value=\"Writes time out\"");
        }
        assertThat(piece.body()).startsWith("<form");
        assertThat(daniel.page("").body()).doesNotContain("sailing");
    }

    @Test
    void severalThingsThatAreWrongAreCountedAbove() {
        Map<String, String> form = form("title", "");
        form.put("severity", "");
        form.remove("product");

        assertThat(daniel.submit(daniel.path("/tickets"), form).body()).contains("3 fields need another look:");
    }

    @Test
    void unseenCharactersAreLeftOut() {
        String path = daniel.openTicket("Pay\u202ement\u0007 down");

        assertThat(daniel.browser().get(path).body()).contains("</span> Payment down</h1>");
    }

    @Test
    void whoDoesNotKnowTheProductSaysSo() {
        Answer created = daniel.send(daniel.path("/tickets"), form("product", "unknown"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(daniel.browser()
                        .get(created.location().replace("#heading", ""))
                        .body())
                .contains("Product not known");
    }

    @Test
    void withoutAnIdOfTheBrowserItMakesNoSense() {
        assertThat(daniel.send(daniel.path("/tickets"), form("clientId", "1")).status())
                .isEqualTo(400);
        assertThat(daniel.send(daniel.path("/tickets"), form("clientId", "")).status())
                .isEqualTo(400);
    }

    @Test
    void aTicketsOwnGroupHasNoTickets() {
        String path = daniel.openTicket("One level only");
        String group = daniel.browser().get(path).body().replaceAll("(?s).*data-group=\"([^\"]+)\" data-me.*", "$1");

        assertThat(daniel.browser()
                        .get("/lark/cli_harbour/groups/" + group + "/tickets/new")
                        .status())
                .isEqualTo(404);
        assertThat(daniel.submit("/lark/cli_harbour/groups/" + group + "/tickets", SignedIn.ticket("Two"))
                        .status())
                .isEqualTo(404);
    }
}
