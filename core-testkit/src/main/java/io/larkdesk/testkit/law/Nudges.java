package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.escalation.Reminder;
import io.larkdesk.core.escalation.SendReminder;
import io.larkdesk.core.escalation.ShowReminding;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.testkit.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reminders on the siren's tickets, each press told to the model too. */
final class Nudges {

    private static final Duration COOL_DOWN = Duration.ofMinutes(10);
    private static final Duration CLOCK_STEP = Duration.ofMinutes(1);

    private final World world;
    private final Siren siren;
    private final Map<Where, List<Press>> presses = new EnumMap<>(Where.class);
    private final List<Press> all = new ArrayList<>();

    Nudges(World world, Siren siren) {
        this.world = world;
        this.siren = siren;
        for (Where where : Where.values()) {
            presses.put(where, new ArrayList<>());
        }
    }

    /** A press that sent a Reminder. */
    private static final class Press {
        private final SendReminder.Command command;
        private final Who who;
        private final Instant at;
        private boolean answered;

        Press(SendReminder.Command command, Who who, Instant at) {
            this.command = command;
            this.who = who;
            this.at = at;
        }
    }

    private List<Press> of(Where where) {
        return Objects.requireNonNull(presses.get(where));
    }

    void press(Who who, Where where) {
        Instant now = world.now();
        Optional<ShowReminding.State> shown = siren.desk()
                .showReminding
                .execute(siren.ticket(where), world.cast().id(who))
                .map(ShowReminding.Shown::state);
        SendReminder.Command command = new SendReminder.Command(
                siren.ticket(where),
                world.cast().id(who),
                new ClientId(world.randomness().uuid()));
        SendReminder.Result result = siren.console().remind(command);
        LawBroken.unless(
                shown.isEmpty() == result instanceof SendReminder.NothingThere,
                who + " sees " + shown + " and gets " + result);
        if (!siren.isMember(who, where)) {
            LawBroken.unless(
                    who == Who.TAM
                            ? isOff(result, ShowReminding.Reason.NOT_A_CUSTOMER)
                            : result instanceof SendReminder.NothingThere,
                    who + " who is no customer in the group gets " + result);
        } else if (siren.last(where).filter(Alarm::isActive).isPresent()) {
            LawBroken.unless(
                    isOff(result, ShowReminding.Reason.EMERGENCY_ACTIVE), "in an Emergency one gets " + result);
        } else {
            cooledDown(who, where, command, result, now);
        }
    }

    private static boolean isOff(SendReminder.Result result, ShowReminding.Reason reason) {
        return result instanceof SendReminder.Refused refused
                && refused.why() instanceof ShowReminding.Off off
                && off.reason() == reason;
    }

    private void cooledDown(
            Who who, Where where, SendReminder.Command command, SendReminder.Result result, Instant now) {
        List<Press> before = of(where);
        Optional<Press> last = before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
        Optional<Press> cooling =
                last.filter(press -> now.isBefore(press.at.plus(COOL_DOWN)) && !press.at.isAfter(now.plus(CLOCK_STEP)));
        if (cooling.isPresent()) {
            Press press = cooling.get();
            LawBroken.unless(
                    result instanceof SendReminder.Refused refused
                            && refused.why() instanceof ShowReminding.CoolingDown down
                            && down.last().by().equals(world.cast().id(press.who))
                            && down.nextAt().equals(press.at.plus(COOL_DOWN)),
                    who + " presses again " + press.at + " after " + press.who + ": " + result);
            return;
        }
        LawBroken.unless(result instanceof SendReminder.Sent, who + " presses Reminder: " + result);
        Reminder reminder = ((SendReminder.Sent) result).reminder();
        PersonId to = expectedTo(now);
        LawBroken.unless(reminder.to().equals(to), "told is " + reminder.to() + " instead of " + to);
        boolean tam = isInVain(before, now) && !to.equals(siren.id(Beeper.TAM));
        LawBroken.unless(reminder.tam().isPresent() == tam, "the TAM is told or not: " + reminder);
        Press press = new Press(command, who, now);
        before.add(press);
        all.add(press);
    }

    /** The tickets have no engineer of their own. */
    private PersonId expectedTo(Instant now) {
        return siren.duties().in(StaffRole.ENGINEER, now).stream()
                .map(siren::id)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> siren.id(Beeper.TAM));
    }

    private boolean isInVain(List<Press> before, Instant now) {
        List<Press> unanswered =
                before.stream().filter(press -> !press.answered).toList();
        Duration replyWithin = siren.desk().plans.now().replyWithin();
        return unanswered.size() >= 2 && !now.isBefore(unanswered.get(0).at.plus(replyWithin));
    }

    /** The browser got no answer and tries again. */
    void pressAgain() {
        if (all.isEmpty()) {
            return;
        }
        SendReminder.Command command = all.get(all.size() - 1).command;
        SendReminder.Result result = siren.console().remind(command);
        LawBroken.unless(
                result instanceof SendReminder.Sent sent
                        && sent.reminder().clientId().equals(command.clientId()),
                "a press that is tried again gets " + result);
    }

    /** Somebody of the service team says something. */
    void reply(Where where) {
        Group group = world.stores().groups().find(siren.ticket(where)).orElseThrow();
        new Scene(world.stores(), world.randomness()).say(group, world.cast().person(Who.TAM), "we are on it");
        of(where).forEach(press -> press.answered = true);
    }

    void requireRight() {
        for (Where where : Where.values()) {
            int stored = world.stores()
                    .reminders()
                    .listLast(siren.ticket(where), Integer.MAX_VALUE)
                    .size();
            LawBroken.unless(stored == of(where).size(), "stored are " + stored + " Reminders of " + where);
        }
    }
}
