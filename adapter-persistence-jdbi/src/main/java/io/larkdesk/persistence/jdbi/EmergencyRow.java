package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.Emergency.Acknowledged;
import io.larkdesk.core.escalation.Emergency.Declaration;
import io.larkdesk.core.escalation.Emergency.Ended;
import io.larkdesk.core.escalation.Emergency.Paging;
import io.larkdesk.core.escalation.Emergency.Timer;
import io.larkdesk.core.escalation.Emergency.Unanswered;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** An {@link Emergency} as columns of the table {@code emergency}, and a row of it as an Emergency. */
final class EmergencyRow {

    static final RowMapper<Emergency> EMERGENCY = (row, context) -> emergency(row);

    private EmergencyRow() {}

    private enum State {
        PAGING,
        UNANSWERED,
        ACKNOWLEDGED,
        ENDED
    }

    static <S extends SqlStatement<S>> S id(S statement, EmergencyId id) {
        return Arguments.group(statement, id.ticket()).bind("emergency", id.value());
    }

    /** Binds {@code :personTenant}, {@code :person}, {@code :at}, {@code :reason}, {@code :impact} and {@code :clientId}. */
    static <S extends SqlStatement<S>> S declaration(S statement, Declaration declaration) {
        return Arguments.person(statement, declaration.by())
                .bind("at", declaration.at())
                .bind("reason", declaration.reason())
                .bind("impact", declaration.impact())
                .bind("clientId", declaration.clientId().value());
    }

    /** Binds {@code :levels}, {@code :within}, {@code :rounds} and {@code :confirmEvery}. */
    static <S extends SqlStatement<S>> S policy(S statement, EscalationPolicy policy) {
        return statement
                .bindArray(
                        "levels",
                        String.class,
                        policy.steps().stream().map(step -> step.level().name()).toList())
                .bindArray(
                        "within",
                        Long.class,
                        policy.steps().stream()
                                .map(step -> step.acknowledgeWithin().toMillis())
                                .toList())
                .bind("rounds", policy.rounds())
                .bind("confirmEvery", policy.confirmEvery().toMillis());
    }

    /** Binds all that changes. */
    static <S extends SqlStatement<S>> S standing(S statement, Emergency emergency, Instant now) {
        Optional<Acknowledged> held = emergency.acknowledgement();
        Optional<Ended> ended = emergency.ending();
        Optional<PersonId> holder = held.map(Acknowledged::by).or(() -> ended.map(Ended::by));
        Optional<Instant> since = held.map(Acknowledged::at).or(() -> ended.map(Ended::at));
        Optional<Timer> timer = emergency.state().timer();
        List<PersonId> helpers = List.copyOf(held.map(Acknowledged::joined).orElse(Set.of()));
        return statement
                .bind("version", emergency.version())
                .bind("steps", emergency.steps())
                .bind("state", state(emergency))
                .bind(
                        "pagingFrom",
                        emergency.state() instanceof Paging paging
                                ? Optional.of(paging.from())
                                : Optional.<Integer>empty())
                .bind(
                        "since",
                        emergency.state() instanceof Unanswered unanswered ? Optional.of(unanswered.since()) : since)
                .bind("holderTenant", holder.map(PersonId::tenant))
                .bind("holder", holder.map(PersonId::value))
                .bind("firm", held.map(Acknowledged::firm))
                .bindArray(
                        "helperTenants",
                        UUID.class,
                        helpers.stream().map(person -> person.tenant().value()).toList())
                .bindArray(
                        "helpers",
                        UUID.class,
                        helpers.stream().map(PersonId::value).toList())
                .bind("word", ended.map(Ended::word))
                .bind("dueAt", timer.map(Timer::dueAt))
                .bind("late", timer.filter(Timer::late).isPresent())
                .bind("now", now)
                .bind("backTenant", emergency.back().map(back -> back.by().tenant()))
                .bind("back", emergency.back().map(back -> back.by().value()))
                .bind("backAt", emergency.back().map(Emergency.Back::at));
    }

    private static State state(Emergency emergency) {
        if (emergency.state() instanceof Paging) {
            return State.PAGING;
        }
        if (emergency.state() instanceof Unanswered) {
            return State.UNANSWERED;
        }
        return emergency.isActive() ? State.ACKNOWLEDGED : State.ENDED;
    }

    private static Emergency emergency(ResultSet row) throws SQLException {
        Optional<PersonId> back = Columns.findPerson(row, "back_tenant_id", "back_id");
        return new Emergency(
                new EmergencyId(Columns.group(row), Columns.uuid(row, "emergency_id")),
                declaration(row, "starter_tenant_id", "starter_id", "started_at"),
                policy(row),
                row.getLong("version"),
                row.getInt("steps"),
                standing(row),
                back.isPresent()
                        ? Optional.of(new Emergency.Back(back.get(), Columns.instant(row, "back_at")))
                        : Optional.empty());
    }

    static Declaration declaration(ResultSet row, String tenantColumn, String personColumn, String atColumn)
            throws SQLException {
        return new Declaration(
                Columns.person(row, tenantColumn, personColumn),
                Columns.instant(row, atColumn),
                Emergency.Reason.valueOf(row.getString("reason")),
                row.getString("impact"),
                new ClientId(Columns.uuid(row, "client_id")));
    }

    static EscalationPolicy policy(ResultSet row) throws SQLException {
        String[] levels = (String[]) row.getArray("levels").getArray();
        Long[] within = (Long[]) row.getArray("acknowledge_within").getArray();
        List<EscalationPolicy.Step> steps = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            steps.add(new EscalationPolicy.Step(StaffRole.valueOf(levels[i]), Duration.ofMillis(within[i])));
        }
        return new EscalationPolicy(
                steps,
                Optional.ofNullable(row.getObject("rounds", Integer.class)),
                Duration.ofMillis(row.getLong("confirm_every")));
    }

    private static Emergency.State standing(ResultSet row) throws SQLException {
        return switch (State.valueOf(row.getString("state"))) {
            case PAGING -> new Paging(row.getInt("paging_from"), timer(row));
            case UNANSWERED -> new Unanswered(Columns.instant(row, "since"));
            case ACKNOWLEDGED ->
                new Acknowledged(
                        Columns.person(row, "holder_tenant_id", "holder_id"),
                        Columns.instant(row, "since"),
                        row.getBoolean("firm"),
                        helpers(row),
                        timer(row));
            case ENDED ->
                new Ended(
                        Columns.person(row, "holder_tenant_id", "holder_id"),
                        Columns.instant(row, "since"),
                        row.getString("word"));
        };
    }

    private static Timer timer(ResultSet row) throws SQLException {
        return new Timer(Columns.instant(row, "due_at"), row.getBoolean("late"));
    }

    private static Set<PersonId> helpers(ResultSet row) throws SQLException {
        UUID[] tenants = (UUID[]) row.getArray("helper_tenant_ids").getArray();
        UUID[] persons = (UUID[]) row.getArray("helper_ids").getArray();
        Set<PersonId> helpers = new HashSet<>();
        for (int i = 0; i < persons.length; i++) {
            helpers.add(new PersonId(new TenantId(tenants[i]), persons[i]));
        }
        return helpers;
    }
}
