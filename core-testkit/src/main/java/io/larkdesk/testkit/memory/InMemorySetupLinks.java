package io.larkdesk.testkit.memory;

import io.larkdesk.core.onboarding.SetupLink;
import io.larkdesk.core.onboarding.SetupLinks;
import io.larkdesk.core.shared.TokenHash;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Links, by the hashes of their tokens. */
final class InMemorySetupLinks implements SetupLinks {

    private final InMemoryTransactions transactions;
    private final Table<TokenHash, SetupLink> links;

    InMemorySetupLinks(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.links = new Table<>(transactions);
    }

    @Override
    public Optional<SetupLink> find(TokenHash hash) {
        return links.find(hash);
    }

    @Override
    public void add(SetupLink link, Instant now) {
        transactions.inTransaction(same -> {
            forget(other -> !other.isOpenAt(now));
            links.put(link.hash(), link);
            return link;
        });
    }

    @Override
    public void clear() {
        transactions.inTransaction(now -> {
            forget(any -> true);
            return now;
        });
    }

    private void forget(Predicate<SetupLink> which) {
        links.list().stream().filter(which).map(SetupLink::hash).toList().forEach(links::remove);
    }
}
