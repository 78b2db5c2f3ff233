package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.group.AdmitMember;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.ticket.Tickets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Group Member Management, without script and with it. */
class MembersIT {

    private RunningDesk desk;
    private SignedIn daniel;
    private SignedIn mei;

    @BeforeEach
    void start() {
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void bothSidesAreListedTheOwnOneFirst() {
        Answer own = daniel.page("/members");
        Answer team = daniel.page("/members?side=team");

        assertThat(own.status()).isEqualTo(200);
        assertThat(own.title()).isEqualTo("Group Member Management");
        assertThat(own.body())
                .contains("<!doctype html>")
                .contains("Mei Tanaka")
                .contains("joined today")
                .contains("Remove Mei Tanaka")
                .doesNotContain("Remove Daniel Okafor")
                .doesNotContain("Sofia Lindqvist");
        assertThat(team.body())
                .contains("Sofia Lindqvist")
                .contains("TAM · joined")
                .doesNotContain("Mei Tanaka")
                .doesNotContain("aria-label=\"Remove ");
    }

    @Test
    void theScriptGetsThePieceOnly() {
        assertThat(daniel.ask(daniel.path("/members")).body())
                .contains("id=\"drawer-title\"")
                .contains("Mei Tanaka")
                .doesNotContain("<html");
    }

    @Test
    void peopleAreFoundByNameWithoutAccentsAndByPinyin() {
        SignedIn.to(desk.node(), "cli_harbour", "ou_xiaoming");

        assertThat(daniel.page("/members?side=team&q=tomas").body())
                .contains("Tomás Ferreira")
                .doesNotContain("Sofia Lindqvist");
        assertThat(daniel.page("/members?q=chenxiao").body()).contains("陈晓明").doesNotContain("Mei Tanaka");
        assertThat(daniel.page("/members?q=%3Cb%3Enobody").body())
                .contains("Nobody here is called “&lt;b&gt;nobody”")
                .doesNotContain("<b>nobody");
    }

    @Test
    void whoIsRemovedAfterAskingSeesNothingMore() {
        String removal = "/members/" + mei.person().id() + "/remove";
        assertThat(daniel.page(removal).title()).isEqualTo("Remove Mei Tanaka?");
        assertThat(mei.page("").status()).isEqualTo(200);

        Answer removed = daniel.submit(daniel.path(removal), Map.of());
        Answer again = daniel.submit(daniel.path(removal), Map.of());

        assertThat(removed.status()).isEqualTo(303);
        assertThat(removed.location()).isEqualTo(daniel.path("/members"));
        assertThat(again.status()).isEqualTo(303);
        assertThat(mei.page("").status()).isEqualTo(404);
        assertThat(mei.page("/members").status()).isEqualTo(404);
        assertThat(daniel.page("/members").body()).doesNotContain("Mei Tanaka");
        assertThat(daniel.page("").body()).containsOnlyOnce("<b>Daniel Okafor</b> removed <b>Mei Tanaka</b>");
    }

    @Test
    void theOtherSideIsNotRemoved() {
        SignedIn sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        String sofias = "/members/" + sofia.person().id() + "/remove";

        assertThat(daniel.page(sofias).status()).isEqualTo(404);
        assertThat(daniel.submit(daniel.path(sofias), Map.of()).status()).isEqualTo(404);
        assertThat(daniel.page("/members?side=team").body()).contains("Sofia Lindqvist");
    }

    @Test
    void whoLeavesAfterAskingIsLedAway() {
        assertThat(mei.page("/leave").title()).startsWith("Leave Harbour Retail Group");

        Answer left = mei.submit(mei.path("/leave"), Map.of());

        assertThat(left.status()).isEqualTo(303);
        assertThat(left.location()).isEqualTo("/lark/cli_harbour/workbench");
        assertThat(mei.browser().get(left.location()).body()).contains("You are not in a group yet");
        assertThat(daniel.page("").body()).contains("<b>Mei Tanaka</b> left");
    }

    @Test
    void aTicketIsHandedToAColleagueAfterAsking() {
        GroupId ticket = ticketWithMei();
        String meis = "/members/" + mei.person().id() + "/hand-over";
        String version = version(daniel.browser().get(daniel.path(ticket, meis)));
        assertThat(daniel.browser().get(daniel.path(ticket, "/members")).body())
                .contains("Ticket owner")
                .contains("Make Mei Tanaka the ticket’s owner");
        assertThat(mei.browser().get(mei.path(ticket, "/members")).body())
                .contains("Ticket owner")
                .doesNotContain("/hand-over");

        Answer handed = daniel.submit(daniel.path(ticket, meis), Map.of("version", version));
        Answer late = daniel.submit(daniel.path(ticket, meis), Map.of("version", version));
        Answer notMine =
                daniel.submit(daniel.path(ticket, meis), Map.of("version", Long.toString(Long.parseLong(version) + 1)));

        assertThat(handed.status()).isEqualTo(303);
        assertThat(handed.location()).isEqualTo(daniel.path(ticket, "/members"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody changed the ticket");
        assertThat(notMine.status()).isEqualTo(409);
        assertThat(notMine.body()).contains("another colleague’s now");
        assertThat(daniel.browser()
                        .get(daniel.browser().get(daniel.path(ticket, "")).location())
                        .body())
                .contains("You made <b>Mei Tanaka</b> the ticket’s owner")
                .contains("<dt>Owner</dt><dd>Mei Tanaka</dd>")
                .contains("Mei Tanaka became the ticket’s owner, by Daniel Okafor");
    }

    @Test
    void theScriptGetsTheQuestionAndTheListAsPieces() {
        GroupId ticket = ticketWithMei();
        String meis = daniel.path(ticket, "/members/" + mei.person().id() + "/hand-over");

        Answer asked = daniel.ask(meis);
        assertThat(asked.body())
                .contains("Make Mei Tanaka the ticket’s owner?")
                .contains("id=\"drawer-title\"")
                .doesNotContain("<html");
        assertThat(daniel.send(meis, Map.of("version", version(asked))).status())
                .isEqualTo(303);
    }

    @Test
    void onlyACustomersTicketIsHandedToACustomer() {
        SignedIn sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        GroupId ticket = ticketWithMei();
        String sofias = daniel.path(ticket, "/members/" + sofia.person().id() + "/hand-over");

        assertThat(daniel.browser().get(sofias).status()).isEqualTo(404);
        assertThat(daniel.submit(sofias, Map.of("version", "1")).status()).isEqualTo(404);
        assertThat(daniel.page("/members/" + mei.person().id() + "/hand-over").status())
                .isEqualTo(404);
        assertThat(sofia.browser()
                        .get(sofia.path(ticket, "/members/" + mei.person().id() + "/hand-over"))
                        .status())
                .isEqualTo(404);
    }

    /** Opened by Daniel; Mei is in its group. */
    private GroupId ticketWithMei() {
        String page = daniel.openTicket("Writes time out");
        TicketNumber number = new TicketNumber(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)));
        GroupId ticket = desk.node()
                .bean(Tickets.class)
                .findByNumber(number)
                .orElseThrow()
                .id();
        desk.node()
                .bean(AdmitMember.class)
                .execute(ticket, mei.person().id(), daniel.person().id());
        return ticket;
    }

    private static String version(Answer answer) {
        return answer.body().replaceAll("(?s).*?name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    @Test
    void withoutTheProofOfTheSessionNobodyIsRemoved() {
        Answer forged =
                daniel.browser().post(daniel.path("/members/" + mei.person().id() + "/remove"), Map.of());

        assertThat(forged.status()).isEqualTo(403);
        assertThat(mei.page("").status()).isEqualTo(200);
    }
}
