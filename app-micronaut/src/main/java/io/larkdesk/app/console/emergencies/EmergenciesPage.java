package io.larkdesk.app.console.emergencies;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Section;
import io.larkdesk.core.escalation.ListTakers.Taker;
import io.larkdesk.core.escalation.ShowBoard;
import io.larkdesk.core.person.PersonId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The board of Emergencies.
 *
 * @param frame what stands around it
 * @param count how many are not over
 * @param mark what the stream tells when the page needs no other state
 * @param active those that are not over, the oldest first
 * @param ended some of those that are over, the last to end first
 * @param older where those are that ended before them, if there are any
 * @param takers to whom an Emergency can be handed over
 * @param told why something was not done, if it was tried
 */
public record EmergenciesPage(
        ConsoleFrame frame,
        int count,
        String mark,
        List<EmergencyItem> active,
        List<EmergencyItem> ended,
        Optional<String> older,
        List<Taker> takers,
        Optional<Told> told) {

    /** Copies the lists. */
    public EmergenciesPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(mark, "mark");
        active = List.copyOf(active);
        ended = List.copyOf(ended);
        Objects.requireNonNull(older, "older");
        takers = List.copyOf(takers);
        Objects.requireNonNull(told, "told");
    }

    static EmergenciesPage of(ConsoleFrame frame, ShowBoard.Shown shown, PersonId me, Optional<Told> told) {
        return new EmergenciesPage(
                frame,
                shown.survey().active(),
                shown.survey().mark(),
                shown.active().stream()
                        .map(one -> EmergencyItem.of(frame, one, me))
                        .toList(),
                shown.ended().stream()
                        .map(one -> EmergencyItem.of(frame, one, me))
                        .toList(),
                shown.older().map(id -> Section.EMERGENCIES.path() + "?before=" + id),
                shown.takers(),
                told);
    }

    /** What is told about {@code item}. */
    public Optional<Told> toldOf(EmergencyItem item) {
        return told.filter(why -> why.isAbout(item));
    }

    /** What is told of one that is not among those that can be acted on. */
    public Optional<Told> toldOfNone() {
        return told.filter(why -> active.stream().noneMatch(why::isAbout));
    }
}
