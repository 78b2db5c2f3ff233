package io.larkdesk.app.console.fence;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Told;
import io.larkdesk.app.page.Texts;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.core.fence.Held.Kind;
import io.larkdesk.core.fence.Held.Thing;
import io.larkdesk.core.fence.ShowFence.Shown;
import io.larkdesk.core.person.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The fence, and what waits behind it.
 *
 * @param frame what stands around it
 * @param shown the fence
 * @param told what became of a form
 */
public record FencePage(ConsoleFrame frame, Shown shown, Told told) {

    /** Refuses null. */
    public FencePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(told, "told");
    }

    /** Where the decision goes. */
    public String path() {
        return Addresses.FENCE;
    }

    /** By which a decision about an earlier restoring is known. */
    public long raisedAtMillis() {
        return shown.fence().raisedAt().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Since when it is raised. */
    public String since() {
        return shown.fence().raisedAt().map(frame.viewer().times()::point).orElse("");
    }

    /** The kinds of which something waits. */
    public List<Kind> kinds() {
        return shown.held().things().stream().map(Thing::kind).distinct().toList();
    }

    /** What waits of {@code kind}. */
    public List<Thing> things(Kind kind) {
        return shown.held().things().stream()
                .filter(thing -> thing.kind() == kind)
                .toList();
    }

    /** One line of {@code thing}. */
    public String line(Thing thing) {
        Texts texts = frame.viewer().texts();
        String to = thing.to()
                .map(person -> Optional.ofNullable(shown.people().get(person))
                        .map(Person::name)
                        .map(name -> name.value())
                        .orElseGet(() -> texts.say("audit.gone")))
                .orElse("");
        String about = thing.kind() == Kind.NOTICE ? texts.say("fence.notice." + thing.about()) : thing.about();
        return texts.say("fence.thing." + thing.kind(), Map.of("to", to, "about", about));
    }

    /** Since when {@code thing} waits. */
    public String since(Thing thing) {
        return frame.viewer().times().point(thing.since());
    }
}
