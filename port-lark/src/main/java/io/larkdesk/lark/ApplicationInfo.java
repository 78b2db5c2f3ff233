package io.larkdesk.lark;

import java.util.List;
import java.util.Objects;

/**
 * What Lark tells an app of its settings.
 *
 * @param name the app's name; may be empty
 * @param status 0 disabled, 1 enabled, 2 not enabled; anything else is unknown
 * @param redirectUrls the redirect URLs as they stand in the console
 * @param onlineVersionId the version in use; empty if none was ever published
 * @param unauditVersionId the version that waits to be approved; empty if none does
 */
public record ApplicationInfo(
        String name, int status, List<String> redirectUrls, String onlineVersionId, String unauditVersionId) {

    /** Refuses null; copies the list. */
    public ApplicationInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(onlineVersionId, "onlineVersionId");
        Objects.requireNonNull(unauditVersionId, "unauditVersionId");
        redirectUrls = List.copyOf(redirectUrls);
    }
}
