package io.larkdesk.benchmarks.harness;

/**
 * Whoever takes part.
 *
 * @param name who it is, with its version if that is not ours
 * @param preparation makes it ready
 */
public record Contender(String name, Preparation preparation) {

    /** Makes a contender ready to work. */
    @FunctionalInterface
    public interface Preparation {
        /**
         * Starts and fills whatever it works with.
         *
         * @throws Exception if it cannot take part
         */
        Worker prepare() throws Exception;
    }
}
