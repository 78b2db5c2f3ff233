package io.larkdesk.core.deletion;

/**
 * How much was deleted.
 *
 * @param people how many people
 * @param tickets how many tickets
 * @param messages how many messages
 * @param files how many files
 * @param rows how many rows of all kinds, these among them; how they are counted is the store's affair
 */
public record Tally(long people, long tickets, long messages, long files, long rows) {

    /** Nothing. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** Refuses more of a kind than there are of all. */
    public Tally {
        if (people < 0 || tickets < 0 || messages < 0 || files < 0) {
            throw new IllegalArgumentException("less than nothing was deleted");
        }
        if (rows < people + tickets + messages + files) {
            throw new IllegalArgumentException("rows is less than what it consists of: " + rows);
        }
    }

    /** Whether it is nothing. */
    public boolean isNone() {
        return rows == 0;
    }

    /** This and {@code more}. */
    public Tally plus(Tally more) {
        return new Tally(
                people + more.people,
                tickets + more.tickets,
                messages + more.messages,
                files + more.files,
                rows + more.rows);
    }
}
