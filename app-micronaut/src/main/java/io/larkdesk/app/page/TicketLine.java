package io.larkdesk.app.page;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.group.GroupId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened to a ticket, as a line of a conversation says it.
 *
 * @param event what happened
 * @param group the ticket's group
 * @param number the ticket's number, such as {@code #1042}
 * @param title the ticket's title
 * @param until until when who has it is on duty, if that matters
 * @param words said of it, perhaps none
 */
public record TicketLine(
        TicketEvent event, GroupId group, String number, String title, Optional<Instant> until, String words) {

    /** Refuses null. */
    public TicketLine {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(words, "words");
    }

    static TicketLine of(Content.TicketNotice notice) {
        return new TicketLine(
                notice.event(),
                notice.ticket().group(),
                notice.ticket().number().toString(),
                notice.ticket().title(),
                notice.until(),
                notice.words());
    }

    /** The part of the text's key that says what happened; a new ticket has an engineer on duty, a TAM, or nobody. */
    String event(boolean somebodyHasIt) {
        return switch (event) {
            case CREATED -> until.isPresent() ? "createdOnDuty" : somebodyHasIt ? "createdForTam" : "created";
            case STARTED -> "started";
            case AWAITING_CUSTOMER -> "awaitingCustomer";
            case RESUMED -> "resumed";
            case RESOLVED -> "resolved";
            case CONFIRMED -> "confirmed";
            case CLOSED_BY_ITSELF -> "closedByItself";
            case RATED -> words.contains(" ") ? "ratedSaying" : "rated";
            case REOPENED -> "reopened";
            case REASSIGNED -> "reassigned";
            case SEVERITY_CHANGED -> "severityChanged";
            case HANDED_OVER -> "handedOver";
            case REMINDER_SENT -> "reminderSent";
            case REMINDER_IN_VAIN -> "reminderInVain";
            case REMINDER_PASSED_ON -> "reminderPassedOn";
            case EMERGENCY_DECLARED -> "emergencyDeclared";
            case EMERGENCY_JOINED -> "emergencyJoined";
            case EMERGENCY_PAGED -> "emergencyPaged";
            case EMERGENCY_LEVEL_EMPTY -> "emergencyLevelEmpty";
            case EMERGENCY_PAGE_FAILED -> "emergencyPageFailed";
            case EMERGENCY_UNANSWERED -> words.isEmpty() ? "emergencyUnanswered" : "emergencyUnansweredCall";
            case EMERGENCY_OVERDUE -> "emergencyOverdue";
            case EMERGENCY_ACKNOWLEDGED -> "emergencyAcknowledged";
            case EMERGENCY_HELPED -> "emergencyHelped";
            case EMERGENCY_CONFIRMED -> "emergencyConfirmed";
            case EMERGENCY_HANDED_OVER -> "emergencyHandedOver";
            case EMERGENCY_LAPSED -> "emergencyLapsed";
            case EMERGENCY_BACK -> "emergencyBack";
            case EMERGENCY_SILENCED -> "emergencySilenced";
            case EMERGENCY_ENDED -> "emergencyEnded";
        };
    }

    Map<String, String> named(String who, String has, Times times, String root) {
        String said = said(times.texts());
        return Map.of(
                "root", root,
                "who", who,
                "has", has,
                "number", number,
                "id", number.substring(1),
                "title", title,
                "until", until.map(times::clock).orElse(""),
                "at", until.map(Instant::toString).orElse(""),
                "stars", words.split(" ", 2)[0],
                "words", said);
    }

    /** The words; those that are the name of something, as {@code texts} calls it. */
    private String said(Texts texts) {
        return switch (event) {
            case SEVERITY_CHANGED -> texts.say("severity." + words.toLowerCase(Locale.ROOT));
            case RATED -> words.substring(words.indexOf(' ') + 1);
            case EMERGENCY_DECLARED, EMERGENCY_JOINED -> texts.say("emergency.reason." + words);
            default -> words;
        };
    }
}
