package io.larkdesk.app.console;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The time zones that one can choose: those that are named after places, and UTC. */
public final class Zones {

    private static final Set<String> REGIONS =
            Set.of("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");

    /** Their names. */
    public static final List<String> NAMES = Stream.concat(
                    Stream.of("UTC"),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(name -> REGIONS.contains(name.replaceAll("/.*", "")))
                            .sorted())
            .toList();

    private Zones() {}

    /** The zone of that name, if it is one of them. */
    public static Optional<ZoneId> find(String name) {
        return NAMES.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }
}
