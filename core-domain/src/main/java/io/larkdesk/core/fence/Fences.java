package io.larkdesk.core.fence;

/** The deployment's fence. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Fences {

    /** The fence; {@link Fence#NEW} if nothing is stored. */
    Fence get();

    /**
     * The same, after a look whether another server has taken over from the one that was here before, and may lack what that did last. If one
     * has, for the first time since, that is stored: when it was seen, and a floor above what the one before can have given. Numbers of tickets are left
     * out then.
     */
    Fence follow();

    /**
     * The same, held until the running transaction ends: others who lock it wait until then.
     *
     * @throws IllegalStateException outside a transaction
     */
    Fence lock();

    /**
     * Stores {@code fence}. From then on every change in a conversation gets a revision above its {@link Fence#floor}; on a server that took
     * over, above what the one before can have given, also before that is noted.
     */
    void save(Fence fence);

    /** Which database this is: a text that no other has, a copy of it neither, and that stays the same for good; never empty. */
    String here();
}
