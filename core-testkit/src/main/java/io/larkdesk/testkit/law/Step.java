package io.larkdesk.testkit.law;

/** One thing that happens in a history; a record, whose text form says it in a sentence. */
interface Step {

    /** Lets it happen; does nothing if it makes no sense just then. */
    void take(World world);
}
