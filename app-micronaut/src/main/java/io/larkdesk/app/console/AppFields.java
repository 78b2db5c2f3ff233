package io.larkdesk.app.console;

import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The fields in which a Lark app is entered; never its secret.
 *
 * @param values what stands in them, by name
 * @param wrong the one that is wrong, if one is
 * @param editions the editions of Lark, the likeliest first
 */
public record AppFields(Map<String, String> values, Optional<String> wrong, List<Edition> editions) {

    /** Copies the collections. */
    public AppFields {
        values = Map.copyOf(values);
        Objects.requireNonNull(wrong, "wrong");
        editions = List.copyOf(editions);
    }

    /** What stands in the field {@code name}. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether the field {@code name} is wrong. */
    public boolean isWrong(String name) {
        return wrong.filter(name::equals).isPresent();
    }

    /** The platforms on which an app can be. */
    public List<Brand> brands() {
        return List.of(Brand.values());
    }
}
