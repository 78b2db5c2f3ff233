package io.larkdesk.core.budget;

/** Why a call was not needed. */
public enum Saving {
    /** Everything that a reminder would have told of was read before. */
    READ_IN_TIME,
    /** One reminder told of several mentions: one call was saved for each but the first. */
    COALESCED
}
