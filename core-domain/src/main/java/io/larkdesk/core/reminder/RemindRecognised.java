package io.larkdesk.core.reminder;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.RecognitionObserver;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Reminds whoever is recognised in another app of what waited until then, unless it is read by now. What was tried through the app before,
 * with an unknown outcome, is not tried again: Lark would not know that it is the same.
 */
@Singleton
public final class RemindRecognised implements RecognitionObserver {

    private final Permits permits;
    private final Mentions mentions;
    private final AssessTenant assess;

    /** Takes its collaborators. */
    @Inject
    public RemindRecognised(Permits permits, Mentions mentions, AssessTenant assess) {
        this.permits = permits;
        this.mentions = mentions;
        this.assess = assess;
    }

    @Override
    public void recognised(Person person, Instant now) {
        ReminderPolicy policy = assess.execute(person.id(), now).policy();
        if (permits.lock(person.id()) instanceof Permit.Held held) {
            permits.save(ClaimReminders.giveUp(held, mentions, policy, now), Optional.empty(), now);
        }
        permits.wake(Set.of(person.id()), now.plus(policy.grace()), now);
    }
}
