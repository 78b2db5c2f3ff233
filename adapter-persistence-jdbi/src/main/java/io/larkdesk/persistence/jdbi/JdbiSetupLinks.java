package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.onboarding.SetupLink;
import io.larkdesk.core.onboarding.SetupLinks;
import io.larkdesk.core.shared.TokenHash;
import java.time.Instant;
import java.util.Optional;

/** The table {@code setup_link}. */
final class JdbiSetupLinks implements SetupLinks {

    private static final String FIND = "select expires_at from setup_link where token_hash = :hash";
    private static final String FORGET = "delete from setup_link where expires_at <= :now";
    private static final String ADD = "insert into setup_link (token_hash, expires_at) values (:hash, :expiresAt)";
    private static final String CLEAR = "delete from setup_link";

    private final JdbiTransactions transactions;

    JdbiSetupLinks(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<SetupLink> find(TokenHash hash) {
        return transactions.with(handle -> handle.createQuery(FIND)
                .bind("hash", hash.hex())
                .map((row, context) -> new SetupLink(hash, Columns.instant(row, "expires_at")))
                .findOne());
    }

    @Override
    public void add(SetupLink link, Instant now) {
        transactions.inTransaction(same -> transactions.withRunning(handle -> {
            handle.createUpdate(FORGET).bind("now", now).execute();
            return handle.createUpdate(ADD)
                    .bind("hash", link.hash().hex())
                    .bind("expiresAt", link.expiresAt())
                    .execute();
        }));
    }

    @Override
    public void clear() {
        transactions.with(handle -> handle.createUpdate(CLEAR).execute());
    }
}
