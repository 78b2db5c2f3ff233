package io.larkdesk.app.console.tenants;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.core.onboarding.ListTenants.Customer;
import io.larkdesk.core.person.StaffRole;
import java.util.List;
import java.util.Objects;

/**
 * The customers whom the viewer serves.
 *
 * @param frame what stands around it
 * @param customers those that are not in service first, then by name
 */
public record TenantsPage(ConsoleFrame frame, List<Customer> customers) {

    /** Copies the list. */
    public TenantsPage {
        Objects.requireNonNull(frame, "frame");
        customers = List.copyOf(customers);
    }

    /** Whether the viewer may bring in another. */
    public boolean mayAdd() {
        return frame.role() == StaffRole.ADMIN || frame.role() == StaffRole.TAM;
    }

    /** Where {@code customer} is shown. */
    public static String path(Customer customer) {
        return Paths.tenant(customer.id());
    }
}
