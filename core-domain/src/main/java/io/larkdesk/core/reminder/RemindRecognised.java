package io.larkdesk.core.reminder;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.RecognitionObserver;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;

/** Reminds whoever is recognised in another app of what waited until then, unless it is read by now. */
@Singleton
public final class RemindRecognised implements RecognitionObserver {

    private final Permits permits;
    private final ReminderPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public RemindRecognised(Permits permits, ReminderPolicy policy) {
        this.permits = permits;
        this.policy = policy;
    }

    @Override
    public void recognised(Person person, Instant now) {
        permits.wake(Set.of(person.id()), now.plus(policy.grace()), now);
    }
}
