package io.larkdesk.core.group;

import io.larkdesk.core.shared.Cut;
import io.larkdesk.core.tenant.PlanName;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/**
 * A tenant's main group, in which its people talk to the provider's TAM and engineers.
 *
 * @param id identifies it
 * @param name shown as its heading, 1 to {@value #LONGEST_NAME} characters
 * @param plan the support plan that it is bound to
 * @param boundAt when the tenant became active
 */
public record ServiceGroup(GroupId id, String name, PlanName plan, Instant boundAt) implements Group {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 120;

    private static final String BETWEEN = " × ";

    /** Refuses null, and a blank or overlong name. */
    public ServiceGroup {
        Objects.requireNonNull(id, "id");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name is blank or longer than " + LONGEST_NAME + " characters: " + name);
        }
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(boundAt, "boundAt");
    }

    /** What the group of {@code customer} and {@code provider} is called: by both names, each cut if together they are too long. */
    static String nameOf(String customer, String provider) {
        String whole = customer + BETWEEN + provider;
        int half = (LONGEST_NAME - BETWEEN.length()) / 2;
        return whole.length() <= LONGEST_NAME
                ? whole
                : Cut.marked(customer, half) + BETWEEN + Cut.marked(provider, half);
    }

    @Override
    public <T> T fold(
            Function<? super ServiceGroup, ? extends T> service, Function<? super TicketGroup, ? extends T> ticket) {
        return service.apply(this);
    }
}
