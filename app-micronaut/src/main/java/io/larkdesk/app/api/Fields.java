package io.larkdesk.app.api;

import io.larkdesk.app.api.ApiProblem.FieldError;
import io.larkdesk.app.web.Form;
import io.larkdesk.core.ticket.TextProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of what was sent, and gathers what is wrong with them. What is read is used only after {@link #check}. */
final class Fields {

    private static final int LARGEST_PAGE = 100;
    private static final int PAGE = 50;

    private final List<FieldError> errors = new ArrayList<>();

    /** Refuses if anything was wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw Refusal.fields(List.copyOf(errors));
        }
    }

    void wrong(String field, String detail) {
        errors.add(new FieldError(field, detail));
    }

    /** What {@code parse} makes of a text that has to be there and has no problem. */
    <T> Optional<T> text(
            String field,
            @Nullable String text,
            Function<String, Optional<TextProblem>> problem,
            Function<String, T> parse) {
        if (text == null) {
            wrong(field, "is missing");
            return Optional.empty();
        }
        Optional<TextProblem> found = problem.apply(text);
        found.ifPresent(one -> wrong(field, words(one)));
        return found.isPresent() ? Optional.empty() : Optional.of(parse.apply(text));
    }

    private static String words(TextProblem problem) {
        return switch (problem) {
            case EMPTY -> "is empty";
            case TOO_LONG -> "is too long";
            case NOT_TEXT -> "has a character that no text has";
        };
    }

    /** The constant that the text names, written as it is, if it is there. */
    <E extends Enum<E>> Optional<E> constant(String field, @Nullable String text, Class<E> type) {
        return read(
                field,
                text,
                name -> Arrays.stream(type.getEnumConstants())
                        .filter(one -> one.name().equals(name))
                        .findFirst(),
                "is none of " + Arrays.toString(type.getEnumConstants()));
    }

    /** The instant, written with its offset. */
    Optional<Instant> instant(String field, @Nullable String text) {
        return read(
                field, text, Fields::parseInstant, "is no date and time with an offset, as in 2026-03-09T09:00:00Z");
    }

    Optional<UUID> id(String field, @Nullable String text) {
        return read(field, text, Form::findId, "is no id");
    }

    /** How many to give on a page, where nothing else is asked. */
    static int pageSize(@Nullable String limit) {
        Fields fields = new Fields();
        int most = fields.limit(limit);
        fields.check();
        return most;
    }

    /** How many to give on a page. */
    int limit(@Nullable String text) {
        return read(
                        "limit",
                        text,
                        number -> Form.findNumber(number)
                                .filter(one -> one >= 1 && one <= LARGEST_PAGE)
                                .map(Long::intValue),
                        "is not from 1 to " + LARGEST_PAGE)
                .orElse(PAGE);
    }

    /** What is in a field that has to be there. */
    <T> Optional<T> required(String field, @Nullable String text, Optional<T> read) {
        if (text == null) {
            wrong(field, "is missing");
        }
        return read;
    }

    private <T> Optional<T> read(
            String field, @Nullable String text, Function<String, Optional<T>> parse, String problem) {
        Optional<T> read = Optional.ofNullable(text).flatMap(parse);
        if (text != null && read.isEmpty()) {
            wrong(field, problem);
        }
        return read;
    }

    private static Optional<Instant> parseInstant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text))
                    .filter(time -> Form.isYear(time.getYear()))
                    .map(time -> time.toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
