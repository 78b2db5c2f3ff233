package io.larkdesk.testkit.memory;

import io.larkdesk.core.notice.Notice;
import io.larkdesk.core.notice.NoticeId;
import io.larkdesk.core.notice.Notices;
import io.larkdesk.core.notice.ToldGaps;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Notices by tenant and id, and gaps that were told. */
final class InMemoryNotices implements Notices {

    private final InMemoryTransactions transactions;
    private final Table<Key, Notice> notices;
    private final Table<TenantId, ToldGaps> gaps;

    InMemoryNotices(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.notices = new Table<>(transactions);
        this.gaps = new Table<>(transactions);
    }

    private record Key(TenantId tenant, NoticeId id) {

        static Key of(Notice notice) {
            return new Key(notice.person().tenant(), notice.id());
        }
    }

    @Override
    public void save(Notice notice) {
        transactions.inTransaction(now -> {
            notices.put(Key.of(notice), notice);
            return notice;
        });
    }

    @Override
    public Optional<Notice> lock(TenantId tenant, NoticeId id) {
        transactions.require();
        notices.hold(new Key(tenant, id));
        return notices.find(new Key(tenant, id));
    }

    @Override
    public List<Notice> lockDue(Instant now, int limit) {
        transactions.require();
        return transactions.atOnce(() -> notices.list().stream()
                .filter(notice ->
                        notice.delivery().due().filter(due -> !due.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(notice -> notice.delivery().due().orElseThrow()))
                .filter(notice -> notices.tryHold(Key.of(notice)))
                .limit(limit)
                .toList());
    }

    @Override
    public ToldGaps lockGaps(TenantId provider) {
        transactions.require();
        gaps.hold(provider);
        return gaps.find(provider).orElseGet(() -> new ToldGaps(provider, List.of(), Optional.empty()));
    }

    @Override
    public void save(ToldGaps told) {
        transactions.inTransaction(now -> {
            gaps.put(told.provider(), told);
            return told;
        });
    }
}
