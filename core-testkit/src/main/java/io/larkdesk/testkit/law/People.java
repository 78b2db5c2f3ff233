package io.larkdesk.testkit.law;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.MeterCalls.Charge;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.EditMessage;
import io.larkdesk.core.conversation.MarkRead;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.reminder.QuietHours;
import io.larkdesk.core.reminder.QuietTime;
import io.larkdesk.core.reminding.SendAgain;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.testkit.Scene;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people do at the desk, each act told to the model too; the answers of the desk must be those that the model expects. */
final class People {

    private final World world;
    private int texts;

    People(World world) {
        this.world = world;
    }

    private Desk desk() {
        return world.desk();
    }

    private Model model() {
        return world.model();
    }

    void post(Who author, Where where, Set<Who> named) {
        PostMessage.Command command = new PostMessage.Command(
                world.cast().group(where),
                world.cast().id(author),
                new ClientId(world.randomness().uuid()),
                body(named));
        PostMessage.Result result = desk().postMessage.execute(command);
        LawBroken.unless(
                result instanceof PostMessage.Posted == model().isIn(author, where),
                "who may post in " + where + ": " + author + " got " + result);
        if (result instanceof PostMessage.Posted posted) {
            model().post(command, author, where, named, posted.message());
            world.tell("it is message " + posted.message().id().seq() + " of " + where);
        }
    }

    /** The author's browser did not get the answer, and tries again. */
    void postAgain(Said words) {
        PostMessage.Result result = desk().postMessage.execute(words.command());
        boolean isIn = model().isIn(words.author(), words.where());
        LawBroken.unless(
                result instanceof PostMessage.Posted posted
                        ? isIn && posted.message().equals(words.now())
                        : !isIn,
                "a message that was posted before is answered with " + result + " instead of " + words.now());
    }

    void edit(Said words, Set<Who> named) {
        change(words, Optional.of(body(named)), named);
    }

    void delete(Said words) {
        change(words, Optional.empty(), Set.of());
    }

    private void change(Said words, Optional<MessageBody> body, Set<Who> named) {
        Optional<Message> changed = desk().editMessage
                .execute(new EditMessage.Command(words.id(), world.cast().id(words.author()), body))
                .message();
        boolean may = model().isIn(words.author(), words.where()) && !words.isDeleted();
        LawBroken.unless(changed.isPresent() == may, "who may change " + words.now() + ": the author got " + changed);
        changed.ifPresent(message -> model().change(words, message, named));
    }

    private MessageBody body(Set<Who> named) {
        texts++;
        return MessageBody.parse(named.stream()
                .sorted()
                .map(who -> Scene.at(world.cast().person(who)))
                .collect(Collectors.joining(" ", "text " + texts + " ", "")));
    }

    /** {@code who} reads up to the message that is {@code back} before the last. */
    void read(Who who, Where where, int back) {
        long end = world.stores().messages().end(world.cast().group(where)).seq();
        long upTo = Math.max(0, end - back);
        if (mark(who, where, upTo, false)) {
            model().read(who, where, upTo);
        }
    }

    void look(Who who, Where where) {
        mark(who, where, 0, true);
    }

    private boolean mark(Who who, Where where, long upTo, boolean looking) {
        boolean marked = desk().markRead
                .execute(new MarkRead.Command(
                        world.cast().group(where), world.cast().id(who), upTo, looking));
        LawBroken.unless(
                marked == model().isIn(who, where), "who may read " + where + ": " + who + " was told " + marked);
        return marked;
    }

    void leave(Who who, Where where) {
        boolean left = desk().leaveGroup
                .execute(world.cast().group(where), world.cast().id(who));
        LawBroken.unless(left == model().isIn(who, where), "who can leave " + where + ": " + who + " was told " + left);
        model().leave(who, where);
    }

    /** By signing in, or, for those who have left or are staff, by being let in. */
    void join(Who who, Where where) {
        if (model().isIn(who, where)) {
            return;
        }
        boolean joined = who.company() == where.company()
                && desk().joinServiceGroup.execute(world.cast().id(who)).isPresent();
        if (!joined) {
            new Scene(world.stores(), world.randomness())
                    .join(world.cast().serviceGroup(where), world.cast().person(who));
        }
        model().join(who, where);
    }

    void pause(Who who, Optional<Duration> pause) {
        QuietTime chosen = desk().chooseQuietTime.pause(world.cast().id(who), pause);
        LawBroken.unless(
                chosen.pauseAt(world.now()).equals(pause.map(world.now()::plus)), "the pause became " + chosen);
        model().pause(who, chosen.pausedUntil());
    }

    void quietDaily(Who who, Optional<QuietHours> hours) {
        QuietTime chosen = desk().chooseQuietTime.daily(world.cast().id(who), hours);
        LawBroken.unless(chosen.hours().equals(hours), "the quiet hours became " + chosen);
        model().quietDaily(who, hours);
    }

    /** One of the staff presses "send again" beside the mention. */
    void sendAgain(Mention mention) {
        SendAgain.Result expected = mention.hasFailed() ? SendAgain.Result.WAITING : SendAgain.Result.NOT_FAILED;
        SendAgain.Result result = desk().sendAgain
                .execute(new SendAgain.Command(
                        world.cast().administrator(),
                        mention.key().message(),
                        world.cast().id(mention.key().who())));
        LawBroken.unless(result == expected, "whether " + mention + " can be sent again: " + result);
        if (result == SendAgain.Result.WAITING) {
            mention.reopen();
        }
        world.tell("whether it is sent again: " + result);
    }

    void suspend(Company company) {
        if (!model().isSuspended(company)) {
            become(company, TenantState.SUSPENDED);
            model().suspend(company);
        }
    }

    void resume(Company company) {
        if (model().isSuspended(company)) {
            become(company, TenantState.ACTIVE);
            model().resume(company);
        }
    }

    private void become(Company company, TenantState state) {
        world.stores().transactions().inTransaction(now -> {
            Tenant tenant = world.stores().tenants().get(world.cast().tenant(company));
            world.stores().tenants().save(tenant.become(state));
            return tenant;
        });
    }

    Optional<Charge> charge(Desk desk, Company company, CallPurpose purpose) {
        Ledger ledger = model().ledger(company);
        boolean may = purpose == CallPurpose.REMINDER
                ? ledger.allowsReminders(world.now())
                : ledger.allowsUrgent(world.now());
        Optional<Charge> charge = desk.meterCalls.take(world.cast().tenant(company), purpose);
        LawBroken.unless(
                charge.isPresent() == may, "whether " + company + " may make a call, the meter says " + charge);
        charge.ifPresent(taken -> ledger.take(taken.month()));
        return charge;
    }

    void giveBack(Desk desk, Charge charge) {
        desk.meterCalls.giveBack(charge);
        ledger(charge).giveBack(charge.month());
    }

    void exhaust(Desk desk, Charge charge) {
        desk.meterCalls.exhaust(charge);
        ledger(charge).giveBack(charge.month());
        ledger(charge).exhaust(charge.month());
    }

    private Ledger ledger(Charge charge) {
        return model().ledger(world.cast().company(charge.tenant()));
    }
}
