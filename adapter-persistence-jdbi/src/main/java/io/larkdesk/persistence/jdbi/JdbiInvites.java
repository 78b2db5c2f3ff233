package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.invite.Invite;
import io.larkdesk.core.invite.InviteId;
import io.larkdesk.core.invite.InviteKey;
import io.larkdesk.core.invite.Invites;
import io.larkdesk.core.person.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code invite} and {@code invite_use}. */
final class JdbiInvites implements Invites {

    private static final String FIND =
            "select * from invite where tenant_id = :tenant and group_id = :group and invite_id = :invite";
    private static final String FIND_BY_KEY = "select * from invite where invite_key = :key";
    private static final String LOCK_BY_KEY = FIND_BY_KEY + " for update";
    private static final String LIST_OPEN = """
            select * from invite
            where tenant_id = :tenant and group_id = :group and expires_at > :now and revoked_at is null
            order by issued_at desc, invite_id
            """;
    private static final String LOCK_OPEN = """
            select * from invite where expires_at > :now and revoked_at is null limit :limit for update
            """;
    private static final String SAVE = """
            insert into invite (tenant_id, group_id, invite_id, invite_key, issuer_tenant_id, issuer_id, issued_at, expires_at,
                                most_uses, revoked_at, revoker_tenant_id, revoker_id)
            values (:tenant, :group, :invite, :key, :personTenant, :person, :issuedAt, :expiresAt,
                    :mostUses, :revokedAt, :revokerTenant, :revoker)
            on conflict (tenant_id, group_id, invite_id) do update
            set invite_key = excluded.invite_key, issuer_tenant_id = excluded.issuer_tenant_id, issuer_id = excluded.issuer_id,
                issued_at = excluded.issued_at, expires_at = excluded.expires_at, most_uses = excluded.most_uses,
                revoked_at = excluded.revoked_at, revoker_tenant_id = excluded.revoker_tenant_id,
                revoker_id = excluded.revoker_id
            """;
    private static final String LIST_USES = """
            select * from invite_use
            where (tenant_id, group_id, invite_id) in (select * from unnest(:tenants, :groups, :invites))
            order by used_at, person_id
            """;
    private static final String ADD_USE = """
            insert into invite_use (tenant_id, group_id, invite_id, person_id, used_at)
            values (:tenant, :group, :invite, :person, :at)
            on conflict do nothing
            """;
    private static final RowMapper<Invite> INVITE = (row, context) -> invite(row);
    private static final RowMapper<Invite.Use> USE = (row, context) ->
            new Invite.Use(id(row), Columns.person(row, "tenant_id", "person_id"), Columns.instant(row, "used_at"));

    private final JdbiTransactions transactions;

    JdbiInvites(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Invite> find(InviteId id) {
        return transactions.with(handle -> Arguments.group(handle.createQuery(FIND), id.group())
                .bind("invite", id.value())
                .map(INVITE)
                .findOne());
    }

    @Override
    public Optional<Invite> findByKey(InviteKey key) {
        return transactions.with(handle -> handle.createQuery(FIND_BY_KEY)
                .bind("key", bytes(key))
                .map(INVITE)
                .findOne());
    }

    @Override
    public Optional<Invite> lockByKey(InviteKey key) {
        return transactions.withRunning(handle -> handle.createQuery(LOCK_BY_KEY)
                .bind("key", bytes(key))
                .map(INVITE)
                .findOne());
    }

    @Override
    public List<Invite> listOpen(GroupId group, Instant now) {
        return transactions.with(handle -> Arguments.group(handle.createQuery(LIST_OPEN), group)
                .bind("now", now)
                .map(INVITE)
                .list());
    }

    @Override
    public List<Invite> lockOpen(Instant now, int limit) {
        return transactions.withRunning(handle -> handle.createQuery(LOCK_OPEN)
                .bind("now", now)
                .bind("limit", limit)
                .map(INVITE)
                .list());
    }

    @Override
    public void save(Invite invite) {
        Optional<PersonId> revoker = invite.revocation().map(Invite.Revocation::by);
        transactions.with(handle -> Arguments.person(
                        Arguments.group(handle.createUpdate(SAVE), invite.id().group()), invite.issuer())
                .bind("invite", invite.id().value())
                .bind("key", bytes(invite.key()))
                .bind("issuedAt", invite.issuedAt())
                .bind("expiresAt", invite.expiresAt())
                .bind("mostUses", invite.mostUses())
                .bind("revokedAt", invite.revocation().map(Invite.Revocation::at))
                .bind("revokerTenant", revoker.map(PersonId::tenant))
                .bind("revoker", revoker.map(PersonId::value))
                .execute());
    }

    @Override
    public List<Invite.Use> listUses(Collection<InviteId> invites) {
        if (invites.isEmpty()) {
            return List.of();
        }
        List<GroupId> groups = invites.stream().map(InviteId::group).toList();
        return transactions.with(handle -> Arguments.groups(handle.createQuery(LIST_USES), groups)
                .bindArray(
                        "invites",
                        UUID.class,
                        invites.stream().map(InviteId::value).toList())
                .map(USE)
                .list());
    }

    @Override
    public void addUse(Invite.Use use) {
        transactions.with(handle -> Arguments.group(
                        handle.createUpdate(ADD_USE), use.invite().group())
                .bind("invite", use.invite().value())
                .bind("person", use.person().value())
                .bind("at", use.at())
                .execute());
    }

    private static byte[] bytes(InviteKey key) {
        return HexFormat.of().parseHex(key.hex());
    }

    private static InviteId id(ResultSet row) throws SQLException {
        return new InviteId(Columns.group(row), Columns.uuid(row, "invite_id"));
    }

    private static Invite invite(ResultSet row) throws SQLException {
        return new Invite(
                id(row),
                new InviteKey(HexFormat.of().formatHex(row.getBytes("invite_key"))),
                Columns.person(row, "issuer_tenant_id", "issuer_id"),
                Columns.instant(row, "issued_at"),
                Columns.instant(row, "expires_at"),
                Optional.ofNullable(row.getObject("most_uses", Integer.class)),
                revocation(row));
    }

    private static Optional<Invite.Revocation> revocation(ResultSet row) throws SQLException {
        Optional<PersonId> revoker = Columns.findPerson(row, "revoker_tenant_id", "revoker_id");
        return revoker.isPresent()
                ? Optional.of(new Invite.Revocation(revoker.get(), Columns.instant(row, "revoked_at")))
                : Optional.empty();
    }
}
