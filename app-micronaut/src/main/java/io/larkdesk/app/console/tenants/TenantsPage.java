package io.larkdesk.app.console.tenants;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.core.deletion.Deletion;
import io.larkdesk.core.onboarding.ListTenants.Customer;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The customers whom the viewer serves.
 *
 * @param frame what stands around it
 * @param customers those that are not in service first, then by name
 * @param deletions of which of them are to be deleted
 * @param givenUp whether an onboarding was given up just now
 */
public record TenantsPage(
        ConsoleFrame frame, List<Customer> customers, Map<TenantId, Deletion> deletions, boolean givenUp) {

    /** Copies the list. */
    public TenantsPage {
        Objects.requireNonNull(frame, "frame");
        customers = List.copyOf(customers);
        deletions = Map.copyOf(deletions);
    }

    /** When {@code customer} is to be deleted, if it is. */
    public Optional<String> leavesOn(Customer customer) {
        return Optional.ofNullable(deletions.get(customer.id()))
                .map(deletion -> frame.viewer().times().date(deletion.dueAt()));
    }

    /** Whether the viewer may bring in another. */
    public boolean mayAdd() {
        return frame.role() == StaffRole.ADMIN || frame.role() == StaffRole.TAM;
    }

    /** Where {@code customer} is shown. */
    public static String path(Customer customer) {
        return TenantPaths.tenant(customer.id());
    }
}
