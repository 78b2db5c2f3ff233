package io.larkdesk.core.group;

import io.larkdesk.core.tenant.PlanName;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/**
 * A tenant's main group, in which its people talk to the provider's TAM and engineers.
 *
 * @param id identifies it
 * @param name shown as its heading, 1 to 120 characters
 * @param plan the support plan that it is bound to
 * @param boundAt when the tenant became active
 */
public record ServiceGroup(GroupId id, String name, PlanName plan, Instant boundAt) implements Group {

    /** Refuses null, and a blank or overlong name. */
    public ServiceGroup {
        Objects.requireNonNull(id, "id");
        if (name.isBlank() || name.length() > 120) {
            throw new IllegalArgumentException("name is blank or longer than 120 characters: " + name);
        }
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(boundAt, "boundAt");
    }

    @Override
    public <T> T fold(
            Function<? super ServiceGroup, ? extends T> service, Function<? super TicketGroup, ? extends T> ticket) {
        return service.apply(this);
    }
}
