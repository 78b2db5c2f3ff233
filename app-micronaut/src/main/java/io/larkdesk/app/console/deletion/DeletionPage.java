package io.larkdesk.app.console.deletion;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.app.console.Told;
import io.larkdesk.app.page.Times;
import io.larkdesk.core.deletion.Deletion;
import io.larkdesk.core.deletion.ShowDeletion;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a customer is to be deleted, and what may be done about it.
 *
 * @param frame what stands around it
 * @param shown how it stands
 * @param told what became of a form
 */
public record DeletionPage(ConsoleFrame frame, ShowDeletion.Shown shown, Told told) {

    /** Refuses null. */
    public DeletionPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(told, "told");
    }

    /** Its address. */
    public String path() {
        return TenantPaths.deletion(shown.tenant().id());
    }

    /** The address of the customer. */
    public String tenantPath() {
        return TenantPaths.tenant(shown.tenant().id());
    }

    /** How many whole days a deletion waits. */
    public long days() {
        return shown.policy().waiting().toDays();
    }

    /** Whether its time has come, and it waits for nothing but an export. */
    public boolean isHeldUp() {
        return shown.deletion()
                .filter(deletion -> !deletion.isReady() && !shown.now().isBefore(deletion.dueAt()))
                .isPresent();
    }

    /** How many days are left until it is due, rounded up. */
    public long daysLeft() {
        Duration left = shown.deletion()
                .map(deletion -> Duration.between(shown.now(), deletion.dueAt()))
                .filter(time -> !time.isNegative())
                .orElse(Duration.ZERO);
        return left.plusDays(1).minusMillis(1).toDays();
    }

    /** When it is due, in full. */
    public String dueAt() {
        return full(shown.deletion().map(Deletion::dueAt));
    }

    /** When it was asked for. */
    public String requestedAt() {
        return full(shown.deletion().map(Deletion::requestedAt));
    }

    /** When an export was taken since then; empty if none was. */
    public Optional<String> exportedAt() {
        return shown.deletion().flatMap(Deletion::exportedAt).map(times()::full);
    }

    private String full(Optional<Instant> at) {
        return at.map(times()::full).orElse("");
    }

    private Times times() {
        return frame.viewer().times();
    }
}
