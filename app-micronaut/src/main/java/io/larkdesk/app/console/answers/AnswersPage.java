package io.larkdesk.app.console.answers;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Told;
import io.larkdesk.core.answer.CannedAnswer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The canned answers.
 *
 * @param frame what stands around them
 * @param answers by name
 * @param told what became of a form
 */
public record AnswersPage(ConsoleFrame frame, List<CannedAnswer> answers, Told told) {

    /** Copies the list. */
    public AnswersPage {
        Objects.requireNonNull(frame, "frame");
        answers = List.copyOf(answers);
        Objects.requireNonNull(told, "told");
    }

    /** Whether the form that was sent was that of {@code answer}; empty is that of a new one. */
    public boolean isSent(Optional<CannedAnswer> answer) {
        return told.entered("seen").isPresent()
                && told.entered("name")
                        .flatMap(name -> answers.stream()
                                .filter(one -> one.name().value().equals(name)
                                        && told.entered("known").isPresent())
                                .findFirst())
                        .equals(answer);
    }

    /** What stands in the words of {@code answer}. */
    public String body(CannedAnswer answer) {
        return isSent(Optional.of(answer))
                ? told.entered("body").orElse("")
                : answer.body().text();
    }

    /** What is wrong with the form that was sent, if anything is. */
    public Optional<String> problem() {
        return told.problem().map(problem -> frame.viewer().texts().say("answers.problem." + problem));
    }
}
