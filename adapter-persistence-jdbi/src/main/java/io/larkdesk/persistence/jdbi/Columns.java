package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the column types that tables share. */
final class Columns {

    private Columns() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> findInstant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Optional<String> findText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static TenantId tenant(ResultSet row, String column) throws SQLException {
        return new TenantId(uuid(row, column));
    }

    static GroupId group(ResultSet row) throws SQLException {
        return new GroupId(tenant(row, "tenant_id"), uuid(row, "group_id"));
    }

    /** The person, or nothing where the columns are null. */
    static Optional<PersonId> findPerson(ResultSet row, String tenantColumn, String personColumn) throws SQLException {
        return row.getObject(personColumn) == null
                ? Optional.empty()
                : Optional.of(person(row, tenantColumn, personColumn));
    }

    static PersonId person(ResultSet row, String tenantColumn, String personColumn) throws SQLException {
        return new PersonId(tenant(row, tenantColumn), uuid(row, personColumn));
    }
}
