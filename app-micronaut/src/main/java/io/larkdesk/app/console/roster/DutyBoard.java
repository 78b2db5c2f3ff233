package io.larkdesk.app.console.roster;

import java.util.List;

/**
 * Who is on duty.
 *
 * @param turns now and next, by role
 * @param gaps when nobody is for the next two weeks, and what follows
 */
public record DutyBoard(List<Turn> turns, List<String> gaps) {

    /** Copies the lists. */
    public DutyBoard {
        turns = List.copyOf(turns);
        gaps = List.copyOf(gaps);
    }
}
