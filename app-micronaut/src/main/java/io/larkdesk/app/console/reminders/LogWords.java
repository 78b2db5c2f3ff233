package io.larkdesk.app.console.reminders;

import io.larkdesk.app.page.Texts;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.Explanation;
import io.larkdesk.core.reminder.LoggedMention;
import io.larkdesk.core.reminder.Outcome;
import io.larkdesk.core.reminding.ShowReminders.Entry;
import io.larkdesk.core.reminding.ShowReminders.Shown;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in the viewer's words what became of mentions. */
final class LogWords {

    private final Viewer viewer;
    private final Texts texts;
    private final String app;
    private final Map<PersonId, Person> people;
    private final Map<GroupId, Group> groups;
    private final Set<GroupId> joined;
    private final Map<TenantId, String> customers;

    /** For what is {@code shown}; links lead into the provider's app at {@code app}. */
    LogWords(Viewer viewer, String app, Shown shown) {
        this.viewer = viewer;
        this.texts = viewer.texts();
        this.app = app;
        this.people = Stream.concat(shown.named().stream(), shown.choices().stream())
                .collect(Collectors.toMap(Person::id, Function.identity(), (one, same) -> one));
        this.groups = shown.groups().stream().collect(Collectors.toMap(Group::id, Function.identity()));
        this.joined = shown.joined();
        this.customers = shown.customers().stream().collect(Collectors.toMap(Tenant::id, Tenant::organisation));
    }

    LogRow row(LogFilter filter, Entry entry) {
        LoggedMention mention = entry.mention();
        MessageId message = mention.message();
        Optional<Group> group = Optional.ofNullable(groups.get(message.group()));
        Outcome outcome = entry.outcome();
        return new LogRow(
                viewer.times().moment(mention.mentionedAt()),
                mention.mentionedAt().toString(),
                mention.author().map(this::name).orElseGet(() -> texts.say("reminders.desk")),
                name(mention.person()),
                filter.of(mention.person()).path(),
                group.map(Group::name).orElseGet(() -> texts.say("audit.gone")),
                group.flatMap(in -> link(in, message)),
                customers.getOrDefault(message.group().tenant(), texts.say("audit.gone")),
                new LogRow.Look(say(outcome), tag(outcome)),
                detail(entry),
                outcome == Outcome.FAILED ? Optional.of(MentionName.of(message, mention.person())) : Optional.empty());
    }

    /** Whoever sees the log may read all tickets in it, but only those service groups that they are in. */
    private Optional<String> link(Group group, MessageId message) {
        Optional<String> path = group.fold(
                service -> Optional.of("/groups/" + service.id()).filter(any -> joined.contains(service.id())),
                ticket -> Optional.of("/tickets/" + ticket.number().value()));
        return path.map(in -> app + in + "?m=" + message.seq());
    }

    String name(PersonId person) {
        return Optional.ofNullable(people.get(person))
                .map(known -> known.name().value())
                .orElseGet(() -> texts.say("audit.gone"));
    }

    String say(Outcome outcome) {
        return texts.say("reminders.outcome." + outcome);
    }

    private static String tag(Outcome outcome) {
        return switch (outcome) {
            case DELIVERED -> "done";
            case WAITING -> "new";
            case NOT_SENT -> "closed";
            case FAILED -> "emg";
        };
    }

    private String detail(Entry entry) {
        if (entry.explanation() instanceof Explanation.Waiting waiting) {
            return texts.say(
                    "reminders.waiting." + waiting.reason(),
                    "time",
                    viewer.times().point(waiting.until()));
        }
        Decision decision = ((Explanation.Decided) entry.explanation()).decision();
        if (decision instanceof Decision.NotReminded dropped) {
            return texts.say(
                    "reminders.not." + dropped.reason(), "time", viewer.times().point(decision.at()));
        }
        return texts.say(
                ((Decision.Reminded) decision).confirmed() ? "reminders.delivered" : "reminders.unconfirmed",
                Map.of(
                        "time",
                        viewer.times().point(decision.at()),
                        "count",
                        entry.mention().together()));
    }
}
