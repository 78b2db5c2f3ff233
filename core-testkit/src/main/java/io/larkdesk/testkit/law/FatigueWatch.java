package io.larkdesk.testkit.law;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Sees that no two reminders come to one person within a window. */
final class FatigueWatch extends Watch {

    private final Map<Who, Arrival> last = new EnumMap<>(Who.class);

    FatigueWatch(World world) {
        super(world);
    }

    @Override
    void arrived(Arrival arrival) {
        Optional.ofNullable(last.put(arrival.to(), arrival))
                .filter(before -> !before.reminder().equals(arrival.reminder()))
                .ifPresent(before -> compare(before, arrival));
    }

    /** A clock that is set forward while a reminder is on its way makes it come nearer to the next, but by no more than that. */
    private void compare(Arrival before, Arrival after) {
        Duration window = world().setting().reminders().window();
        Duration apart = before.until(after).plus(before.setForwardOnTheWay()).plus(after.setForwardOnTheWay());
        LawBroken.unless(
                apart.compareTo(window) >= 0,
                "reminder " + Attempt.shortly(after.reminder()) + " came to " + after.to() + " only " + apart
                        + " after reminder " + Attempt.shortly(before.reminder()));
    }
}
