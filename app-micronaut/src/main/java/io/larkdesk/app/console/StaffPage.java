package io.larkdesk.app.console;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Who of the provider's people does what.
 *
 * @param frame what stands around it
 * @param staff those who have a role, by name
 * @param others those who have none, by name
 * @param mayGiveRoles whether the viewer may give them one
 * @param problem what could not be done, if it was tried
 */
public record StaffPage(
        ConsoleFrame frame, List<Person> staff, List<Person> others, boolean mayGiveRoles, Optional<Problem> problem) {

    /**
     * What could not be done.
     *
     * @param person whose role was to be another
     * @param key the end of the text's key
     */
    public record Problem(UUID person, String key) {}

    /** Copies the lists. */
    public StaffPage {
        Objects.requireNonNull(frame, "frame");
        staff = List.copyOf(staff);
        others = List.copyOf(others);
        Objects.requireNonNull(problem, "problem");
    }

    /** The roles that there are. */
    public List<StaffRole> roles() {
        return List.of(StaffRole.values());
    }

    /** Where the role of {@code person} is given. */
    public String path(Person person) {
        return Section.STAFF.path() + "/" + person.id().value();
    }

    /** What could not be done about {@code person}. */
    public Optional<Problem> problemOf(Person person) {
        return problem.filter(wrong -> wrong.person().equals(person.id().value()));
    }
}
