package io.larkdesk.core.answer;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Lists the canned answers for the staff. */
@Singleton
public final class ListAnswers {

    private final Transactions transactions;
    private final People people;
    private final CannedAnswers answers;

    /** Takes its collaborators. */
    @Inject
    public ListAnswers(Transactions transactions, People people, CannedAnswers answers) {
        this.transactions = transactions;
        this.people = people;
        this.answers = answers;
    }

    /** All of them, by name; empty if the asker is not of the staff. */
    public Optional<List<CannedAnswer>> execute(PersonId asker) {
        return transactions.inTransaction(
                now -> people.find(asker).flatMap(Person::role).map(role -> answers.list()));
    }
}
