package io.larkdesk.app.bootstrap;

import io.larkdesk.core.clock.BusinessCalendar;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.person.RegisterStaff;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.ConfigureTenant;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.ticket.Product;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the file says.
 *
 * @param provider who gives the service
 * @param products for which products the provider gives support; empty if the file does not say
 * @param calendars by which working time is counted
 * @param plans what support plans promise of their own, by name
 * @param staff the provider's people with a role
 * @param roster when which of them are on duty
 * @param customers the organisations that get it
 */
record BootstrapFile(
        ConfigureTenant.Command provider,
        Optional<List<Product>> products,
        List<BusinessCalendar> calendars,
        Map<PlanName, SupportPlan> plans,
        List<RegisterStaff.Command> staff,
        List<Duty> roster,
        List<Customer> customers) {

    BootstrapFile {
        products = products.map(List::copyOf);
        calendars = List.copyOf(calendars);
        plans = Map.copyOf(plans);
        staff = List.copyOf(staff);
        roster = List.copyOf(roster);
        customers = List.copyOf(customers);
    }

    /**
     * That somebody is on duty for some time.
     *
     * @param openId who of the staff
     * @param role as what
     * @param from the beginning
     * @param until the end, not included
     */
    record Duty(String openId, StaffRole role, Instant from, Instant until) {}

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
