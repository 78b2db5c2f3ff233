package io.larkdesk.lark;

import io.larkdesk.core.person.Language;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.ResourceBundle;

/** The cards' words in one language, from the resource bundle {@code words}. */
final class Words {

    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    static Words of(Language language) {
        return new Words(ResourceBundle.getBundle("io.larkdesk.lark.words", language.locale()));
    }

    String say(String key, Object... about) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(about);
    }

    /** How long ago something was, in the largest unit that fits. */
    String ago(Duration age) {
        if (age.toMinutes() < 1) {
            return say("ago.moment");
        }
        if (age.toHours() < 1) {
            return say("ago.minutes", age.toMinutes());
        }
        return age.toDays() < 1 ? say("ago.hours", age.toHours()) : say("ago.days", age.toDays());
    }

    /** How long something took, in the largest unit that fits. */
    String took(Duration time) {
        if (time.toMinutes() < 1) {
            return say("took.moment");
        }
        if (time.toHours() < 1) {
            return say("took.minutes", time.toMinutes());
        }
        return time.toDays() < 1 ? say("took.hours", time.toHours()) : say("took.days", time.toDays());
    }

    /**
     * When something is or was, as the reader's clocks show it; by UTC, and saying so, where nobody knows them.
     *
     * @param asOf the present: of another day the date is said too
     */
    String at(Instant instant, Instant asOf, Optional<ZoneId> zone) {
        ZoneId there = zone.orElse(ZoneOffset.UTC);
        String pattern = isSameDay(instant, asOf, there) ? "time.today" : "time.other";
        String time = DateTimeFormatter.ofPattern(bundle.getString(pattern), bundle.getLocale())
                .format(instant.atZone(there));
        return zone.isPresent() ? time : say("time.utc", time);
    }

    private static boolean isSameDay(Instant one, Instant other, ZoneId zone) {
        return one.atZone(zone).toLocalDate().equals(other.atZone(zone).toLocalDate());
    }
}
