package io.larkdesk.testkit.memory;

import io.larkdesk.core.answer.AnswerName;
import io.larkdesk.core.answer.CannedAnswer;
import io.larkdesk.core.answer.CannedAnswers;
import java.util.Comparator;
import java.util.List;

/** Canned answers by name. */
final class InMemoryCannedAnswers implements CannedAnswers {

    private static final boolean ALL = true;

    private final InMemoryTransactions transactions;
    private final Table<AnswerName, CannedAnswer> answers;
    private final Table<Boolean, Boolean> held;

    InMemoryCannedAnswers(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.answers = new Table<>(transactions);
        this.held = new Table<>(transactions);
    }

    @Override
    public List<CannedAnswer> list() {
        return answers.list().stream()
                .sorted(Comparator.comparing(answer -> answer.name().value()))
                .toList();
    }

    @Override
    public List<CannedAnswer> lock() {
        transactions.require();
        held.hold(ALL);
        return list();
    }

    @Override
    public void save(CannedAnswer answer) {
        transactions.inTransaction(now -> {
            answers.put(answer.name(), answer);
            return answer;
        });
    }

    @Override
    public void remove(AnswerName name) {
        transactions.inTransaction(now -> {
            answers.remove(name);
            return name;
        });
    }
}
