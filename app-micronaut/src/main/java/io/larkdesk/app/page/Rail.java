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
 */
public record Rail(List<RailGroup> groups, Optional<String> workstation, boolean isAtWorkstation) {

    /** Nothing at the side. */
    public static final Rail EMPTY = new Rail(List.of(), Optional.empty(), false);

    /** Copies the list. */
    public Rail {
        groups = List.copyOf(groups);
        Objects.requireNonNull(workstation, "workstation");
    }
}
