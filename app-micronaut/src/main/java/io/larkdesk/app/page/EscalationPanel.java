package io.larkdesk.app.page;

import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.Emergency.Acknowledged;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.Reminder;
import io.larkdesk.core.escalation.ShowEmergency;
import io.larkdesk.core.escalation.ShowReminding;
import io.larkdesk.core.escalation.ShowReminding.CoolingDown;
import io.larkdesk.core.escalation.ShowReminding.Off;
import io.larkdesk.core.escalation.ShowReminding.Ready;
import io.larkdesk.core.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reminder and Emergency of a ticket, as the viewer may see and do them.
 *
 * @param viewer for whom and when
 * @param me who that is
 * @param isCustomer whether the viewer is in the ticket's group on the customer's side
 * @param isOfTeam whether the viewer is one of the service team
 * @param reminding whether a Reminder can be sent; empty for those who are not in the group
 * @param emergency the last Emergency, if there was one that the viewer may see
 * @param names of everybody whom the two name
 */
public record EscalationPanel(
        Viewer viewer,
        PersonId me,
        boolean isCustomer,
        boolean isOfTeam,
        Optional<ShowReminding.Shown> reminding,
        Optional<ShowEmergency.Shown> emergency,
        Map<PersonId, String> names) {

    /** How long after its end an Emergency is still spoken of. */
    private static final Duration REMEMBERED_FOR = Duration.ofDays(1);

    /** Copies the map. */
    public EscalationPanel {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(me, "me");
        Objects.requireNonNull(reminding, "reminding");
        Objects.requireNonNull(emergency, "emergency");
        names = Map.copyOf(names);
    }

    private String say(String key, Map<String, ?> named) {
        return viewer.texts().say(key, named);
    }

    private String name(PersonId person) {
        return names.getOrDefault(person, "?");
    }

    private String names(Collection<PersonId> people) {
        return people.stream()
                .distinct()
                .map(this::name)
                .collect(Collectors.joining(viewer.texts().say("invites.and")));
    }

    /** A new id for a form that is sent. */
    public String newClientId() {
        return UUID.randomUUID().toString();
    }

    /** Whether the viewer sees the button [Reminder], ready or not. */
    public boolean hasReminder() {
        return isCustomer
                && reminding
                        .filter(shown -> !(shown.state() instanceof Off off)
                                || off.reason() == ShowReminding.Reason.EMERGENCY_ACTIVE
                                || off.reason() == ShowReminding.Reason.NOBODY_THERE)
                        .isPresent();
    }

    /** Whether pressing it sends a Reminder now. */
    public boolean canRemind() {
        return reminding.filter(shown -> shown.state() instanceof Ready).isPresent();
    }

    /** When the button is ready again, in milliseconds from now; empty if it is, or nobody knows. */
    public Optional<Long> readyIn() {
        return coolingDown()
                .map(cooling -> Math.max(
                        1_000, Duration.between(viewer.now(), cooling.nextAt()).toMillis() + 500));
    }

    private Optional<CoolingDown> coolingDown() {
        return reminding
                .map(ShowReminding.Shown::state)
                .filter(CoolingDown.class::isInstance)
                .map(CoolingDown.class::cast);
    }

    /** What stands on the button. */
    public String reminderLabel() {
        return coolingDown()
                .map(cooling ->
                        say("remind.again", Map.of("time", viewer.times().clock(cooling.nextAt()))))
                .orElseGet(() -> viewer.texts().say("remind.do"));
    }

    /** What pressing the button does, or why it does nothing, and what became of the last Reminder. */
    public String reminderWhy() {
        String why = reminding
                .map(shown -> {
                    if (shown.state() instanceof Ready ready) {
                        return say("remind.ready", Map.of("name", name(ready.to())));
                    }
                    if (shown.state() instanceof CoolingDown cooling) {
                        return cooling(cooling);
                    }
                    return viewer.texts().say("remind.off." + ((Off) shown.state()).reason());
                })
                .orElse("");
        return (why + " " + seen()).strip();
    }

    /** Why pressing the button does nothing; empty where there is none, or it does something. */
    String reminderWhyNot() {
        return hasReminder() && !canRemind() ? reminderWhy() : "";
    }

    private String cooling(CoolingDown cooling) {
        Reminder last = cooling.last();
        return say(
                "remind.cooling",
                Map.of(
                        "name", name(last.to()),
                        "by", name(last.by()),
                        "time", viewer.times().clock(last.at()),
                        "next", viewer.times().clock(cooling.nextAt())));
    }

    private String seen() {
        return reminding
                .flatMap(ShowReminding.Shown::last)
                .flatMap(last -> last.progress()
                        .readAt()
                        .map(at -> say(
                                "remind.seen",
                                Map.of(
                                        "name",
                                        name(last.to()),
                                        "time",
                                        viewer.times().point(at)))))
                .orElse("");
    }

    /** The Emergency that is active. */
    public Optional<Emergency> active() {
        return emergency.map(ShowEmergency.Shown::emergency).filter(Emergency::isActive);
    }

    /** Whether an Emergency is spoken of: an active one, or one that ended a short while ago. */
    public boolean hasBanner() {
        return emergency
                .map(ShowEmergency.Shown::emergency)
                .filter(last -> last.isActive()
                        || last.ending()
                                .filter(ended -> ended.at().isAfter(viewer.now().minus(REMEMBERED_FOR)))
                                .isPresent())
                .isPresent();
    }

    private Emergency last() {
        return emergency.orElseThrow().emergency();
    }

    /** Its reason, in words. */
    public String headline() {
        return say(
                "emergency.banner",
                Map.of(
                        "reason",
                        viewer.texts().say("emergency.reason." + last().start().reason())));
    }

    /** When it began. */
    public Instant startedAt() {
        return last().start().at();
    }

    /** How long it has lasted, in milliseconds. */
    public long elapsed() {
        return Math.max(
                0, Duration.between(startedAt(), emergency.orElseThrow().asOf()).toMillis());
    }

    /** How long it has lasted or lasted, as a clock shows it. */
    public String clock() {
        Instant end = last().ending()
                .map(Emergency.Ended::at)
                .orElse(emergency.orElseThrow().asOf());
        long seconds = Math.max(0, Duration.between(startedAt(), end).toSeconds());
        return "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** What is affected, in the customer's words. */
    public String impact() {
        return last().start().impact();
    }

    /** How it stands, in words. */
    public String standing(String number) {
        Emergency current = last();
        if (current.ending().isPresent()) {
            Emergency.Ended ended = current.ending().get();
            return say("emergency.ended", Map.of("name", name(ended.by()), "word", ended.word()));
        }
        if (current.acknowledgement().isPresent()) {
            return acknowledged(current.acknowledgement().get());
        }
        if (current.state() instanceof Emergency.Unanswered) {
            return emergency
                    .orElseThrow()
                    .phone()
                    .number()
                    .map(phone -> say("emergency.call", Map.of("phone", phone, "number", number)))
                    .orElseGet(() -> viewer.texts().say("emergency.unanswered"));
        }
        String paged = names(emergency.orElseThrow().pages().stream()
                .filter(page -> page.about().kind() == Page.Kind.ALERT)
                .map(Page::person)
                .toList());
        return say(
                paged.isEmpty() ? "emergency.nobody" : "emergency.paging",
                Map.of(
                        "names",
                        paged,
                        "next",
                        viewer.times().clock(current.due().orElse(viewer.now()))));
    }

    private String acknowledged(Acknowledged held) {
        String others = names(held.joined());
        long seconds = Math.max(0, Duration.between(startedAt(), held.at()).toSeconds());
        return say(
                held.firm() ? "emergency.acknowledged" : "emergency.handedOver",
                Map.of(
                        "name",
                        name(held.by()),
                        "minutes",
                        seconds / 60,
                        "seconds",
                        seconds % 60,
                        "more",
                        others.isEmpty() ? "no" : "yes",
                        "others",
                        others));
    }

    /** That the customer says that all works again. */
    public Optional<String> back() {
        return active().flatMap(Emergency::back)
                .map(back -> say(
                        "emergency.back",
                        Map.of("name", name(back.by()), "time", viewer.times().clock(back.at()))));
    }

    /** Whether the viewer can say that all works again. */
    public boolean canSayBack() {
        return isCustomer && active().filter(now -> now.back().isEmpty()).isPresent();
    }

    /** Whether the viewer can take it on, or help. */
    public boolean canAcknowledge() {
        return isOfTeam
                && active().filter(now -> now.acknowledgement()
                                .filter(held -> held.isBy(me))
                                .isEmpty())
                        .isPresent();
    }

    /** Whether somebody has it already, so that who acknowledges helps. */
    public boolean isTaken() {
        return active().flatMap(Emergency::acknowledgement).isPresent();
    }

    /** Whether the viewer can confirm to be working on it still. */
    public boolean canConfirm() {
        return isOfTeam
                && active().flatMap(Emergency::acknowledgement)
                        .filter(held -> held.firm() ? held.isBy(me) : held.by().equals(me))
                        .isPresent();
    }

    /** Until when it has to be confirmed. */
    public String confirmUntil() {
        return active().flatMap(Emergency::acknowledgement)
                .map(held -> viewer.times().clock(held.confirm().dueAt()))
                .orElse("");
    }

    /** Whether the viewer can hand it over, or end it. */
    public boolean canCommand() {
        return isOfTeam && active().isPresent();
    }
}
