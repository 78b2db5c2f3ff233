package io.larkdesk.benchmarks.pure;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.MentionFacts;
import io.larkdesk.core.reminder.Permit;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** How long it takes to decide whether a person is reminded, once all facts are there. */
public class PolicyBenchmark extends Reckoning {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final PersonId PERSON = new PersonId(TENANT, new UUID(1, 2));
    private static final GroupId GROUP = new GroupId(TENANT, new UUID(1, 3));

    /** How many mentions wait. */
    @Param({"1", "20"})
    public int mentions;

    /** Remind now, of all of them. */
    @Benchmark
    public ReminderPolicy.Plan sends() {
        return decide(NOW.minusSeconds(1));
    }

    /** Wait, since the last reminder was a moment ago. */
    @Benchmark
    public ReminderPolicy.Plan waits() {
        return decide(NOW.plusSeconds(600));
    }

    private ReminderPolicy.Plan decide(Instant notBefore) {
        List<MentionFacts> pending = LongStream.rangeClosed(1, mentions)
                .mapToObj(PolicyBenchmark::mention)
                .toList();
        return ReminderPolicy.DEFAULT.plan(new Permit.Free(PERSON, notBefore), pending, ReminderPolicy.Reach.OPEN, NOW);
    }

    private static MentionFacts mention(long seq) {
        return new MentionFacts(
                new MessageId(GROUP, seq),
                PERSON,
                NOW.minusSeconds(60),
                true,
                MentionFacts.Standing.STANDS,
                false,
                Optional.empty());
    }
}
