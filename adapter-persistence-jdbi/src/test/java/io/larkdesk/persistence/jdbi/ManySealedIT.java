package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.sealing.SealAnew;
import io.larkdesk.core.sealing.SealAnew.Found;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With ten thousand tenants a look at what is sealed is one statement; what is sealed anew is read once, by the tables' keys. */
final class ManySealedIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final int TENANTS = 10_000;
    private static final int OLD = 2_500;
    private static final int PAGE = 100;

    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final Jdbi jdbi = DATABASE.jdbi();

    /** Secrets that say in words by which key they are sealed. */
    private static final class Spoken implements Secrets {

        private final String sealing;

        Spoken(String sealing) {
            this.sealing = sealing;
        }

        @Override
        public SealedSecret seal(TenantId tenant, AppSecret secret) {
            return new SealedSecret(sealing + secret.reveal());
        }

        @Override
        public AppSecret open(TenantId tenant, SealedSecret secret) {
            return AppSecret.of(secret.text().substring(SealedSecret.NAMES_KEY));
        }

        @Override
        public KeyAge age(SealedSecret secret) {
            return secret.beginning().equals(sealing) ? KeyAge.CURRENT : KeyAge.RETIRING;
        }
    }

    @BeforeEach
    void seal() {
        DATABASE.emptyStores();
        Arguments.register(jdbi);
        jdbi.useHandle(handle -> handle.createScript("""
                        insert into tenant (tenant_id, kind, organisation, app_id, brand, secret, edition, allowance, plan, state)
                        select uuid(lpad(i::text, 32, '0')), 'CUSTOMER', 'Customer ' || i, 'cli_' || i, 'LARK',
                               case when mod(i, 4) = 0 then 'oldKeyA' else 'newKeyA' end || lpad(i::text, 5, '0'), 'FREE', 10000, 'Enterprise', 'ACTIVE'
                        from generate_series(1, %d) as i;
                        vacuum analyze tenant
                        """.formatted(TENANTS)).executeAsSeparateStatements());
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                if (context.getRenderedSql().contains("secret")) {
                    statements.add(context.getRenderedSql());
                }
            }
        });
    }

    private Found look(String sealing) {
        statements.clear();
        JdbiTransactions transactions = new JdbiTransactions(jdbi, () -> new TenantScope.Everybody());
        return new SealAnew(transactions, new JdbiSealedTexts(transactions), new Spoken(sealing)).execute();
    }

    private long said(String part) {
        return statements.stream().filter(statement -> statement.contains(part)).count();
    }

    @Test
    void whatIsDoneIsNotLookedAtAgain() {
        assertThat(look("newKeyA")).isEqualTo(new Found(TENANTS - OLD, OLD, 0, 0));
        // each page, and one more that is empty
        assertThat(said("order by tenant_id")).isEqualTo(OLD / PAGE + 1);
        assertThat(said("update tenant")).isEqualTo(OLD);

        assertThat(look("newKeyA")).isEqualTo(new Found(TENANTS, 0, 0, 0));
        assertThat(statements).singleElement().asString().contains("group by left(secret, 7)");
    }

    /**
     * A page can be read from where the last one ended, without a sort. Whether that is cheaper than all of a table that is
     * small is for PostgreSQL to say, by figures that differ from run to run; so the other ways are closed here.
     */
    @Test
    void pagesAreReadByTheTablesKey() {
        look("newKeyA");
        String page = statements.stream()
                .filter(statement -> statement.contains("order by tenant_id"))
                .findFirst()
                .map(statement -> statement.substring(statement.indexOf("select tenant_id")))
                .orElseThrow();

        List<String> plan = jdbi.inTransaction(handle -> {
            handle.execute("set local enable_seqscan = off");
            handle.execute("set local enable_bitmapscan = off");
            return handle.createQuery("explain (costs off) " + page)
                    .bind("beginning", "newKeyA")
                    .bind("tenant", new UUID(0, 0x5000))
                    .bind("limit", PAGE)
                    .mapTo(String.class)
                    .list();
        });

        assertThat(plan).anyMatch(line -> line.contains("Index Scan using tenant_pkey"));
        assertThat(plan).noneMatch(line -> line.contains("Sort"));
    }
}
