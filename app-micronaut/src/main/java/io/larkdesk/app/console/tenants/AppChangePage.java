package io.larkdesk.app.console.tenants;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.core.onboarding.AppChange;
import io.larkdesk.core.onboarding.ShowAppChange;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The way of a customer to another Lark app.
 *
 * @param frame what stands around it
 * @param shown how far it has come
 * @param preflight what was found of the new app, if it was checked
 * @param problem the end of the key of what could not be done, if it was tried
 * @param entered the App ID that was entered, to be shown again
 */
public record AppChangePage(
        ConsoleFrame frame,
        ShowAppChange.Shown shown,
        Optional<PreflightView> preflight,
        Optional<String> problem,
        String entered) {

    /** Refuses null. */
    public AppChangePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(preflight, "preflight");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(entered, "entered");
    }

    /** Its address. */
    public String path() {
        return TenantPaths.appChange(shown.tenant().id());
    }

    /** The address of the customer. */
    public String tenantPath() {
        return TenantPaths.tenant(shown.tenant().id());
    }

    /** Whether the customer may change now. */
    public boolean isReady() {
        return shown.change().filter(AppChange::isReady).isPresent();
    }

    /** How many people will not be recognised. */
    public int strangers() {
        return shown.people() - shown.recognisable();
    }

    /** The redirect URLs, one a line. */
    public String redirectUrls() {
        return shown.addresses().redirectUrls().stream().map(URI::toString).collect(Collectors.joining("\n"));
    }

    /** Whether {@code field} is what is wrong. */
    public boolean isWrong(String field) {
        return problem.filter(field::equals).isPresent();
    }
}
