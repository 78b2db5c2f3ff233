package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.Note;
import io.larkdesk.core.ticket.NoteText;
import io.larkdesk.core.ticket.Notes;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code note}. */
final class JdbiNotes implements Notes {

    private static final String ADD = """
            insert into note (tenant_id, group_id, author_tenant_id, author_id, client_id, at, body)
            values (:tenant, :group, :personTenant, :person, :clientId, :at, :body)
            on conflict on constraint note_client_id do nothing
            """;
    private static final String LIST = """
            select * from note
            where tenant_id = :tenant and group_id = :group
            order by written desc
            limit :limit
            """;
    private static final RowMapper<Note> NOTE = (row, context) -> new Note(
            Columns.group(row),
            Columns.person(row, "author_tenant_id", "author_id"),
            new ClientId(Columns.uuid(row, "client_id")),
            Columns.instant(row, "at"),
            new NoteText(row.getString("body")));

    private final JdbiTransactions transactions;

    JdbiNotes(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(Note note) {
        return transactions.with(
                handle -> Arguments.person(Arguments.group(handle.createUpdate(ADD), note.ticket()), note.author())
                                .bind("clientId", note.clientId().value())
                                .bind("at", note.at())
                                .bind("body", note.text().text())
                                .execute()
                        > 0);
    }

    @Override
    public List<Note> list(GroupId ticket, int limit) {
        return transactions.with(handle -> Arguments.group(handle.createQuery(LIST), ticket)
                .bind("limit", limit)
                .map(NOTE)
                .list());
    }
}
