package io.larkdesk.testkit.memory;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.QuietTime;
import io.larkdesk.core.reminder.QuietTimes;

/** Quiet times by person. */
final class InMemoryQuietTimes implements QuietTimes {

    private final InMemoryTransactions transactions;
    private final Table<PersonId, QuietTime> quietTimes;

    InMemoryQuietTimes(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.quietTimes = new Table<>(transactions);
    }

    @Override
    public QuietTime get(PersonId person) {
        return quietTimes.find(person).orElseGet(() -> QuietTime.none(person));
    }

    @Override
    public void save(QuietTime quiet) {
        transactions.inTransaction(now -> {
            quietTimes.put(quiet.person(), quiet);
            return quiet;
        });
    }
}
