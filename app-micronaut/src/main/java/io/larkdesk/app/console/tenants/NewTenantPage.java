package io.larkdesk.app.console.tenants;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.core.person.Person;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a customer is begun to be brought in.
 *
 * @param frame what stands around it
 * @param plans the support plans that are known
 * @param tams who can look after it: the viewer alone, unless an administrator
 * @param entered what was entered
 * @param wrong the field that is wrong, if one is
 */
public record NewTenantPage(
        ConsoleFrame frame,
        List<String> plans,
        List<Person> tams,
        Map<String, String> entered,
        Optional<String> wrong) {

    /** Copies the lists and the map. */
    public NewTenantPage {
        Objects.requireNonNull(frame, "frame");
        plans = List.copyOf(plans);
        tams = List.copyOf(tams);
        entered = Map.copyOf(entered);
        Objects.requireNonNull(wrong, "wrong");
    }

    /** What was entered in the field {@code name}. */
    public String entered(String name) {
        return entered.getOrDefault(name, "");
    }

    /** Whether the field {@code name} is wrong. */
    public boolean isWrong(String name) {
        return wrong.filter(name::equals).isPresent();
    }
}
