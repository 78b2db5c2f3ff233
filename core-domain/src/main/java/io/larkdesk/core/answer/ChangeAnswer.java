package io.larkdesk.core.answer;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One of the staff makes a canned answer, changes one, or takes one away. All use all of them. */
@Singleton
public final class ChangeAnswer {

    /** More are not kept: nobody would find one among them. */
    public static final int MOST = 200;

    private final Transactions transactions;
    private final People people;
    private final CannedAnswers answers;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public ChangeAnswer(Transactions transactions, People people, CannedAnswers answers, RecordAudit audit) {
        this.transactions = transactions;
        this.people = people;
        this.answers = answers;
        this.audit = audit;
    }

    /**
     * What is to be.
     *
     * @param author who says so
     * @param name of which answer
     * @param body its words; empty to take it away
     * @param seen the version that the author looked at; 0 for a new one
     */
    public record Command(PersonId author, AnswerName name, Optional<MessageBody> body, long seen) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(author, "author");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(body, "body");
        }
    }

    /** How it ended. */
    public enum Result {
        /** So it is from now on. */
        CHANGED,
        /** So it was already. */
        THE_SAME,
        /** Somebody else changed it meanwhile, or made one of that name. */
        STALE,
        /** There are {@link #MOST} already. */
        TOO_MANY,
        /** Who wants it is not of the staff. */
        NOT_ALLOWED
    }

    /** Makes it, changes it, or takes it away. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> people.find(command.author())
                .flatMap(Person::role)
                .map(role -> change(command))
                .orElse(Result.NOT_ALLOWED));
    }

    private Result change(Command command) {
        List<CannedAnswer> kept = answers.lock();
        Optional<CannedAnswer> before = kept.stream()
                .filter(answer -> answer.name().equals(command.name()))
                .findFirst();
        if (before.map(CannedAnswer::body).equals(command.body())) {
            return Result.THE_SAME;
        }
        if (before.map(CannedAnswer::version).orElse(0L) != command.seen()) {
            return Result.STALE;
        }
        if (before.isEmpty() && kept.size() >= MOST) {
            return Result.TOO_MANY;
        }
        command.body()
                .ifPresentOrElse(
                        body -> answers.save(new CannedAnswer(command.name(), body, command.seen() + 1)),
                        () -> answers.remove(command.name()));
        record(command, before);
        return Result.CHANGED;
    }

    private void record(Command command, Optional<CannedAnswer> before) {
        audit.execute(new AuditEvent(
                AuditBook.PROVIDER,
                AuditActor.of(command.author()),
                AuditAction.ANSWER_CHANGED,
                new AuditSubject(AuditSubject.Kind.ANSWER, command.name().value()),
                AuditChanges.NONE.and(
                        AuditField.LENGTH,
                        before.map(CannedAnswer::body).map(ChangeAnswer::length),
                        command.body().map(ChangeAnswer::length))));
    }

    private static AuditDetail length(MessageBody body) {
        return AuditDetail.of(body.text().length());
    }
}
