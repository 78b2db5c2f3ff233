package io.larkdesk.core.notice;

import io.larkdesk.core.budgeting.ClaimBudgetNews;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells a customer's TAM, or an administrator of the provider, that its budget of calls is at a tighter step; of each step once a month. */
@Singleton
public final class TellBudget {

    private final Transactions transactions;
    private final ClaimBudgetNews claimBudgetNews;
    private final TellPerson tellPerson;

    /** Takes its collaborators. */
    @Inject
    public TellBudget(Transactions transactions, ClaimBudgetNews claimBudgetNews, TellPerson tellPerson) {
        this.transactions = transactions;
        this.claimBudgetNews = claimBudgetNews;
        this.tellPerson = tellPerson;
    }

    /** The earliest news of which nobody was told before; empty if there is none. */
    public Optional<ClaimBudgetNews.News> execute() {
        return transactions.inTransaction(now -> {
            Optional<ClaimBudgetNews.News> news = claimBudgetNews.execute();
            news.ifPresent(found -> found.overseer()
                    .ifPresent(overseer -> tellPerson.execute(
                            List.of(overseer.id()),
                            new Matter.Tightened(
                                    found.tenant().id(), found.entry().step()),
                            now)));
            return news;
        });
    }
}
