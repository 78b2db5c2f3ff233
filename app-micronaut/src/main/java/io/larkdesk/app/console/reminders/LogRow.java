package io.larkdesk.app.console.reminders;

import java.util.Objects;
import java.util.Optional;

/**
 * A mention as the log shows it.
 *
 * @param time when it was made, in the viewer's words
 * @param instant when, for machines
 * @param author who mentioned the person
 * @param person who was mentioned
 * @param whose the address of that person's mentions alone
 * @param where in which group
 * @param link to the message, where the viewer may read it
 * @param customer whose group that is
 * @param outcome what became of it
 * @param detail why, and when
 * @param again names the mention in the form that has it sent again; empty where that makes no sense
 */
public record LogRow(
        String time,
        String instant,
        String author,
        String person,
        String whose,
        String where,
        Optional<String> link,
        String customer,
        Look outcome,
        String detail,
        Optional<String> again) {

    /**
     * An outcome in words and colour.
     *
     * @param word in words
     * @param tag the class of its tag
     */
    public record Look(String word, String tag) {

        /** Refuses null. */
        public Look {
            Objects.requireNonNull(word, "word");
            Objects.requireNonNull(tag, "tag");
        }
    }

    /** Refuses null. */
    public LogRow {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(instant, "instant");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(whose, "whose");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(again, "again");
    }
}
