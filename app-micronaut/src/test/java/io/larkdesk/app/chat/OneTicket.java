package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.ticket.Tickets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A customer's ticket, new before each test, and who comes to its page. */
abstract class OneTicket {

    static RunningDesk desk;
    static SignedIn daniel;
    static SignedIn mei;
    static SignedIn lena;
    static SignedIn sofia;
    static SignedIn amara;

    String path;
    String number;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
        lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        amara = SignedIn.to(desk.node(), "cli_alder", "ou_amara");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void openTicket() {
        path = daniel.openTicket("Writes time out");
        number = path.substring(path.lastIndexOf('/') + 1);
    }

    /** The ticket's address as {@code person} has it. */
    String at(SignedIn person) {
        return (person == sofia || person == amara ? "/lark/cli_alder" : "/lark/cli_harbour") + "/tickets/" + number;
    }

    Answer page(SignedIn person) {
        return person.browser().get(at(person));
    }

    String version() {
        return page(daniel).body().replaceAll("(?s).*?name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    Answer change(SignedIn person, String change, String... fields) {
        return person.submit(at(person) + "/" + change, fields(version(), fields));
    }

    static Map<String, String> fields(String version, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("version", version));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    void done(Answer answer, SignedIn person) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo(at(person));
    }

    String group() {
        return page(daniel).body().replaceAll("(?s).*data-group=\"([^\"]+)\" data-me.*", "$1");
    }

    GroupId ticket() {
        return desk.node()
                .bean(Tickets.class)
                .findByNumber(new TicketNumber(Long.parseLong(number)))
                .orElseThrow()
                .id();
    }

    static String code(Answer made) {
        return made.body().replaceAll("(?s).*inviteToGroup\\?code=([A-Za-z0-9_-]+).*", "$1");
    }
}
