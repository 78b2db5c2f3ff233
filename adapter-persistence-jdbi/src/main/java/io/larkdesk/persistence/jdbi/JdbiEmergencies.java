package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.escalation.Emergencies;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.Emergency.Declaration;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code emergency} and {@code emergency_declaration}. */
final class JdbiEmergencies implements Emergencies {

    private static final String OF_TICKET = "select * from emergency where tenant_id = :tenant and group_id = :group";
    private static final String FIND = OF_TICKET + " and emergency_id = :emergency";
    private static final String FIND_ACTIVE = OF_TICKET + " and state <> 'ENDED'";
    private static final String FIND_LAST = OF_TICKET + " order by started_at desc, emergency_id desc limit 1";
    private static final String LOCK = FIND + " for update";
    private static final String ADD = """
            insert into emergency (tenant_id, group_id, emergency_id, starter_tenant_id, starter_id, started_at, reason, impact,
                                   client_id, levels, acknowledge_within, rounds, confirm_every, version, steps, state, paging_from,
                                   since, holder_tenant_id, holder_id, firm, helper_tenant_ids, helper_ids, word, due_at, late,
                                   noted_at, back_tenant_id, back_id, back_at)
            values (:tenant, :group, :emergency, :personTenant, :person, :at, :reason, :impact,
                    :clientId, :levels, :within, :rounds, :confirmEvery, :version, :steps, :state, :pagingFrom,
                    :since, :holderTenant, :holder, :firm, :helperTenants, :helpers, :word, :dueAt, :late,
                    :now, :backTenant, :back, :backAt)
            """;
    private static final String SAVE = """
            update emergency
            set version = :version, steps = :steps, state = :state, paging_from = :pagingFrom, since = :since,
                holder_tenant_id = :holderTenant, holder_id = :holder, firm = :firm, helper_tenant_ids = :helperTenants,
                helper_ids = :helpers, word = :word, due_at = :dueAt, late = :late, noted_at = :now,
                back_tenant_id = :backTenant, back_id = :back, back_at = :backAt
            where tenant_id = :tenant and group_id = :group and emergency_id = :emergency
            """;
    private static final String JOIN = """
            insert into emergency_declaration (tenant_id, group_id, emergency_id, person_tenant_id, person_id, client_id, declared_at,
                                               reason, impact)
            values (:tenant, :group, :emergency, :personTenant, :person, :clientId, :at, :reason, :impact)
            on conflict do nothing
            """;
    private static final String LIST_DECLARATIONS = """
            select * from emergency_declaration
            where tenant_id = :tenant and group_id = :group and emergency_id = :emergency
            order by declared_at, arrival
            """;
    private static final String FIND_BY_CLIENT_ID = """
            select emergency.* from emergency_declaration as declaration
            join emergency using (tenant_id, group_id, emergency_id)
            where declaration.tenant_id = :tenant and declaration.group_id = :group
              and declaration.person_tenant_id = :personTenant and declaration.person_id = :person
              and declaration.client_id = :clientId
            """;
    private static final String COUNT_STARTED_BY = """
            select count(*) from emergency
            where starter_tenant_id = :personTenant and starter_id = :person and started_at >= :since
            """;

    // Two index scans, the second of which finds nothing unless the clock was set back
    private static final String LOCK_DUE = """
            with due as (
                select * from emergency
                where due_at <= :now
                order by due_at
                limit :limit
                for update skip locked
            ), noted_later as (
                select * from emergency
                where noted_at > :notedAtMost and due_at is not null
                order by noted_at desc
                limit :limit
                for update skip locked
            )
            select * from due union select * from noted_later
            order by due_at
            limit :limit
            """;
    private static final String LIST_DUE =
            "select * from emergency where due_at <= :dueAt order by due_at limit :limit";
    private static final String FIND_EARLIEST_DUE =
            "select due_at from emergency where due_at is not null order by due_at limit 1";
    private static final String LIST_ACTIVE = """
            select * from emergency
            where state <> 'ENDED'
            order by started_at, emergency_id
            limit :limit
            """;
    private static final String LIST_ACTIVE_AFTER = """
            select emergency.* from emergency
            join emergency as seen on seen.tenant_id = :tenant and seen.group_id = :group and seen.emergency_id = :emergency
            where emergency.state <> 'ENDED'
              and (emergency.started_at, emergency.emergency_id) > (seen.started_at, seen.emergency_id)
            order by emergency.started_at, emergency.emergency_id
            limit :limit
            """;
    private static final String LIST_ACTIVE_OF =
            "select * from emergency where tenant_id = :tenant and state <> 'ENDED'";
    private static final String LIST_ACTIVE_AMONG = """
            select * from emergency
            where (tenant_id, group_id) in (select * from unnest(:tenants, :groups)) and state <> 'ENDED'
            """;
    private static final String COUNT_ACTIVE = "select count(*) from emergency where state <> 'ENDED'";
    private static final String LIST_ENDED = """
            select * from emergency
            where state = 'ENDED'
            order by since desc, emergency_id desc
            limit :limit
            """;
    private static final String LIST_ENDED_BEFORE = """
            select emergency.* from emergency
            join emergency as seen on seen.tenant_id = :tenant and seen.group_id = :group and seen.emergency_id = :emergency
              and seen.state = 'ENDED'
            where emergency.state = 'ENDED' and (emergency.since, emergency.emergency_id) < (seen.since, seen.emergency_id)
            order by emergency.since desc, emergency.emergency_id desc
            limit :limit
            """;
    private static final RowMapper<Declaration> DECLARATION =
            (row, context) -> EmergencyRow.declaration(row, "person_tenant_id", "person_id", "declared_at");

    private final JdbiTransactions transactions;

    JdbiEmergencies(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Emergency> find(EmergencyId id) {
        return transactions.with(handle -> EmergencyRow.id(handle.createQuery(FIND), id)
                .map(EmergencyRow.EMERGENCY)
                .findOne());
    }

    @Override
    public Optional<Emergency> findActive(GroupId ticket) {
        return findOf(FIND_ACTIVE, ticket);
    }

    @Override
    public Optional<Emergency> findLast(GroupId ticket) {
        return findOf(FIND_LAST, ticket);
    }

    private Optional<Emergency> findOf(String sql, GroupId ticket) {
        return transactions.with(handle -> Arguments.group(handle.createQuery(sql), ticket)
                .map(EmergencyRow.EMERGENCY)
                .findOne());
    }

    @Override
    public Optional<Emergency> lock(EmergencyId id) {
        return transactions.withRunning(handle -> EmergencyRow.id(handle.createQuery(LOCK), id)
                .map(EmergencyRow.EMERGENCY)
                .findOne());
    }

    @Override
    public void add(Emergency emergency, Instant now) {
        transactions.inTransaction(ignored -> {
            transactions.withRunning(handle -> EmergencyRow.standing(
                            EmergencyRow.policy(
                                    EmergencyRow.declaration(
                                            EmergencyRow.id(handle.createUpdate(ADD), emergency.id()),
                                            emergency.start()),
                                    emergency.policy()),
                            emergency,
                            now)
                    .execute());
            join(emergency.id(), emergency.start());
            return emergency;
        });
    }

    @Override
    public void save(Emergency emergency, Instant now) {
        transactions.withRunning(handle -> EmergencyRow.standing(
                        EmergencyRow.id(handle.createUpdate(SAVE), emergency.id()), emergency, now)
                .execute());
    }

    @Override
    public void join(EmergencyId emergency, Declaration declaration) {
        transactions.with(
                handle -> EmergencyRow.declaration(EmergencyRow.id(handle.createUpdate(JOIN), emergency), declaration)
                        .execute());
    }

    @Override
    public List<Declaration> listDeclarations(EmergencyId emergency) {
        return transactions.with(handle -> EmergencyRow.id(handle.createQuery(LIST_DECLARATIONS), emergency)
                .map(DECLARATION)
                .list());
    }

    @Override
    public Optional<Emergency> findByClientId(GroupId ticket, PersonId person, ClientId clientId) {
        return transactions.with(
                handle -> Arguments.person(Arguments.group(handle.createQuery(FIND_BY_CLIENT_ID), ticket), person)
                        .bind("clientId", clientId.value())
                        .map(EmergencyRow.EMERGENCY)
                        .findOne());
    }

    @Override
    public int countStartedBy(PersonId person, Instant since) {
        return transactions.with(handle -> Arguments.person(handle.createQuery(COUNT_STARTED_BY), person)
                .bind("since", since)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public List<Emergency> lockDue(Instant now, int limit) {
        return transactions.withRunning(handle -> handle.createQuery(LOCK_DUE)
                .bind("now", now)
                .bind("notedAtMost", now.plus(Emergency.CLOCK_STEP))
                .bind("limit", limit)
                .map(EmergencyRow.EMERGENCY)
                .list());
    }

    @Override
    public List<Emergency> listDue(Instant dueAt, int limit) {
        return transactions.with(handle -> handle.createQuery(LIST_DUE)
                .bind("dueAt", dueAt)
                .bind("limit", limit)
                .map(EmergencyRow.EMERGENCY)
                .list());
    }

    @Override
    public Optional<Instant> findEarliestDue() {
        return transactions.with(handle -> handle.createQuery(FIND_EARLIEST_DUE)
                .map((row, context) -> Columns.instant(row, "due_at"))
                .findOne());
    }

    @Override
    public List<Emergency> listActive(Optional<EmergencyId> after, int limit) {
        return transactions.with(
                handle -> after.map(seen -> EmergencyRow.id(handle.createQuery(LIST_ACTIVE_AFTER), seen))
                        .orElseGet(() -> handle.createQuery(LIST_ACTIVE))
                        .bind("limit", limit)
                        .map(EmergencyRow.EMERGENCY)
                        .list());
    }

    @Override
    public List<Emergency> listActive(TenantId tenant) {
        return transactions.with(handle -> handle.createQuery(LIST_ACTIVE_OF)
                .bind("tenant", tenant)
                .map(EmergencyRow.EMERGENCY)
                .list());
    }

    @Override
    public List<Emergency> listActive(Collection<GroupId> tickets) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        return transactions.with(handle -> Arguments.groups(handle.createQuery(LIST_ACTIVE_AMONG), tickets)
                .map(EmergencyRow.EMERGENCY)
                .list());
    }

    @Override
    public int countActive() {
        return transactions.with(
                handle -> handle.createQuery(COUNT_ACTIVE).mapTo(Integer.class).one());
    }

    @Override
    public List<Emergency> listEnded(Optional<EmergencyId> before, int limit) {
        return transactions.with(
                handle -> before.map(seen -> EmergencyRow.id(handle.createQuery(LIST_ENDED_BEFORE), seen))
                        .orElseGet(() -> handle.createQuery(LIST_ENDED))
                        .bind("limit", limit)
                        .map(EmergencyRow.EMERGENCY)
                        .list());
    }
}
