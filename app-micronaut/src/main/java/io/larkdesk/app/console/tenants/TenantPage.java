package io.larkdesk.app.console.tenants;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.app.page.AdministratorsView;
import io.larkdesk.core.deletion.Deletion;
import io.larkdesk.core.onboarding.ShowTenant;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.TenantState;
import java.util.Objects;
import java.util.Optional;

/**
 * A customer that is or was in service.
 *
 * @param frame what stands around it
 * @param shown the customer
 * @param administrators who of its people sees to it; empty if the viewer may not say so
 * @param preflight what the last Preflight found, if there was one
 * @param done the end of the key of what was done just now, if something was
 * @param problem the end of the key of what could not be done, if it was tried
 * @param deletion that it is to be deleted, if it is
 * @param joinLink the link into its service group, whole, if it was made just now
 */
public record TenantPage(
        ConsoleFrame frame,
        ShowTenant.Shown shown,
        Optional<AdministratorsView> administrators,
        Optional<PreflightView> preflight,
        Optional<String> done,
        Optional<String> problem,
        Optional<Deletion> deletion,
        Optional<String> joinLink) {

    /** Refuses null. */
    public TenantPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(administrators, "administrators");
        Objects.requireNonNull(preflight, "preflight");
        Objects.requireNonNull(done, "done");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(deletion, "deletion");
        Objects.requireNonNull(joinLink, "joinLink");
    }

    /** Its address. */
    public String path() {
        return TenantPaths.tenant(shown.tenant().id());
    }

    /** Whether the viewer may have it deleted, and take along what it has. */
    public boolean mayDelete() {
        return frame.role() == StaffRole.ADMIN;
    }

    /** The class of the tag of {@code state}. */
    public static String tag(TenantState state) {
        return switch (state) {
            case DRAFT -> "closed";
            case VERIFIED -> "new";
            case ACTIVE -> "done";
            case SUSPENDED -> "wait";
        };
    }

    /** The end of the key of what {@code state} is called. */
    public static String key(TenantState state) {
        return switch (state) {
            case DRAFT -> "draft";
            case VERIFIED -> "verified";
            case ACTIVE -> "active";
            case SUSPENDED -> "suspended";
        };
    }
}
