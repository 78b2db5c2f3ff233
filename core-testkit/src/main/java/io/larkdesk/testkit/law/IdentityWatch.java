package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.reminder.ReminderId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sees that all attempts of a reminder carry one id, that nobody is told of anything twice, and that nothing is posted twice. */
final class IdentityWatch extends Watch {

    private final Map<ReminderId, Attempt> last = new HashMap<>();
    private final Set<ReminderId> arrived = new HashSet<>();
    private final Map<Told, Attempt> told = new HashMap<>();

    IdentityWatch(World world) {
        super(world);
    }

    private record Told(Who who, MessageId message) {}

    @Override
    void claimed(List<Attempt> claimed, List<Mention> decided) {
        for (Attempt attempt : claimed) {
            Attempt before = last.put(attempt.reminder(), attempt);
            if (before == null) {
                LawBroken.unless(attempt.number() == 1, attempt + " carries an id that no attempt before it had");
            } else {
                LawBroken.unless(
                        before.to() == attempt.to() && before.number() == attempt.number() - 1,
                        attempt + " carries the id of " + before);
                LawBroken.unless(
                        before.about().containsAll(attempt.about()),
                        attempt + " tells of " + attempt.about() + ", the one before it of " + before.about());
            }
        }
    }

    @Override
    void arrived(Arrival arrival) {
        LawBroken.unless(
                arrived.add(arrival.reminder()), arrival.attempt() + " comes to " + arrival.to() + " a second time");
        for (MessageId message : arrival.attempt().about()) {
            Attempt before = told.put(new Told(arrival.to(), message), arrival.attempt());
            LawBroken.unless(
                    before == null,
                    arrival.to() + " is told of message " + message.seq() + " by " + before + " and by "
                            + arrival.attempt());
        }
    }

    @Override
    void over() {
        for (Where where : Where.values()) {
            List<MessageId> words =
                    world().stores().messages().listAfter(world().cast().group(where), 0, Integer.MAX_VALUE).stream()
                            .filter(message -> !world().isNotice(message))
                            .map(Message::id)
                            .toList();
            List<MessageId> said = world().model().said().stream()
                    .filter(posted -> posted.where() == where)
                    .map(Said::id)
                    .toList();
            LawBroken.unless(words.equals(said), where + " has the messages " + words + ", but posted were " + said);
        }
    }
}
