package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.tenant.TenantId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The service team's last reply is found without a look at what the customers say. */
final class LastReplyIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final GroupId UNANSWERED = new GroupId(TENANT, new UUID(0, 2));
    private static final GroupId ANSWERED_ONCE = new GroupId(TENANT, new UUID(0, 3));
    private static final GroupId ANSWERED_OFTEN = new GroupId(TENANT, new UUID(0, 4));
    private static final int SAID = 20_000;

    private final JdbiTransactions transactions =
            (JdbiTransactions) DATABASE.persistence().transactions();

    // In one group the customer alone speaks, in one all but the first words are the customer's, in one every other
    @BeforeAll
    static void sayMuch() {
        DATABASE.jdbi()
                .useHandle(handle -> handle.createScript("""
                        insert into message (tenant_id, group_id, seq, revision, posted_at, kind, author_tenant_id, author_id, client_id, body)
                        select uuid(lpad('1', 32, '0')), uuid(lpad(place::text, 32, '0')), seq, seq, now(), 'WORDS',
                               uuid(lpad(case when place = 3 and seq = 1 or place = 4 and seq %% 2 = 0 then '9' else '1' end, 32, '0')),
                               uuid(lpad('5', 32, '0')), gen_random_uuid(), 'words'
                        from generate_series(1, %d) as seq, generate_series(2, 4) as place;
                        vacuum analyze
                        """.formatted(SAID)).executeAsSeparateStatements());
    }

    @Test
    void isFoundInOneLook() {
        assertThat(found(UNANSWERED)).isEmpty();
        assertThat(found(ANSWERED_ONCE)).contains(new MessageId(ANSWERED_ONCE, 1));
        assertThat(found(ANSWERED_OFTEN)).contains(new MessageId(ANSWERED_OFTEN, SAID));
    }

    private Optional<MessageId> found(GroupId group) {
        return transactions.inTransaction(now -> {
            long before = looked();
            Optional<MessageId> found =
                    DATABASE.persistence().messages().findLastReply(group).map(message -> message.id());
            assertThat(looked() - before).isLessThanOrEqualTo(1);
            return found;
        });
    }

    /** How many messages this session has looked at, more or less lately. */
    private long looked() {
        return transactions.with(
                handle -> handle.createQuery("""
                        select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables where relname = 'message'
                        """).mapTo(long.class).one());
    }
}
