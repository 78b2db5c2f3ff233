package io.larkdesk.core.token;

import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Revokes all tokens of the provider's systems, after a backup was restored: some of them may have been revoked since it was made. */
@Singleton
public final class RevokeAllTokens {

    private static final int MOST = 100_000;

    private final Transactions transactions;
    private final ApiTokens tokens;

    /** Takes its collaborators. */
    @Inject
    public RevokeAllTokens(Transactions transactions, ApiTokens tokens) {
        this.transactions = transactions;
        this.tokens = tokens;
    }

    /** Revokes them. Who asks has seen to it that this may be done. */
    public void execute(TenantId provider) {
        transactions.inTransaction(now -> {
            List<ApiToken> open = tokens.list(provider, now, MOST).stream()
                    .filter(token -> token.isOpenAt(now))
                    .flatMap(token -> tokens.lock(provider, token.id()).stream())
                    .toList();
            open.forEach(token -> tokens.save(token.revoke(now)));
            return open;
        });
    }
}
