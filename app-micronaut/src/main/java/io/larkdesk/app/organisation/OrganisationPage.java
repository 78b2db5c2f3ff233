package io.larkdesk.app.organisation;

import io.larkdesk.app.page.AdministratorsView;
import io.larkdesk.app.page.Frame;
import java.util.Objects;
import java.util.Optional;

/**
 * What an administrator sees of the organisation.
 *
 * @param frame what stands around it
 * @param administrators who they are
 * @param done the end of the key of what was done just now, if something was
 * @param problem the end of the key of what could not be done, if it was tried
 */
public record OrganisationPage(
        Frame frame, AdministratorsView administrators, Optional<String> done, Optional<String> problem) {

    /** Refuses null. */
    public OrganisationPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(administrators, "administrators");
        Objects.requireNonNull(done, "done");
        Objects.requireNonNull(problem, "problem");
    }
}
