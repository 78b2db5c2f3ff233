package io.larkdesk.app.console.queue;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.budgets.BudgetView;
import io.larkdesk.app.console.roster.DutyBoard;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.queue.ListQueue;
import io.larkdesk.core.queue.QueueQuery.Whose;
import io.larkdesk.core.queue.SavedView;
import io.larkdesk.core.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The queue.
 *
 * @param frame what stands around it
 * @param filter which tickets it shows
 * @param emergencies those with an Emergency
 * @param parts the others, by whose turn it is
 * @param waiting how many wait for the service team, in whose hands; those that the viewer may ask for
 * @param customers whose tickets can be asked for, by name; none if they are too many, or only what changes is drawn
 * @param dutyEnds at what time the viewer's duty ends, if that is soon
 * @param staff to whom tickets can be given
 * @param beside what stands beside the tickets; empty if only what changes is drawn
 * @param kept the views that the viewer keeps, by name
 * @param told what came of what the viewer did last
 */
public record QueuePage(
        ConsoleFrame frame,
        QueueFilter filter,
        List<QueueRow> emergencies,
        List<Part> parts,
        Map<Whose, Integer> waiting,
        List<Tenant> customers,
        Optional<String> dutyEnds,
        List<Person> staff,
        Optional<Beside> beside,
        List<SavedView> kept,
        Told told) {

    /** Copies the lists and the map. */
    public QueuePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(filter, "filter");
        emergencies = List.copyOf(emergencies);
        parts = List.copyOf(parts);
        waiting = Map.copyOf(waiting);
        customers = List.copyOf(customers);
        Objects.requireNonNull(dutyEnds, "dutyEnds");
        staff = List.copyOf(staff);
        Objects.requireNonNull(beside, "beside");
        kept = List.copyOf(kept);
        Objects.requireNonNull(told, "told");
    }

    /**
     * What stands beside the tickets.
     *
     * @param board who is on duty; empty if the viewer is not of the staff any more
     * @param budgets those that are at risk, the worst first
     */
    public record Beside(Optional<DutyBoard> board, List<BudgetView> budgets) {

        /** Copies the list. */
        public Beside {
            Objects.requireNonNull(board, "board");
            budgets = List.copyOf(budgets);
        }
    }

    /**
     * The tickets for which it is somebody's turn.
     *
     * @param turn whose
     * @param rows the longest waiting first
     * @param next where the next ones are
     */
    public record Part(Side turn, List<QueueRow> rows, Optional<String> next) {

        /** Copies the list. */
        public Part {
            Objects.requireNonNull(turn, "turn");
            rows = List.copyOf(rows);
            Objects.requireNonNull(next, "next");
        }
    }

    /** In whose hands the viewer may ask for tickets. */
    public List<Whose> views() {
        return List.of(Whose.values()).stream().filter(waiting::containsKey).toList();
    }

    /** Where a view that the viewer keeps is. */
    public String path(SavedView view) {
        return frame.section().path() + view.query();
    }

    /** Whether the page shows {@code view}. */
    public boolean isShown(SavedView view) {
        return view.query().equals(filter.standing());
    }

    /** How many wait there. */
    public String count(Whose whose) {
        int count = waiting.getOrDefault(whose, 0);
        return count < ListQueue.MOST_COUNTED ? Integer.toString(count) : (ListQueue.MOST_COUNTED - 1) + "+";
    }

    /** Whether the viewer should hand tickets over before the duty ends. */
    public boolean isToHandOver() {
        return dutyEnds.isPresent() && waiting.getOrDefault(Whose.MINE, 0) > 0;
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return emergencies.isEmpty()
                && parts.stream()
                        .allMatch(part -> part.rows().isEmpty() && part.next().isEmpty());
    }

    /** Where {@code deed} is done to those that are picked. */
    public String path(String deed) {
        return frame.section().path() + "/" + deed + filter.asked();
    }

    /** Whether {@code person} is the viewer. */
    public boolean isMe(PersonId person) {
        return frame.me().id().equals(person.value());
    }
}
