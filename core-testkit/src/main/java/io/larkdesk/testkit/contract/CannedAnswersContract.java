package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.larkdesk.core.answer.AnswerName;
import io.larkdesk.core.answer.CannedAnswer;
import io.larkdesk.core.conversation.MessageBody;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.answer.CannedAnswers}. */
public abstract class CannedAnswersContract extends StoresContract {

    private static final CannedAnswer LOGS = answer("Ask for logs", "Please send us the logs.\nThank you.", 1);
    private static final CannedAnswer DONE = answer("done", "Is it solved for you?", 7);

    /** Made for subclasses. */
    protected CannedAnswersContract() {}

    private static CannedAnswer answer(String name, String body, long version) {
        return new CannedAnswer(new AnswerName(name), MessageBody.parse(body), version);
    }

    @BeforeEach
    void setUpProvider() {
        scene().provider("Alder Cloud");
    }

    @Test
    void theyAreListedByNameAsTheyWereStoredLast() {
        assertThat(stores().cannedAnswers().list()).isEmpty();
        stores().cannedAnswers().save(DONE);
        stores().cannedAnswers().save(LOGS);
        assertThat(stores().cannedAnswers().list()).containsExactly(LOGS, DONE);
        CannedAnswer other = answer("done", "Did that help?", 8);
        stores().cannedAnswers().save(other);
        assertThat(stores().cannedAnswers().list()).containsExactly(LOGS, other);
    }

    @Test
    void whatIsTakenAwayIsGoneAlone() {
        stores().cannedAnswers().save(DONE);
        stores().cannedAnswers().save(LOGS);
        stores().cannedAnswers().remove(DONE.name());
        stores().cannedAnswers().remove(new AnswerName("Nothing"));
        assertThat(stores().cannedAnswers().list()).containsExactly(LOGS);
    }

    @Test
    void theyAreHeldInATransactionOnly() {
        stores().cannedAnswers().save(LOGS);
        List<CannedAnswer> held = stores().transactions()
                .inTransaction(now -> stores().cannedAnswers().lock());
        assertThat(held).containsExactly(LOGS);
        assertThatIllegalStateException()
                .isThrownBy(() -> stores().cannedAnswers().lock());
    }
}
