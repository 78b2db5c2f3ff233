package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.webhook.Delivery;
import io.larkdesk.core.webhook.Endpoint;
import io.larkdesk.core.webhook.EndpointId;
import io.larkdesk.core.webhook.EndpointUrl;
import io.larkdesk.core.webhook.EventId;
import io.larkdesk.core.webhook.EventType;
import io.larkdesk.core.webhook.Webhooks;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code webhook_endpoint}, {@code webhook_delivery} and {@code webhook_attempt}. */
final class JdbiWebhooks implements Webhooks {

    private static final String SAVE_ENDPOINT = """
            insert into webhook_endpoint (tenant_id, endpoint_id, url, types, secret, retiring_secret, retiring_until, added_at, stopped_at)
            values (:tenant, :endpoint, :url, :types, :secret, :retiring, :until, :addedAt, :stoppedAt)
            on conflict (tenant_id, endpoint_id) do update
            set url = excluded.url, types = excluded.types, secret = excluded.secret, retiring_secret = excluded.retiring_secret,
                retiring_until = excluded.retiring_until, stopped_at = excluded.stopped_at
            """;
    private static final String LIST_ENDPOINTS =
            "select * from webhook_endpoint where tenant_id = :tenant order by added_at, endpoint_id";
    private static final String LIST_WORKING =
            "select * from webhook_endpoint where stopped_at is null order by added_at, endpoint_id";
    private static final String LOCK_ENDPOINT =
            "select * from webhook_endpoint where tenant_id = :tenant and endpoint_id = :endpoint for update";
    // Not by "on conflict": customers may add what is told of them, but not see it
    private static final String SAVE_DELIVERY = """
            with changed as (
                update webhook_delivery set attempts = :attempts, due_at = :due, ended = :ended
                where tenant_id = :tenant and event_id = :event
                returning event_id
            )
            insert into webhook_delivery (tenant_id, event_id, endpoint_id, type, customer_tenant_id, ticket_id, happened_at,
                                          attempts, due_at, ended)
            select :tenant, :event, :endpoint, :type, :customer, :ticket, :at, :attempts, :due, :ended
            where not exists (select from changed)
            """;
    private static final String LOCK_DUE = """
            with under_way as (
                select endpoint_id, count(*) as places from unnest(:underWay) as known (endpoint_id) group by endpoint_id
            ), placed as materialized (
                select due.tenant_id, due.event_id,
                       coalesce(places, 0)
                           + row_number() over (partition by due.tenant_id, endpoint_id order by due.due_at, due.event_id) as place
                from webhook_endpoint as endpoint left join under_way using (endpoint_id)
                cross join lateral (
                    select tenant_id, event_id, due_at from webhook_delivery
                    where webhook_delivery.tenant_id = endpoint.tenant_id
                      and webhook_delivery.endpoint_id = endpoint.endpoint_id
                      and due_at <= :now
                    order by due_at, event_id
                    limit :limit
                ) as due
                order by place, due.due_at, due.event_id
            )
            select * from (
                select taken.*, place from placed cross join lateral (
                    select * from webhook_delivery
                    where webhook_delivery.tenant_id = placed.tenant_id and webhook_delivery.event_id = placed.event_id
                      and due_at <= :now
                    for update skip locked
                ) as taken
                where place <= :share
                limit :limit
            ) as locked
            order by place, due_at, event_id
            """;
    private static final String FIND_DUE = "select min(due_at) from webhook_delivery where due_at is not null";
    private static final String LOCK_DELIVERY =
            "select * from webhook_delivery where tenant_id = :tenant and event_id = :event for update";
    // Whoever claims holds deliveries and waits for the endpoint, which is held here
    private static final String STOP_ALL = """
            update webhook_delivery set due_at = null, ended = 'STOPPED'
            where (tenant_id, event_id) in (
                select tenant_id, event_id from webhook_delivery
                where tenant_id = :tenant and endpoint_id = :endpoint and due_at is not null
                for update skip locked)
            """;
    private static final String LIST_DELIVERIES = """
            select * from webhook_delivery
            where tenant_id = :tenant and endpoint_id = :endpoint
            order by happened_at desc, event_id
            limit :limit
            """;
    private static final String ADD_ATTEMPT = """
            insert into webhook_attempt (tenant_id, event_id, at, status, millis, result)
            values (:tenant, :event, :at, :status, :millis, :result)
            """;
    private static final String LIST_ATTEMPTS =
            "select * from webhook_attempt where tenant_id = :tenant and event_id = :event order by attempt";
    private static final String FORGET = "delete from webhook_delivery where due_at is null and happened_at < :instant";
    private static final RowMapper<Endpoint> ENDPOINT = (row, context) -> endpoint(row);
    private static final RowMapper<Delivery> DELIVERY = (row, context) -> delivery(row);
    private static final RowMapper<Delivery.Attempt> ATTEMPT = (row, context) -> attempt(row);

    private final JdbiTransactions transactions;

    JdbiWebhooks(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void save(Endpoint endpoint) {
        transactions.with(handle -> handle.createUpdate(SAVE_ENDPOINT)
                .bind("tenant", endpoint.provider())
                .bind("endpoint", endpoint.id().value())
                .bind("url", endpoint.url().toString())
                .bindArray(
                        "types",
                        String.class,
                        endpoint.types().stream().sorted().map(Enum::name).toList())
                .bind("secret", endpoint.secret().text())
                .bind("retiring", endpoint.retiring().map(old -> old.secret().text()))
                .bind("until", endpoint.retiring().map(Endpoint.Retiring::until))
                .bind("addedAt", endpoint.addedAt())
                .bind("stoppedAt", endpoint.stoppedAt())
                .execute());
    }

    @Override
    public List<Endpoint> listEndpoints(TenantId provider) {
        return transactions.with(handle -> handle.createQuery(LIST_ENDPOINTS)
                .bind("tenant", provider)
                .map(ENDPOINT)
                .list());
    }

    @Override
    public List<Endpoint> listWorking() {
        return transactions.with(
                handle -> handle.createQuery(LIST_WORKING).map(ENDPOINT).list());
    }

    @Override
    public Optional<Endpoint> lockEndpoint(TenantId provider, EndpointId id) {
        return transactions.withRunning(handle -> handle.createQuery(LOCK_ENDPOINT)
                .bind("tenant", provider)
                .bind("endpoint", id.value())
                .map(ENDPOINT)
                .findOne());
    }

    @Override
    public void save(Delivery delivery) {
        transactions.with(handle -> handle.createUpdate(SAVE_DELIVERY)
                .bind("tenant", delivery.provider())
                .bind("event", delivery.id().value())
                .bind("endpoint", delivery.endpoint().value())
                .bind("type", delivery.type().name())
                .bind("customer", delivery.ticket().map(GroupId::tenant))
                .bind("ticket", delivery.ticket().map(GroupId::value))
                .bind("at", delivery.at())
                .bind("attempts", delivery.attempts())
                .bind("due", delivery.due())
                .bind("ended", delivery.end().map(Enum::name))
                .execute());
    }

    @Override
    public List<Delivery> lockDue(Instant now, int limit, int share, Collection<EndpointId> underWay) {
        return transactions.withRunning(handle -> handle.createQuery(LOCK_DUE)
                .bind("now", now)
                .bind("limit", limit)
                .bind("share", share)
                .bindArray(
                        "underWay",
                        UUID.class,
                        underWay.stream().map(EndpointId::value).toList())
                .map(DELIVERY)
                .list());
    }

    @Override
    public Optional<Instant> findEarliestDue() {
        return transactions.with(handle -> handle.createQuery(FIND_DUE)
                .map((row, context) -> Columns.findInstant(row, "min"))
                .one());
    }

    @Override
    public Optional<Delivery> lockDelivery(TenantId provider, EventId id) {
        return transactions.withRunning(handle -> handle.createQuery(LOCK_DELIVERY)
                .bind("tenant", provider)
                .bind("event", id.value())
                .map(DELIVERY)
                .findOne());
    }

    @Override
    public void stopAll(TenantId provider, EndpointId endpoint) {
        transactions.with(handle -> handle.createUpdate(STOP_ALL)
                .bind("tenant", provider)
                .bind("endpoint", endpoint.value())
                .execute());
    }

    @Override
    public List<Delivery> listDeliveries(TenantId provider, EndpointId endpoint, int limit) {
        return transactions.with(handle -> handle.createQuery(LIST_DELIVERIES)
                .bind("tenant", provider)
                .bind("endpoint", endpoint.value())
                .bind("limit", limit)
                .map(DELIVERY)
                .list());
    }

    @Override
    public void add(Delivery.Attempt attempt) {
        transactions.with(handle -> handle.createUpdate(ADD_ATTEMPT)
                .bind("tenant", attempt.provider())
                .bind("event", attempt.event().value())
                .bind("at", attempt.at())
                .bind("status", attempt.status())
                .bind("millis", attempt.took().toMillis())
                .bind("result", attempt.result().name())
                .execute());
    }

    @Override
    public List<Delivery.Attempt> listAttempts(TenantId provider, EventId event) {
        return transactions.with(handle -> handle.createQuery(LIST_ATTEMPTS)
                .bind("tenant", provider)
                .bind("event", event.value())
                .map(ATTEMPT)
                .list());
    }

    @Override
    public void forget(Instant instant) {
        transactions.with(
                handle -> handle.createUpdate(FORGET).bind("instant", instant).execute());
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        Optional<String> retiring = Columns.findText(row, "retiring_secret");
        return new Endpoint(
                new EndpointId(Columns.uuid(row, "endpoint_id")),
                Columns.tenant(row, "tenant_id"),
                new EndpointUrl(URI.create(row.getString("url"))),
                Arrays.stream((String[]) row.getArray("types").getArray())
                        .map(EventType::valueOf)
                        .collect(Collectors.toSet()),
                new SealedSecret(row.getString("secret")),
                retiring.isPresent()
                        ? Optional.of(new Endpoint.Retiring(
                                new SealedSecret(retiring.get()), Columns.instant(row, "retiring_until")))
                        : Optional.empty(),
                Columns.instant(row, "added_at"),
                Columns.findInstant(row, "stopped_at"));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                new EventId(Columns.uuid(row, "event_id")),
                Columns.tenant(row, "tenant_id"),
                new EndpointId(Columns.uuid(row, "endpoint_id")),
                EventType.valueOf(row.getString("type")),
                row.getObject("ticket_id") == null
                        ? Optional.empty()
                        : Optional.of(
                                new GroupId(Columns.tenant(row, "customer_tenant_id"), Columns.uuid(row, "ticket_id"))),
                Columns.instant(row, "happened_at"),
                row.getInt("attempts"),
                Columns.findInstant(row, "due_at"),
                Columns.findText(row, "ended").map(Delivery.End::valueOf));
    }

    private static Delivery.Attempt attempt(ResultSet row) throws SQLException {
        return new Delivery.Attempt(
                new EventId(Columns.uuid(row, "event_id")),
                Columns.tenant(row, "tenant_id"),
                Columns.instant(row, "at"),
                Optional.ofNullable(row.getObject("status", Integer.class)),
                Duration.ofMillis(row.getLong("millis")),
                Delivery.Result.valueOf(row.getString("result")));
    }
}
