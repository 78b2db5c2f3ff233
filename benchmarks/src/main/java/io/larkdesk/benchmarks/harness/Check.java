package io.larkdesk.benchmarks.harness;

/**
 * What shows that a run did its work.
 *
 * @param what is counted
 * @param expected how many there must be
 * @param found how many there are
 */
public record Check(String what, long expected, long found) {

    /** Whether it is as it must be. */
    public boolean holds() {
        return expected == found;
    }

    @Override
    public String toString() {
        return what + ": " + found + " instead of " + expected;
    }
}
