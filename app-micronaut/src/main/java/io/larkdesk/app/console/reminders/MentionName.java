package io.larkdesk.app.console.reminders;

import io.larkdesk.app.web.Form;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.LogSpot;
import io.larkdesk.core.tenant.TenantId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** How persons, mentions and their places in the log stand in addresses and forms: parts with full stops between. */
final class MentionName {

    private static final String BETWEEN = ".";
    private static final int PARTS = 4;

    private MentionName() {}

    /** A mention: where it is made, and of whom. */
    record Named(MessageId message, PersonId person) {}

    static String of(PersonId person) {
        return person.tenant() + BETWEEN + person;
    }

    static String of(MessageId message, PersonId person) {
        return message.group() + BETWEEN + message.seq() + BETWEEN + of(person);
    }

    static String of(LogSpot spot) {
        return spot.mentionedAt().toEpochMilli() + BETWEEN + of(spot.message(), spot.person());
    }

    private static String[] parts(String text) {
        return text.split("\\.", -1);
    }

    static Optional<PersonId> person(String text) {
        String[] parts = parts(text);
        return parts.length == 2 ? person(parts[0], parts[1]) : Optional.empty();
    }

    private static Optional<PersonId> person(String tenant, String person) {
        Optional<UUID> id = Form.findId(person);
        return Form.findId(tenant).flatMap(own -> id.map(value -> new PersonId(new TenantId(own), value)));
    }

    static Optional<Named> mention(String text) {
        String[] parts = parts(text);
        return parts.length == PARTS ? mention(parts) : Optional.empty();
    }

    private static Optional<Named> mention(String[] parts) {
        Optional<GroupId> group = GroupId.parse(parts[0]);
        Optional<Long> seq = Form.findNumber(parts[1]).filter(number -> number >= 1);
        Optional<PersonId> person = person(parts[2], parts[3]);
        return group.flatMap(in -> seq.flatMap(number -> person.map(who -> new Named(new MessageId(in, number), who))));
    }

    static Optional<LogSpot> spot(String text) {
        String[] parts = parts(text);
        if (parts.length != PARTS + 1) {
            return Optional.empty();
        }
        Optional<Named> mention = mention(Arrays.copyOfRange(parts, 1, parts.length));
        return Form.findInstant(parts[0])
                .flatMap(at -> mention.map(named -> new LogSpot(at, named.message(), named.person())));
    }
}
