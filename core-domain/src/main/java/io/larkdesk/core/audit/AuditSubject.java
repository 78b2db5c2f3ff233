package io.larkdesk.core.audit;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.TenantId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What something was done to.
 *
 * @param kind what it is
 * @param name tells it from others of its kind; empty where there is only one. At most {@value #LONGEST_NAME} characters
 */
public record AuditSubject(Kind kind, String name) {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 200;

    /** The deployment as a whole. */
    public static final AuditSubject DEPLOYMENT = new AuditSubject(Kind.DEPLOYMENT, "");

    /** The kinds. The names are part of what is hashed: none is ever renamed. */
    public enum Kind {
        /** The deployment as a whole. */
        DEPLOYMENT,
        /** A customer, or the provider. */
        TENANT,
        /** A person: tenant's and person's id with a slash between. */
        PERSON,
        /** A group, by its id. */
        GROUP,
        /** A ticket, by its number. */
        TICKET,
        /** An Emergency, by the id of its ticket's group. */
        EMERGENCY,
        /** A support plan, by its name. */
        PLAN,
        /** A calendar of working hours, by its name. */
        CALENDAR,
        /** A token for the interface for machines, by its id, which opens nothing. */
        TOKEN,
        /** A webhook, by its id. */
        WEBHOOK,
        /** One of the audit log's books. */
        BOOK,
        /** A canned answer, by its name. */
        ANSWER
    }

    /** Refuses null, and an overlong name. */
    public AuditSubject {
        Objects.requireNonNull(kind, "kind");
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name has more than " + LONGEST_NAME + " characters");
        }
    }

    /** A tenant. */
    public static AuditSubject of(TenantId tenant) {
        return of(Kind.TENANT, tenant.value());
    }

    /** A person. */
    public static AuditSubject of(PersonId person) {
        return new AuditSubject(Kind.PERSON, AuditText.of(person));
    }

    /** A support plan. */
    public static AuditSubject of(PlanName plan) {
        return new AuditSubject(Kind.PLAN, plan.value());
    }

    /** One of the log's books. */
    public static AuditSubject of(AuditBook book) {
        return of(Kind.BOOK, book.id());
    }

    /** Something with an id. */
    public static AuditSubject of(Kind kind, UUID id) {
        return new AuditSubject(kind, id.toString());
    }

    /** Something with a number. */
    public static AuditSubject of(Kind kind, long number) {
        return new AuditSubject(kind, Long.toString(number));
    }

    /** The person, if it is one. */
    public Optional<PersonId> findPerson() {
        return kind == Kind.PERSON ? Optional.of(AuditText.person(name)) : Optional.empty();
    }

    /** The kind's name, and the name if there is one: what is hashed. */
    public String text() {
        return name.isEmpty() ? kind.name() : kind + " " + name;
    }

    /**
     * The subject whose {@link #text} this is.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static AuditSubject parse(String text) {
        String[] words = text.split(" ", 2);
        return new AuditSubject(Kind.valueOf(words[0]), words.length == 1 ? "" : words[1]);
    }
}
