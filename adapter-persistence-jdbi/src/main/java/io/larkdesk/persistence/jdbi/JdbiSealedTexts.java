package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.sealing.SealedText;
import io.larkdesk.core.sealing.SealedText.Kind;
import io.larkdesk.core.sealing.SealedTexts;
import io.larkdesk.core.tenant.SealedSecret;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The columns of all tables that hold something sealed. */
final class JdbiSealedTexts implements SealedTexts {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String LIST = """
            select * from (
                select 'APP' as kind, tenant_id, tenant_id as id, secret from tenant
                union all
                select 'NEXT_APP', tenant_id, tenant_id, secret from app_change
                union all
                select 'ENDPOINT', tenant_id, endpoint_id, secret from webhook_endpoint
                union all
                select 'RETIRING_ENDPOINT', tenant_id, endpoint_id, retiring_secret from webhook_endpoint
                where retiring_secret is not null
            ) as sealed
            where (kind, tenant_id, id) > (:kind, :tenant, :id)
            order by kind, tenant_id, id
            limit :limit
            """;
    private static final String IF_UNCHANGED = " where tenant_id = :tenant and %1$s = :old";
    private static final String REPLACE_TENANTS = "update %2$s set %1$s = :new" + IF_UNCHANGED;
    private static final String REPLACE_ENDPOINTS = REPLACE_TENANTS + " and endpoint_id = :id";

    private final JdbiTransactions transactions;

    JdbiSealedTexts(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<SealedText> list(Optional<SealedText> after, int limit) {
        return transactions.with(handle -> handle.createQuery(LIST)
                .bind("kind", after.map(text -> text.kind().name()).orElse(""))
                .bind("tenant", after.map(text -> text.tenant().value()).orElse(BEFORE_ALL))
                .bind("id", after.map(SealedText::id).orElse(BEFORE_ALL))
                .bind("limit", limit)
                .map((row, context) -> new SealedText(
                        Kind.valueOf(row.getString("kind")),
                        Columns.tenant(row, "tenant_id"),
                        Columns.uuid(row, "id"),
                        new SealedSecret(row.getString("secret"))))
                .list());
    }

    @Override
    public boolean replace(SealedText text, SealedSecret secret) {
        return transactions.with(handle -> handle.createUpdate(replacing(text.kind()))
                        .bind("tenant", text.tenant())
                        .bind("id", text.id())
                        .bind("old", text.secret().text())
                        .bind("new", secret.text())
                        .execute())
                == 1;
    }

    private static String replacing(Kind kind) {
        return switch (kind) {
            case APP -> REPLACE_TENANTS.formatted("secret", "tenant");
            case NEXT_APP -> REPLACE_TENANTS.formatted("secret", "app_change");
            case ENDPOINT -> REPLACE_ENDPOINTS.formatted("secret", "webhook_endpoint");
            case RETIRING_ENDPOINT -> REPLACE_ENDPOINTS.formatted("retiring_secret", "webhook_endpoint");
        };
    }
}
