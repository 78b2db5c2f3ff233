package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Note;
import io.larkdesk.core.ticket.NoteText;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.ticket.Notes}. */
public abstract class NotesContract extends StoresContract {

    private GroupId ticket;
    private GroupId other;
    private Person eva;
    private Person eli;

    /** Made for subclasses. */
    protected NotesContract() {}

    @BeforeEach
    void openTickets() {
        Tenant provider = scene().provider("Alder Cloud");
        Tenant acme = scene().customer("Acme");
        var group = scene().group(acme);
        Person ann = scene().person(acme, "Ann");
        ticket = scene().ticket(group, ann).id();
        other = scene().ticket(group, ann).id();
        eva = scene().staff(provider, "Eva", StaffRole.ENGINEER);
        eli = scene().staff(provider, "Eli", StaffRole.ENGINEER);
    }

    private Note note(GroupId about, Person author, int client, String text) {
        return new Note(about, author.id(), new ClientId(new UUID(7, client)), present(), NoteText.parse(text));
    }

    @Test
    void notesAreListedAsWrittenTheLastOneFirst() {
        Note first = note(ticket, eva, 1, "line\n\nline\t%s <b> 数据 🐦");
        Note second = note(ticket, eli, 1, "Same browser id, another author");
        Note third = note(other, eva, 1, "Same browser id, another ticket");
        assertThat(stores().notes().add(first)).isTrue();
        assertThat(stores().notes().add(second)).isTrue();
        assertThat(stores().notes().add(third)).isTrue();

        assertThat(stores().notes().list(ticket, 9)).containsExactly(second, first);
        assertThat(stores().notes().list(ticket, 1)).containsExactly(second);
        assertThat(stores().notes().list(other, 9)).containsExactly(third);
        assertThat(stores().notes().list(new GroupId(ticket.tenant(), new UUID(9, 9)), 9))
                .isEmpty();
    }

    @Test
    void aNoteThatIsSentAgainIsKeptOnce() {
        Note first = note(ticket, eva, 1, "As it was");
        assertThat(stores().notes().add(first)).isTrue();
        assertThat(stores().notes().add(note(ticket, eva, 1, "Again"))).isFalse();
        assertThat(stores().notes().list(ticket, 9)).containsExactly(first);
    }
}
