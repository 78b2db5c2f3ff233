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

    /** Whether the form that was sent is that of {@code answer}. */
    public boolean isSent(CannedAnswer answer) {
        return told.entered("known").isPresent()
                && told.entered("name").filter(answer.name().value()::equals).isPresent();
    }

    /** Whether it is that of a new one, or of one that is not there any more. */
    public boolean isNewSent() {
        return !told.fields().isEmpty() && answers.stream().noneMatch(this::isSent);
    }

    /** What stands in the words of {@code answer}. */
    public String body(CannedAnswer answer) {
        return isSent(answer) ? told.entered("body").orElse("") : answer.body().text();
    }

    /** What is wrong with the form that was sent, if anything is. */
    public Optional<String> problem() {
        return told.problem().map(problem -> frame.viewer().texts().say("answers.problem." + problem));
    }
}
