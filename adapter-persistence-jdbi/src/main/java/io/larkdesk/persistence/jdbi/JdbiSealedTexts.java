package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.sealing.SealedShare;
import io.larkdesk.core.sealing.SealedText;
import io.larkdesk.core.sealing.SealedText.Kind;
import io.larkdesk.core.sealing.SealedTexts;
import io.larkdesk.core.tenant.SealedSecret;
import java.util.List;
import java.util.Optional;

/** The columns of all tables that hold something sealed. */
final class JdbiSealedTexts implements SealedTexts {

    static final String COUNT = """
            select 'APP' as kind, min(secret) as example, count(*) as texts from tenant group by left(secret, %1$d)
            union all
            select 'NEXT_APP', min(secret), count(*) from app_change group by left(secret, %1$d)
            union all
            select 'ENDPOINT', min(secret), count(*) from webhook_endpoint group by left(secret, %1$d)
            union all
            select 'RETIRING_ENDPOINT', min(retiring_secret), count(*) from webhook_endpoint
            where retiring_secret is not null group by left(retiring_secret, %1$d)
            """.formatted(SealedSecret.NAMES_KEY);
    private static final String LIST_TENANTS = "select tenant_id, tenant_id as id, %1$s as sealed from %2$s"
            + " where left(%1$s, " + SealedSecret.NAMES_KEY + ") = :beginning and tenant_id > :tenant"
            + " order by tenant_id limit :limit";
    private static final String LIST_ENDPOINTS = "select tenant_id, endpoint_id as id, %1$s as sealed from %2$s"
            + " where left(%1$s, " + SealedSecret.NAMES_KEY + ") = :beginning"
            + " and (tenant_id, endpoint_id) > (:tenant, :id) order by tenant_id, endpoint_id limit :limit";
    private static final String REPLACE_TENANTS =
            "update %2$s set %1$s = :new where tenant_id = :tenant and %1$s = :old";
    private static final String REPLACE_ENDPOINTS = REPLACE_TENANTS + " and endpoint_id = :id";

    private final JdbiTransactions transactions;

    JdbiSealedTexts(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<SealedShare> count() {
        return transactions.with(handle -> handle.createQuery(COUNT)
                .map((row, context) -> new SealedShare(
                        Kind.valueOf(row.getString("kind")),
                        new SealedSecret(row.getString("example")),
                        row.getInt("texts")))
                .list());
    }

    @Override
    public List<SealedText> list(SealedShare share, Optional<SealedText> after, int limit) {
        Kind kind = share.kind();
        return transactions.with(handle -> handle.createQuery(of(kind, LIST_TENANTS, LIST_ENDPOINTS))
                .bind("beginning", share.example().beginning())
                .bind("tenant", after.map(text -> text.tenant().value()).orElse(Arguments.BEFORE_ALL))
                .bind("id", after.map(SealedText::id).orElse(Arguments.BEFORE_ALL))
                .bind("limit", limit)
                .map((row, context) -> new SealedText(
                        kind,
                        Columns.tenant(row, "tenant_id"),
                        Columns.uuid(row, "id"),
                        new SealedSecret(row.getString("sealed"))))
                .list());
    }

    @Override
    public boolean replace(SealedText text, SealedSecret secret) {
        return transactions.with(handle -> handle.createUpdate(of(text.kind(), REPLACE_TENANTS, REPLACE_ENDPOINTS))
                        .bind("tenant", text.tenant())
                        .bind("id", text.id())
                        .bind("old", text.secret().text())
                        .bind("new", secret.text())
                        .execute())
                == 1;
    }

    /** The statement for the kind's table and column. */
    private static String of(Kind kind, String ofTenants, String ofEndpoints) {
        return switch (kind) {
            case APP -> ofTenants.formatted("secret", "tenant");
            case NEXT_APP -> ofTenants.formatted("secret", "app_change");
            case ENDPOINT -> ofEndpoints.formatted("secret", "webhook_endpoint");
            case RETIRING_ENDPOINT -> ofEndpoints.formatted("retiring_secret", "webhook_endpoint");
        };
    }
}
