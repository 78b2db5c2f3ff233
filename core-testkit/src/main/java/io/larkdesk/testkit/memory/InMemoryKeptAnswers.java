package io.larkdesk.testkit.memory;

import io.larkdesk.core.token.KeptAnswer;
import io.larkdesk.core.token.KeptAnswers;
import java.time.Instant;
import java.util.Optional;

/** Answers by their places. */
final class InMemoryKeptAnswers implements KeptAnswers {

    private final InMemoryTransactions transactions;
    private final Table<KeptAnswer.Place, KeptAnswer> answers;

    InMemoryKeptAnswers(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.answers = new Table<>(transactions);
    }

    @Override
    public boolean claim(KeptAnswer.Place place) {
        transactions.require();
        return answers.tryHold(place);
    }

    @Override
    public Optional<KeptAnswer> find(KeptAnswer.Place place) {
        return answers.find(place);
    }

    @Override
    public void keep(KeptAnswer answer, Instant before) {
        transactions.inTransaction(now -> {
            answers.list().stream()
                    .filter(other -> other.place().token().equals(answer.place().token())
                            && !other.at().isAfter(before))
                    .map(KeptAnswer::place)
                    .toList()
                    .forEach(answers::remove);
            answers.put(answer.place(), answer);
            return answer;
        });
    }
}
