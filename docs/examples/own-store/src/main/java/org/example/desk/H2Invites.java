package org.example.desk;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.invite.Invite;
import io.larkdesk.core.invite.InviteId;
import io.larkdesk.core.invite.InviteKey;
import io.larkdesk.core.invite.Invites;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invites on an H2 database. */
public final class H2Invites implements Invites {

    /** The type of column that keeps an instant as exactly as the core tells it. */
    public static final String MILLISECONDS = "timestamp(3) with time zone";

    private final H2Database database;

    /** Takes the database; its tables are made by {@link #create}. */
    public H2Invites(H2Database database) {
        this.database = database;
    }

    /** Makes the tables. */
    static void create(Connection connection, String instant) throws SQLException {
        try (PreparedStatement invites = connection.prepareStatement("""
                        create table invite (
                            tenant uuid, in_group uuid, id uuid primary key, code_key char(64) unique,
                            issuer_tenant uuid, issuer uuid, issued_at %1$s, expires_at %1$s, most_uses int,
                            revoker_tenant uuid, revoker uuid, revoked_at %1$s)""".formatted(instant));
                PreparedStatement uses = connection.prepareStatement("""
                        create table invite_use (
                            tenant uuid, in_group uuid, invite uuid, person_tenant uuid, person uuid, at %1$s,
                            primary key (invite, person))""".formatted(instant))) {
            invites.execute();
            uses.execute();
        }
    }

    @Override
    public Optional<Invite> find(InviteId id) {
        return database
                .join(connection -> list(
                        connection,
                        "select * from invite where tenant = ? and in_group = ? and id = ?",
                        id.group().tenant().value(),
                        id.group().value(),
                        id.value()))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Invite> findByKey(InviteKey key) {
        return database
                .join(connection -> list(connection, "select * from invite where code_key = ?", key.hex()))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Invite> lockByKey(InviteKey key) {
        return database
                .require(
                        connection -> list(connection, "select * from invite where code_key = ? for update", key.hex()))
                .stream()
                .findFirst();
    }

    @Override
    public List<Invite> listOpen(GroupId group, Instant now) {
        return database.join(connection -> list(connection, """
                select * from invite where tenant = ? and in_group = ? and expires_at > ? and revoker is null
                order by issued_at desc""", group.tenant().value(), group.value(), at(now)));
    }

    @Override
    public List<Invite> lockOpen(Instant now, int limit) {
        return database.require(connection -> list(
                connection,
                "select * from invite where expires_at > ? and revoker is null limit ? for update",
                at(now),
                limit));
    }

    @Override
    public void save(Invite invite) {
        database.join(connection -> update(
                connection,
                "merge into invite key (id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                invite.id().group().tenant().value(),
                invite.id().group().value(),
                invite.id().value(),
                invite.key().hex(),
                invite.issuer().tenant().value(),
                invite.issuer().value(),
                at(invite.issuedAt()),
                at(invite.expiresAt()),
                invite.mostUses().orElse(null),
                invite.revocation().map(by -> by.by().tenant().value()).orElse(null),
                invite.revocation().map(by -> by.by().value()).orElse(null),
                invite.revocation().map(by -> at(by.at())).orElse(null)));
    }

    @Override
    public List<Invite.Use> listUses(Collection<InviteId> invites) {
        return database.join(connection -> {
            String sql = "select * from invite_use where invite = any(?) order by at";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, invites.stream().map(InviteId::value).toArray(UUID[]::new));
                List<Invite.Use> uses = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        uses.add(new Invite.Use(
                                id(rows, "invite"), person(rows, "person_tenant", "person"), instant(rows, "at")));
                    }
                }
                return uses;
            }
        });
    }

    @Override
    public void addUse(Invite.Use use) {
        database.join(connection -> update(
                connection,
                """
                merge into invite_use as old using (values (?, ?, ?, ?, ?, ?)) as new (t, g, i, pt, p, a)
                on old.invite = new.i and old.person = new.p
                when not matched then insert values (t, g, i, pt, p, a)""",
                use.invite().group().tenant().value(),
                use.invite().group().value(),
                use.invite().value(),
                use.person().tenant().value(),
                use.person().value(),
                at(use.at())));
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static List<Invite> list(Connection connection, String sql, Object... values) throws SQLException {
        List<Invite> invites = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                invites.add(invite(rows));
            }
        }
        return invites;
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static Invite invite(ResultSet row) throws SQLException {
        return new Invite(
                id(row, "id"),
                new InviteKey(row.getString("code_key")),
                person(row, "issuer_tenant", "issuer"),
                instant(row, "issued_at"),
                instant(row, "expires_at"),
                Optional.ofNullable(row.getObject("most_uses", Integer.class)),
                row.getObject("revoker") == null
                        ? Optional.empty()
                        : Optional.of(new Invite.Revocation(
                                person(row, "revoker_tenant", "revoker"), instant(row, "revoked_at"))));
    }

    private static InviteId id(ResultSet row, String column) throws SQLException {
        TenantId tenant = new TenantId(row.getObject("tenant", UUID.class));
        return new InviteId(
                new GroupId(tenant, row.getObject("in_group", UUID.class)), row.getObject(column, UUID.class));
    }

    private static PersonId person(ResultSet row, String tenant, String column) throws SQLException {
        return new PersonId(new TenantId(row.getObject(tenant, UUID.class)), row.getObject(column, UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
