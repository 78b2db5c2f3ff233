package io.larkdesk.core.audit;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.shared.ChainHash;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value as the audit log has it. It is made of choices, numbers, times and names and of nothing else, so no secret gets in: of a secret the
 * log has only that there is one.
 */
public final class AuditDetail {

    /** The longest text, in characters. */
    public static final int LONGEST = 400;

    /** That there is a secret, and nothing of it. */
    public static final AuditDetail HIDDEN = new AuditDetail(Kind.HIDDEN, "");

    private static final AuditDetail YES = new AuditDetail(Kind.CHOICE, "YES");
    private static final AuditDetail NO = new AuditDetail(Kind.CHOICE, "NO");

    private final Kind kind;
    private final String value;

    /** What a value is. The names are part of what is hashed: none is ever renamed. */
    public enum Kind {
        /** One of several, by the name that it has in the program; several with commas between. */
        CHOICE,
        /** A whole number. */
        NUMBER,
        /** Minutes; several with commas between, and a dash where there are none. */
        MINUTES,
        /** An instant, in UTC. */
        TIME,
        /** What something is called. */
        NAME,
        /** A person: tenant's and person's id with a slash between. */
        PERSON,
        /** A secret, of which nothing is told. */
        HIDDEN
    }

    private AuditDetail(Kind kind, String value) {
        this.kind = kind;
        this.value = value.length() <= LONGEST ? value : value.substring(0, value.offsetByCodePoints(0, cut(value)));
    }

    private static int cut(String value) {
        return Math.min(LONGEST / 2, value.codePointCount(0, value.length()));
    }

    /** One of several. */
    public static AuditDetail of(Enum<?> choice) {
        return new AuditDetail(Kind.CHOICE, choice.name());
    }

    /** Some of several, in the order in which they are declared. */
    public static <E extends Enum<E>> AuditDetail of(Collection<E> choices) {
        return new AuditDetail(
                Kind.CHOICE, choices.stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
    }

    /** Yes or no. */
    public static AuditDetail of(boolean yes) {
        return yes ? YES : NO;
    }

    /** A number. */
    public static AuditDetail of(long number) {
        return new AuditDetail(Kind.NUMBER, Long.toString(number));
    }

    /** How long it takes, in whole minutes. */
    public static AuditDetail of(Duration time) {
        return ofTimes(List.of(Optional.of(time)));
    }

    /** How long each of several takes, in whole minutes. */
    public static AuditDetail ofTimes(List<Optional<Duration>> times) {
        return new AuditDetail(
                Kind.MINUTES,
                times.stream()
                        .map(time -> time.map(Duration::toMinutes)
                                .map(String::valueOf)
                                .orElse("-"))
                        .collect(Collectors.joining(",")));
    }

    /** A time zone. */
    public static AuditDetail of(ZoneId zone) {
        return new AuditDetail(Kind.NAME, zone.getId());
    }

    /** An instant. */
    public static AuditDetail of(Instant instant) {
        return new AuditDetail(Kind.TIME, instant.toString());
    }

    /** A person. */
    public static AuditDetail of(PersonId person) {
        return new AuditDetail(Kind.PERSON, AuditText.of(person));
    }

    /** A person's name. */
    public static AuditDetail of(PersonName name) {
        return new AuditDetail(Kind.NAME, name.value());
    }

    /** An organisation's name. */
    public static AuditDetail of(OrganisationName name) {
        return new AuditDetail(Kind.NAME, name.value());
    }

    /** A support plan's name. */
    public static AuditDetail of(PlanName name) {
        return new AuditDetail(Kind.NAME, name.value());
    }

    /** A Lark app. */
    public static AuditDetail of(AppId app) {
        return new AuditDetail(Kind.NAME, app.value());
    }

    /** A token for the interface for machines. */
    public static AuditDetail of(AuditToken token) {
        return new AuditDetail(Kind.NAME, token.id().toString());
    }

    /** Where a chain ends. */
    public static AuditDetail of(ChainHash hash) {
        return new AuditDetail(Kind.NAME, hash.hex());
    }

    /** What a tenant is called; cut where it is overlong. */
    public static AuditDetail nameOf(Tenant tenant) {
        return new AuditDetail(Kind.NAME, tenant.organisation());
    }

    /**
     * The detail whose {@link #text} this is, for those who store it.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static AuditDetail parse(String text) {
        String[] words = text.split(" ", 2);
        return new AuditDetail(Kind.valueOf(words[0]), words.length == 1 ? "" : words[1]);
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** Itself, without its kind. */
    public String value() {
        return value;
    }

    /** The person, if it is one. */
    public Optional<PersonId> findPerson() {
        return kind == Kind.PERSON ? Optional.of(AuditText.person(value)) : Optional.empty();
    }

    /** The kind's name and the value: what is stored and hashed. */
    public String text() {
        return value.isEmpty() ? kind.name() : kind + " " + value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuditDetail that && kind == that.kind && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, value);
    }

    @Override
    public String toString() {
        return text();
    }
}
