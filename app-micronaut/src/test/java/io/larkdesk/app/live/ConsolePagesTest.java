package io.larkdesk.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.ticket.Ticket;
import org.junit.jupiter.api.Test;

/** What pages of the console hear. */
class ConsolePagesTest extends OneGroup {

    @Test
    void aPageOfTheConsoleHearsHowEmergenciesStandWhenThatChanges() {
        Person eva = live.scene.staff(live.scene.provider("Alder Cloud"), "Eva", StaffRole.ENGINEER);
        Ticket ticket = live.scene.ticket(group, ann);
        Browser browser = node.connect(live.ofConsole(eva));
        live.run();
        assertThat(browser.data("emergencies"))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"active\":0", "\"waiting\":[]");

        live.post(group, bob, "nothing new about any of them");
        live.run();
        assertThat(browser.data("emergencies")).hasSize(1);

        Emergency emergency = live.emergency(ticket, ann);
        node.live.changed(ticket.id());
        live.run();
        assertThat(browser.data("emergencies"))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"active\":1", "\"waiting\":[\"" + emergency.id() + "\"]");
        assertThat(browser.data("groups")).isEmpty();

        Browser late = node.connect(live.ofConsole(eva));
        live.run();
        assertThat(late.data("emergencies")).hasSize(1);
        assertThat(browser.data("emergencies")).hasSize(2);
    }

    @Test
    void aPageOfTheConsoleHearsAlsoWithoutAHint() {
        Person eva = live.scene.staff(live.scene.provider("Alder Cloud"), "Eva", StaffRole.ENGINEER);
        Browser browser = node.connect(live.ofConsole(eva));
        live.run();
        live.emergency(live.scene.ticket(group, ann), ann);

        node.watch();

        assertThat(browser.data("emergencies")).hasSize(2);
    }
}
