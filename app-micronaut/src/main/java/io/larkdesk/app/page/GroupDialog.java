package io.larkdesk.app.page;

import java.util.Objects;

/**
 * What stands around every dialog about a group; each is a page, too.
 *
 * @param viewer for whom and when
 * @param csrf goes into every form
 * @param path the address of the group's page
 * @param group the group's heading
 */
public record GroupDialog(Viewer viewer, String csrf, String path, String group) {

    /** Refuses null. */
    public GroupDialog {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(csrf, "csrf");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(group, "group");
    }
}
