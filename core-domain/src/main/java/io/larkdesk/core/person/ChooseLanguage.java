package io.larkdesk.core.person;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** A person chooses the language in which the desk, and its bot, speaks. */
@Singleton
public final class ChooseLanguage {

    private final Transactions transactions;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ChooseLanguage(Transactions transactions, People people) {
        this.transactions = transactions;
        this.people = people;
    }

    /**
     * Notes the choice.
     *
     * @throws java.util.NoSuchElementException if there is no such person
     */
    public void execute(PersonId person, Language language) {
        transactions.inTransaction(now -> {
            Person changed = people.find(person).orElseThrow().speaking(language);
            people.save(changed);
            return changed;
        });
    }
}
