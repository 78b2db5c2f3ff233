package io.larkdesk.app.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The list at the side.
 *
 * @param groups the person's groups, in the order in which they are listed
 * @param workstation the service group whose Enterprise Service Workstation is listed, as in addresses
 * @param isAtWorkstation whether that is what the page shows
 * @param isAdministrator whether the person sees to their own organisation, whose page is listed then
 * @param isAtOrganisation whether that is what the page shows
 */
public record Rail(
        List<RailGroup> groups,
        Optional<String> workstation,
        boolean isAtWorkstation,
        boolean isAdministrator,
        boolean isAtOrganisation) {

    /** Nothing at the side. */
    public static final Rail EMPTY = new Rail(List.of(), Optional.empty(), false);

    /** Copies the list. */
    public Rail {
        groups = List.copyOf(groups);
        Objects.requireNonNull(workstation, "workstation");
    }

    /** The list of somebody who is no administrator. */
    public Rail(List<RailGroup> groups, Optional<String> workstation, boolean isAtWorkstation) {
        this(groups, workstation, isAtWorkstation, false, false);
    }

    /** The same on the page of the organisation. */
    public Rail atOrganisation() {
        return new Rail(groups, workstation, isAtWorkstation, isAdministrator, true);
    }
}
