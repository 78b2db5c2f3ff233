package io.larkdesk.faults.agent;

/**
 * A design that is known to be wrong, to which the service can be made to keep: so that whoever judges a run is seen to find what it would let
 * happen.
 */
public enum Design {
    /** Each try to send a card has a uuid of its own, so Lark cannot know that it is the same. */
    NEW_UUID_PER_TRY,
    /** Windows and expiries are reckoned by the node's clock, which is so many milliseconds ahead now and behind then. */
    NODE_CLOCK,
    /** The next reminder is due a window after the last one was claimed, not after it arrived. */
    WINDOW_FROM_CLAIM,
    /** That a reminder arrived is stored before it is sent. */
    RESULT_BEFORE_SEND,
    /** A post is answered, and committed a little later. */
    ANSWER_BEFORE_COMMIT,
    /** A message has its number before its group is locked, so that numbers are committed in another order. */
    NUMBER_BEFORE_LOCK,
    /** Whatever is asked is taken up, and waits. */
    PLACES_WITHOUT_LIMIT,
    /** Who asks most may have all places. */
    PLACES_WITHOUT_SHARES
}
