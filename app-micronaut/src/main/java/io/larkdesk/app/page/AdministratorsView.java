package io.larkdesk.app.page;

import io.larkdesk.core.group.Side;
import io.larkdesk.core.organisation.ShowAdministrators;
import io.larkdesk.core.organisation.ShowAdministrators.Appointed;
import io.larkdesk.core.person.Person;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A customer's administrators, and the forms by which one is appointed and dismissed.
 *
 * @param viewer for whom
 * @param csrf goes into the forms
 * @param path where the forms are sent
 * @param shown who they are, and who could be one
 */
public record AdministratorsView(Viewer viewer, String csrf, String path, ShowAdministrators.Shown shown) {

    /** Refuses null. */
    public AdministratorsView {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(csrf, "csrf");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(shown, "shown");
    }

    /** Who they are. */
    public List<Appointed> administrators() {
        return shown.administrators();
    }

    /** Who could be one, too, by name. */
    public List<Person> others() {
        return shown.others();
    }

    /** {@code appointed} as shown to others. */
    public PersonView person(Appointed appointed) {
        return PersonView.of(appointed.person(), Side.CUSTOMER);
    }

    /** Since when, and by whom. */
    public String since(Appointed appointed) {
        return viewer.texts()
                .say(
                        "administrators.since",
                        Map.of(
                                "date",
                                viewer.times().date(appointed.administrator().appointedAt()),
                                "name",
                                appointed.by().map(by -> by.name().value()).orElse("?")));
    }
}
