package io.larkdesk.core.onboarding;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Somebody says that a step of the guide is done, or is not; what can be looked up, the preflight knows better. */
@Singleton
public final class SayStep {

    private final Transactions transactions;
    private final Onboarders onboarders;
    private final Onboardings onboardings;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public SayStep(Transactions transactions, Onboarders onboarders, Onboardings onboardings, RecordAudit audit) {
        this.transactions = transactions;
        this.onboarders = onboarders;
        this.onboardings = onboardings;
        this.audit = audit;
    }

    /**
     * What is said.
     *
     * @param access how whoever says it came
     * @param step of which step
     * @param done whether it is done
     */
    public record Command(Access access, GuideStep step, boolean done) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(access, "access");
            Objects.requireNonNull(step, "step");
        }
    }

    /** Whether it is noted; not if there is nothing for whoever came so. */
    public boolean execute(Command command) {
        return transactions.inTransaction(now -> onboarders
                .findForUpdate(command.access(), now)
                .map(onboarding -> {
                    say(onboarding, command);
                    return true;
                })
                .orElse(false));
    }

    private void say(Onboarding onboarding, Command command) {
        Onboarding said = onboarding.say(command.step(), command.done());
        if (said.equals(onboarding)) {
            return;
        }
        onboardings.save(said);
        audit.execute(new AuditEvent(
                AuditBook.of(said.tenant()),
                Actors.of(command.access()),
                AuditAction.STEP_SAID,
                AuditSubject.of(said.tenant()),
                AuditChanges.NONE.and(
                        AuditField.STEPS, AuditDetail.of(onboarding.said()), AuditDetail.of(said.said()))));
    }
}
