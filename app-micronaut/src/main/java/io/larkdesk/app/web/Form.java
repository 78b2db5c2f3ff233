package io.larkdesk.app.web;

import io.larkdesk.app.page.Draft;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what browsers send: numbers and ids are such, or they are not there. */
public final class Form {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;
    private static final Instant LAST_INSTANT =
            LocalDate.of(LAST_YEAR, 12, 31).atStartOfDay(ZoneOffset.UTC).toInstant();

    private final Map<String, ?> fields;

    /** Takes the fields that were sent. */
    public Form(Map<String, ?> fields) {
        this.fields = fields;
    }

    /** What is in the field; empty if it is not there once, as text. */
    public Optional<String> text(String field) {
        return fields.get(field) instanceof CharSequence text ? Optional.of(text.toString()) : Optional.empty();
    }

    /** All that is in the field, however often it was sent. */
    public List<String> texts(String field) {
        return fields.get(field) instanceof Collection<?> several
                ? several.stream().map(Object::toString).toList()
                : text(field).stream().toList();
    }

    /** Zero or more. */
    public Optional<Long> number(String field) {
        return text(field).flatMap(Form::parseNumber);
    }

    /** Which of the constants of {@code type} the field names, written as they are. */
    public <E extends Enum<E>> Optional<E> constant(String field, Class<E> type) {
        return text(field).flatMap(name -> Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst());
    }

    /** The id in the field. */
    public Optional<UUID> id(String field) {
        return text(field).flatMap(Form::parseId);
    }

    /** The ids with spaces between them, none if the field is not there; empty if one of them is none. */
    public Optional<List<UUID>> ids(String field) {
        List<Optional<UUID>> ids = Stream.of(text(field).orElse("").split(" ", -1))
                .filter(id -> !id.isEmpty())
                .map(Form::parseId)
                .toList();
        return ids.stream().allMatch(Optional::isPresent)
                ? Optional.of(ids.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    /** The words of a message, with names put back into what they stand for. */
    public String written() {
        return Draft.bodyOf(text("body").orElse(""), text("calls").orElse(""));
    }

    /** The number that {@code text} is: zero or more; it may be missing. */
    public static Optional<Long> findNumber(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(Form::parseNumber);
    }

    /** The id that {@code text} is; it may be missing. */
    public static Optional<UUID> findId(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(Form::parseId);
    }

    /** The day that {@code text} is, such as 2026-03-09, of this millennium; it may be missing. */
    public static Optional<LocalDate> findDay(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .filter(given -> !given.isBlank())
                    .map(LocalDate::parse)
                    .filter(day -> isYear(day.getYear()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The instant that {@code text} is in milliseconds since 1970, of no later millennium than this. */
    public static Optional<Instant> findInstant(String text) {
        return parseNumber(text).map(Instant::ofEpochMilli).filter(instant -> !instant.isAfter(LAST_INSTANT));
    }

    /** Whether it is a year of this millennium; days and times of others are not taken. */
    public static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static Optional<Long> parseNumber(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Optional<UUID> parseId(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
