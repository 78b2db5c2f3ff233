package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MarkRead;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.ClaimReminders.Claim;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.reminder.ReminderChannel.Delivered;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.contract.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Everybody at once: two people who mention, one who reads, and three nodes that claim and settle, while time passes. */
final class Rush {

    private static final int AUTHORS = 2;
    private static final int NODES = 3;
    private static final int POSTS = 15;
    private static final int MOST_ROUNDS = 1_000;

    private final World world;
    private final Desk desk;
    private final Map<Told, Integer> told = new ConcurrentHashMap<>();
    private final Map<MessageId, Who> posted = new ConcurrentHashMap<>();
    private final AtomicInteger authorsLeft = new AtomicInteger(AUTHORS);

    Rush(World world) {
        this.world = world;
        this.desk = world.desk();
    }

    private record Told(MessageId message, PersonId person) {}

    /** Runs it, and goes on until nobody is due any more. */
    void run() {
        Together.run(AUTHORS + 1 + NODES, worker -> {
            if (worker < AUTHORS) {
                mention(worker == 0 ? Who.ANN : Who.BOB, worker);
                authorsLeft.decrementAndGet();
            } else if (worker == AUTHORS) {
                readWhileOthersWrite();
            } else {
                workWhileOthersWrite();
            }
            return worker;
        });
        for (int round = 0;
                round < MOST_ROUNDS
                        && world.stores().permits().findEarliestDue().isPresent();
                round++) {
            work();
        }
    }

    private void mention(Who author, int number) {
        for (int i = 0; i < POSTS; i++) {
            PostMessage.Result result = desk.postMessage.execute(new PostMessage.Command(
                    world.cast().group(Where.ACME),
                    world.cast().id(author),
                    new ClientId(new UUID(number, i)),
                    MessageBody.parse(Scene.at(world.cast().person(Who.TAM)))));
            posted.put(((PostMessage.Posted) result).message().id(), author);
        }
    }

    private void readWhileOthersWrite() {
        while (authorsLeft.get() > 0) {
            long end = world.stores()
                    .messages()
                    .end(world.cast().group(Where.ACME))
                    .seq();
            desk.markRead.execute(new MarkRead.Command(
                    world.cast().group(Where.ACME), world.cast().id(Who.TAM), end / 2, false));
        }
    }

    private void workWhileOthersWrite() {
        while (authorsLeft.get() > 0) {
            work();
        }
    }

    private void work() {
        world.clocks().database().advance(Duration.ofMillis(1));
        for (Claim claim : desk.claimReminders.execute(1)) {
            claim.reminder().items().stream()
                    .map(MessageReminder.Item::message)
                    .forEach(message ->
                            told.merge(new Told(message, claim.permit().person()), 1, Integer::sum));
            desk.settleReminder.execute(claim.permit(), new Delivered("om"));
        }
    }

    /** Each mention must have come once, or never since it was read. */
    void requireAllDecidedOnce() {
        PersonId tam = world.cast().id(Who.TAM);
        List<MessageId> lost = posted.keySet().stream()
                .filter(message -> !isRight(
                        world.stores().mentions().findDecision(message, tam),
                        told.getOrDefault(new Told(message, tam), 0)))
                .toList();
        if (!lost.isEmpty()) {
            throw new LawBroken("Tam's mentions in " + lost + " were decided or told of wrongly");
        }
    }

    private static boolean isRight(Optional<Decision> decision, int times) {
        return decision.filter(end ->
                        end instanceof Decision.Reminded reminded ? reminded.confirmed() && times == 1 : times == 0)
                .isPresent();
    }
}
