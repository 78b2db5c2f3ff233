package io.larkdesk.core.onboarding;

import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes a link by which the first administrator comes in, for as long as there is none. */
@Singleton
public final class IssueSetupLink {

    private final Transactions transactions;
    private final Setup setup;
    private final SetupLinks links;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public IssueSetupLink(Transactions transactions, Setup setup, SetupLinks links, Randomness randomness) {
        this.transactions = transactions;
        this.setup = setup;
        this.links = links;
        this.randomness = randomness;
    }

    /** What the link carries, shown once; empty if there is an administrator, who lets everybody else in. */
    public Optional<BearerToken> execute() {
        return transactions.inTransaction(now -> {
            if (!setup.isOpen()) {
                return Optional.empty();
            }
            BearerToken token = BearerToken.issue(randomness);
            links.add(new SetupLink(token.hash(), now.plus(SetupLink.LASTS)), now);
            return Optional.of(token);
        });
    }
}
