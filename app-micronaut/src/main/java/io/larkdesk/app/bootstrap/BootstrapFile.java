package io.larkdesk.app.bootstrap;

import io.larkdesk.core.person.RegisterStaff;
import io.larkdesk.core.tenant.ConfigureTenant;
import java.util.List;

/**
 * What the file says.
 *
 * @param provider who gives the service
 * @param staff the provider's people with a role
 * @param customers the organisations that get it
 */
record BootstrapFile(ConfigureTenant.Command provider, List<RegisterStaff.Command> staff, List<Customer> customers) {

    BootstrapFile {
        staff = List.copyOf(staff);
        customers = List.copyOf(customers);
    }

    /**
     * A customer.
     *
     * @param tenant the organisation and its app
     * @param serviceTeam the open_ids of the staff in its service group, the TAM first
     */
    record Customer(ConfigureTenant.Command tenant, List<String> serviceTeam) {

        Customer {
            serviceTeam = List.copyOf(serviceTeam);
        }
    }
}
