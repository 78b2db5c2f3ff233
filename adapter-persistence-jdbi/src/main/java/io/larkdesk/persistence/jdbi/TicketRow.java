package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Rating;
import io.larkdesk.core.ticket.Resolution;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TicketTimes;
import io.larkdesk.core.ticket.Title;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** A {@link Ticket} as columns of the table {@code ticket}, and a row of it as a ticket. */
final class TicketRow {

    static final RowMapper<Ticket> TICKET = (row, context) -> ticket(row);

    private TicketRow() {}

    static <S extends SqlStatement<S>> S bind(S statement, Ticket ticket) {
        return Arguments.group(statement, ticket.id())
                .bind("openedFrom", ticket.openedFrom().value())
                .bind("number", ticket.number().value())
                .bind("title", ticket.title().text())
                .bind("description", ticket.description().text())
                .bind("product", ticket.product().map(Product::name))
                .bind("severity", ticket.severity().weight())
                .bind("state", ticket.state())
                .bind("openerTenant", ticket.opener().tenant())
                .bind("opener", ticket.opener().value())
                .bind("ownerTenant", ticket.owner().tenant())
                .bind("owner", ticket.owner().value())
                .bind("clientId", ticket.clientId().value())
                .bind("engineerTenant", ticket.engineer().map(PersonId::tenant))
                .bind("engineer", ticket.engineer().map(PersonId::value))
                .bind("version", ticket.version())
                .bind("openedAt", ticket.times().openedAt())
                .bind("changedAt", ticket.times().changedAt())
                .bind("activeAt", ticket.times().activeAt())
                .bind("resolvedAt", ticket.times().resolvedAt())
                .bind("closedAt", ticket.times().closedAt())
                .bind("waitingSince", ticket.times().waitingSince())
                .bind("resolution", ticket.resolution().map(Resolution::text))
                .bind("stars", ticket.rating().map(Rating::stars))
                .bind("ratingWord", ticket.rating().map(Rating::word));
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        GroupId id = Columns.group(row);
        return new Ticket(
                id,
                new GroupId(id.tenant(), Columns.uuid(row, "opened_from")),
                new TicketNumber(row.getLong("ticket_number")),
                new Title(row.getString("title")),
                new Description(row.getString("description")),
                Columns.findText(row, "product").map(Product::new),
                Severity.of(row.getInt("severity")).orElseThrow(),
                TicketState.valueOf(row.getString("state")),
                Columns.person(row, "opener_tenant_id", "opener_id"),
                Columns.person(row, "owner_tenant_id", "owner_id"),
                new ClientId(Columns.uuid(row, "client_id")),
                Columns.findPerson(row, "engineer_tenant_id", "engineer_id"),
                row.getLong("version"),
                new TicketTimes(
                        Columns.instant(row, "opened_at"),
                        Columns.instant(row, "changed_at"),
                        Columns.instant(row, "active_at"),
                        Columns.findInstant(row, "resolved_at"),
                        Columns.findInstant(row, "closed_at"),
                        Columns.findInstant(row, "waiting_since")),
                Columns.findText(row, "resolution").map(Resolution::new),
                rating(row));
    }

    private static Optional<Rating> rating(ResultSet row) throws SQLException {
        int stars = row.getInt("stars");
        return Columns.findText(row, "rating_word").map(word -> new Rating(stars, word));
    }
}
