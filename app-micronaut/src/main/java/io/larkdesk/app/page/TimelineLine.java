package io.larkdesk.app.page;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.ticket.TimelineEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of a ticket's Timeline, as it is read.
 *
 * @param entry the entry
 * @param by the name of who did it; empty if the desk did
 * @param about the name of whom it is about, if anybody
 * @param openedAt when the ticket was opened
 */
public record TimelineLine(TimelineEntry entry, Optional<String> by, Optional<String> about, Instant openedAt) {

    private static final Set<Kind> WEIGHED = Set.of(Kind.CREATED, Kind.SEVERITY_CHANGED);
    private static final Set<Kind> DECLARED = Set.of(Kind.EMERGENCY_DECLARED, Kind.EMERGENCY_JOINED);

    /** Refuses null. */
    public TimelineLine {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(openedAt, "openedAt");
    }

    /** {@code entry} with names from {@code people}; who is missing goes by "?". */
    public static TimelineLine of(TimelineEntry entry, Map<PersonId, Person> people, Instant openedAt) {
        return new TimelineLine(
                entry,
                entry.by().map(person -> name(people, person)),
                entry.about().map(person -> name(people, person)),
                openedAt);
    }

    private static String name(Map<PersonId, Person> people, PersonId id) {
        Person person = people.get(id);
        return person == null ? "?" : person.name().value();
    }

    /** What happened, in words. */
    public String say(Texts texts) {
        Map<String, Object> named = new HashMap<>();
        named.put("by", by.orElseGet(() -> texts.say("timeline.desk")));
        named.put("about", about.orElse("?"));
        named.put("words", words(texts));
        if (entry.kind() == Kind.ASSIGNED) {
            named.put("why", entry.words().isEmpty() ? "OTHER" : entry.words());
        } else if (entry.kind() == Kind.FIRST_REPLY) {
            // Minutes begun
            long minutes = Math.max(
                    1, Duration.between(openedAt, entry.at()).plusSeconds(59).toMinutes());
            named.put("hours", minutes / 60);
            named.put("minutes", minutes % 60);
        } else if (entry.kind() == Kind.RATED) {
            String[] parts = entry.words().split(" ", 2);
            named.put("stars", parts[0]);
            named.put("words", parts.length < 2 ? "" : parts[1]);
        }
        named.put("more", named.get("words").equals("") ? "no" : "yes");
        return texts.say("timeline." + entry.kind().name(), named);
    }

    /** The words; those that are the name of something, as {@code texts} calls it. */
    private String words(Texts texts) {
        if (WEIGHED.contains(entry.kind())) {
            return StateLook.say(texts, entry.words());
        }
        return DECLARED.contains(entry.kind()) ? texts.say("emergency.reason." + entry.words()) : entry.words();
    }

    /** The name of its icon. */
    public String icon() {
        return switch (entry.kind()) {
            case CREATED, SEVERITY_CHANGED, REOPENED -> "flag";
            case ASSIGNED, HANDED_OVER, EMERGENCY_JOINED, EMERGENCY_HELPED, EMERGENCY_HANDED_OVER -> "users";
            case FIRST_REPLY, CUSTOMER_REPLIED, EMERGENCY_BACK -> "chat";
            case STARTED, RESUMED -> "up";
            case AWAITING_CUSTOMER,
                    RESPONSE_OVERDUE,
                    RESOLUTION_OVERDUE,
                    EMERGENCY_OVERDUE,
                    REMINDER_FAILED,
                    EMERGENCY_PAGE_FAILED,
                    EMERGENCY_LAPSED,
                    EMERGENCY_SILENCED -> "clock";
            case RESOLVED, CONFIRMED, CLOSED_BY_ITSELF, EMERGENCY_ENDED, EMERGENCY_ACKNOWLEDGED, EMERGENCY_CONFIRMED ->
                "check";
            case RATED -> "smile";
            case REMINDER_SENT, REMINDER_DELIVERED, REMINDER_READ, REMINDER_IN_VAIN, REMINDER_PASSED_ON -> "bell";
            case EMERGENCY_DECLARED, EMERGENCY_PAGED, EMERGENCY_LEVEL_EMPTY, EMERGENCY_UNANSWERED -> "siren";
        };
    }

    /** The class of its icon. */
    public String tone() {
        return switch (entry.kind()) {
            case CREATED, SEVERITY_CHANGED, REOPENED, CLOSED_BY_ITSELF -> "";
            case ASSIGNED,
                    HANDED_OVER,
                    FIRST_REPLY,
                    CUSTOMER_REPLIED,
                    STARTED,
                    RESUMED,
                    EMERGENCY_JOINED,
                    EMERGENCY_HELPED,
                    EMERGENCY_HANDED_OVER,
                    EMERGENCY_BACK -> "a";
            case AWAITING_CUSTOMER,
                    RESPONSE_OVERDUE,
                    RESOLUTION_OVERDUE,
                    REMINDER_SENT,
                    REMINDER_DELIVERED,
                    REMINDER_FAILED,
                    REMINDER_READ,
                    REMINDER_IN_VAIN,
                    REMINDER_PASSED_ON -> "w";
            case RESOLVED, CONFIRMED, RATED, EMERGENCY_ACKNOWLEDGED, EMERGENCY_CONFIRMED, EMERGENCY_ENDED -> "g";
            case EMERGENCY_DECLARED,
                    EMERGENCY_PAGED,
                    EMERGENCY_PAGE_FAILED,
                    EMERGENCY_LEVEL_EMPTY,
                    EMERGENCY_UNANSWERED,
                    EMERGENCY_LAPSED,
                    EMERGENCY_SILENCED,
                    EMERGENCY_OVERDUE -> "r";
        };
    }
}
