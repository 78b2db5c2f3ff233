package io.larkdesk.core.token;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Has a request that is tried several times done once, and gives each try the same answer for {@link KeptAnswer#KEPT}. What is done and the
 * answer are stored in one transaction. A refusal is not kept: nothing was done, and the next try may fare better.
 */
@Singleton
public final class AnswerOnce {

    private final Transactions transactions;
    private final KeptAnswers answers;

    /** Takes its collaborators. */
    @Inject
    public AnswerOnce(Transactions transactions, KeptAnswers answers) {
        this.transactions = transactions;
        this.answers = answers;
    }

    /**
     * A try.
     *
     * @param place whose request, and under which key
     * @param request what it asks for
     */
    public record Command(KeptAnswer.Place place, RequestHash request) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(request, "request");
        }
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * There is an answer.
     *
     * @param answer the answer
     * @param isRepeated whether an earlier try got it
     */
    public record Answered(KeptAnswer.Answer answer, boolean isRepeated) implements Result {

        /** Refuses null. */
        public Answered {
            Objects.requireNonNull(answer, "answer");
        }
    }

    /** The key was used for another request. */
    public record Differs() implements Result {}

    /** Another try is under way. */
    public record UnderWay() implements Result {}

    /**
     * Has {@code work} done, unless it was done before.
     *
     * @param work has its effects in the stores alone, and joins the transaction
     */
    public Result execute(Command command, Supplier<KeptAnswer.Answer> work) {
        return transactions.inTransaction(now -> {
            if (!answers.claim(command.place())) {
                return new UnderWay();
            }
            Optional<KeptAnswer> earlier = answers.find(command.place()).filter(kept -> !kept.isOverAt(now));
            return earlier.<Result>map(kept -> kept.request().equals(command.request())
                            ? new Answered(kept.answer(), true)
                            : new Differs())
                    .orElseGet(() -> new Answered(answer(command, work, now), false));
        });
    }

    private KeptAnswer.Answer answer(Command command, Supplier<KeptAnswer.Answer> work, Instant now) {
        KeptAnswer.Answer answer = work.get();
        if (answer.isSuccess()) {
            answers.keep(new KeptAnswer(command.place(), command.request(), now, answer), now.minus(KeptAnswer.KEPT));
        }
        return answer;
    }
}
