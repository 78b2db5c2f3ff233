package io.larkdesk.core.audit;

import io.larkdesk.core.person.PersonId;
import java.util.Objects;
import java.util.Optional;

/** Who did something that the audit log has. */
public sealed interface AuditActor {

    /** The kinds. The names are part of what is hashed: none is ever renamed. */
    enum Kind {
        /** One of the provider's people, or of a customer's administrators. */
        PERSON,
        /** Whoever has the link by which the deployment is set up. */
        SETUP_LINK,
        /** Whoever has the link for a customer's administrator. */
        GUIDE_LINK,
        /** The operator's file, which is applied as the service starts. */
        BOOTSTRAP_FILE,
        /** The service itself, as it starts. */
        DESK
    }

    /** Whoever has the link by which the deployment is set up. */
    AuditActor SETUP_LINK = new Unnamed(Kind.SETUP_LINK);

    /** Whoever has the link for a customer's administrator. */
    AuditActor GUIDE_LINK = new Unnamed(Kind.GUIDE_LINK);

    /** The operator's file. */
    AuditActor BOOTSTRAP_FILE = new Unnamed(Kind.BOOTSTRAP_FILE);

    /** The service itself. */
    AuditActor DESK = new Unnamed(Kind.DESK);

    /** Which kind it is. */
    Kind kind();

    /** The person, if it is one. */
    Optional<PersonId> findPerson();

    /** The kind's name, and what tells it from others of its kind: what is stored and hashed. */
    String text();

    /**
     * One of the provider's people, or of a customer's administrators.
     *
     * @param person who
     */
    record ByPerson(PersonId person) implements AuditActor {

        /** Refuses null. */
        public ByPerson {
            Objects.requireNonNull(person, "person");
        }

        @Override
        public Kind kind() {
            return Kind.PERSON;
        }

        @Override
        public Optional<PersonId> findPerson() {
            return Optional.of(person);
        }

        @Override
        public String text() {
            return Kind.PERSON + " " + AuditText.of(person);
        }
    }

    /**
     * Somebody of whom nothing else is known.
     *
     * @param kind which kind, not a person
     */
    record Unnamed(Kind kind) implements AuditActor {

        /** Refuses a person. */
        public Unnamed {
            if (kind == Kind.PERSON) {
                throw new IllegalArgumentException("a person has a name");
            }
        }

        @Override
        public Optional<PersonId> findPerson() {
            return Optional.empty();
        }

        @Override
        public String text() {
            return kind.name();
        }
    }

    /** One of the provider's people, or of a customer's administrators. */
    static AuditActor of(PersonId person) {
        return new ByPerson(person);
    }

    /**
     * The actor whose {@link #text} this is.
     *
     * @throws IllegalArgumentException if it is none
     */
    static AuditActor parse(String text) {
        String[] words = text.split(" ", 2);
        Kind kind = Kind.valueOf(words[0]);
        return switch (kind) {
            case PERSON -> new ByPerson(AuditText.person(words[words.length - 1]));
            case SETUP_LINK, GUIDE_LINK, BOOTSTRAP_FILE, DESK -> new Unnamed(kind);
        };
    }
}
