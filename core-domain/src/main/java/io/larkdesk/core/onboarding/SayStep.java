package io.larkdesk.core.onboarding;

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

    /** Takes its collaborators. */
    @Inject
    public SayStep(Transactions transactions, Onboarders onboarders, Onboardings onboardings) {
        this.transactions = transactions;
        this.onboarders = onboarders;
        this.onboardings = onboardings;
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
                    onboardings.save(onboarding.say(command.step(), command.done()));
                    return true;
                })
                .orElse(false));
    }
}
