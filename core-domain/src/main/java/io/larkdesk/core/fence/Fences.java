package io.larkdesk.core.fence;

/** The deployment's fence. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Fences {

    /** The fence; {@link Fence#NEW} if nothing is stored. */
    Fence get();

    /**
     * The same, held until the running transaction ends: others who lock it wait until then.
     *
     * @throws IllegalStateException outside a transaction
     */
    Fence lock();

    /** Stores {@code fence}. From then on every change in a conversation gets a revision above its {@link Fence#floor}. */
    void save(Fence fence);

    /** Which database this is: a text that no other has, a copy of it neither, and that stays the same for good; never empty. */
    String here();
}
