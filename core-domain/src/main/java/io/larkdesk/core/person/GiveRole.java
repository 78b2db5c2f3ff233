package io.larkdesk.core.person;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An administrator says what one of the provider's people does. There is always somebody who can. Whose role is taken away is signed out
 * everywhere.
 */
@Singleton
public final class GiveRole {

    private final Transactions transactions;
    private final People people;
    private final Sessions sessions;
    private final RoleObserver observer;
    private final StaffRecord record;

    /** Takes its collaborators. */
    @Inject
    public GiveRole(
            Transactions transactions, People people, Sessions sessions, RoleObserver observer, StaffRecord record) {
        this.transactions = transactions;
        this.people = people;
        this.sessions = sessions;
        this.observer = observer;
        this.record = record;
    }

    /**
     * Who is to do what.
     *
     * @param administrator who says so
     * @param person whose role it is
     * @param seen the role that the administrator saw
     * @param role the new one; empty to take it away
     */
    public record Command(PersonId administrator, PersonId person, Optional<StaffRole> seen, Optional<StaffRole> role) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(administrator, "administrator");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(seen, "seen");
            Objects.requireNonNull(role, "role");
        }
    }

    /** How it ended. */
    public enum Result {
        /** So it is. */
        GIVEN,
        /** Whoever says so is no administrator. */
        NOT_ALLOWED,
        /** The provider has no such person. */
        NO_SUCH_PERSON,
        /** Somebody gave the person another role meanwhile. */
        STALE,
        /** The person is the last administrator, and stays it. */
        LAST_ADMINISTRATOR
    }

    /** Gives the role, or takes it away; saying it again changes nothing. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            people.lockRoles();
            Optional<Person> administrator =
                    people.find(command.administrator()).filter(GiveRole::isAdministrator);
            if (administrator.isEmpty()) {
                return Result.NOT_ALLOWED;
            }
            return people.find(command.person())
                    .filter(person ->
                            person.id().tenant().equals(command.administrator().tenant()))
                    .map(person -> give(person, command, now))
                    .orElse(Result.NO_SUCH_PERSON);
        });
    }

    private Result give(Person person, Command command, Instant now) {
        if (person.role().equals(command.role())) {
            return Result.GIVEN;
        }
        if (!person.role().equals(command.seen())) {
            return Result.STALE;
        }
        if (isAdministrator(person) && isOnlyAdministrator(person)) {
            return Result.LAST_ADMINISTRATOR;
        }
        Person changed = person.inRole(command.role());
        people.save(changed);
        if (command.role().isEmpty()) {
            sessions.deleteAllOf(person.id());
        }
        observer.changed(changed, command.administrator(), now);
        record.roleGiven(person, changed, command.administrator());
        return Result.GIVEN;
    }

    private boolean isOnlyAdministrator(Person person) {
        return people.listStaff().stream().filter(GiveRole::isAdministrator).allMatch(other -> other.id()
                .equals(person.id()));
    }

    private static boolean isAdministrator(Person person) {
        return person.is(StaffRole.ADMIN);
    }
}
