package io.larkdesk.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeAnswerTest {

    private static final AnswerName NAME = new AnswerName("Ask for logs");
    private static final Optional<MessageBody> LOGS = Optional.of(MessageBody.parse("Please send us the logs."));
    private static final Optional<MessageBody> MORE = Optional.of(MessageBody.parse("Please send us more logs."));

    private final InMemoryDesk stores = new InMemoryDesk(new ManualClock());
    private final Scene scene = new Scene(stores, new SeededRandomness(1));
    private final PersonId eva = scene.staff(scene.provider("Alder Cloud"), "Eva", StaffRole.ENGINEER)
            .id();
    private final PersonId ann = scene.person(scene.customer("Acme"), "Ann").id();
    private final ChangeAnswer change =
            new ChangeAnswer(stores.transactions(), stores.people(), stores.cannedAnswers(), Records.audit(stores));
    private final ListAnswers list = new ListAnswers(stores.transactions(), stores.people(), stores.cannedAnswers());

    private ChangeAnswer.Result change(PersonId author, Optional<MessageBody> body, long seen) {
        return change.execute(new ChangeAnswer.Command(author, NAME, body, seen));
    }

    @Test
    void theStaffMakeChangeAndTakeAwayAndEachIsWrittenDown() {
        assertThat(change(eva, LOGS, 0)).isEqualTo(ChangeAnswer.Result.CHANGED);
        assertThat(change(eva, MORE, 1)).isEqualTo(ChangeAnswer.Result.CHANGED);
        assertThat(list.execute(eva)).contains(List.of(new CannedAnswer(NAME, MORE.orElseThrow(), 2)));
        assertThat(change(eva, Optional.empty(), 2)).isEqualTo(ChangeAnswer.Result.CHANGED);
        assertThat(list.execute(eva)).contains(List.of());
        assertThat(stores.auditTrail().list(AuditQuery.ALL.of(AuditAction.ANSWER_CHANGED), 9))
                .hasSize(3);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileStays() {
        change(eva, LOGS, 0);
        assertThat(change(eva, MORE, 0)).isEqualTo(ChangeAnswer.Result.STALE);
        assertThat(change(eva, Optional.empty(), 7)).isEqualTo(ChangeAnswer.Result.STALE);
        assertThat(change(eva, LOGS, 0)).isEqualTo(ChangeAnswer.Result.THE_SAME);
        assertThat(stores.cannedAnswers().list()).hasSize(1);
        assertThat(stores.auditTrail().list(AuditQuery.ALL, 9)).hasSize(1);
    }

    @Test
    void customersNeitherSeeNorChangeThem() {
        assertThat(change(ann, LOGS, 0)).isEqualTo(ChangeAnswer.Result.NOT_ALLOWED);
        assertThat(list.execute(ann)).isEmpty();
        assertThat(stores.cannedAnswers().list()).isEmpty();
    }

    @Test
    void thereAreNotMoreThanAnybodyWouldLookThrough() {
        for (int i = 0; i < ChangeAnswer.MOST; i++) {
            stores.cannedAnswers().save(new CannedAnswer(new AnswerName("Answer " + i), LOGS.orElseThrow(), 1));
        }
        assertThat(change(eva, LOGS, 0)).isEqualTo(ChangeAnswer.Result.TOO_MANY);
    }
}
