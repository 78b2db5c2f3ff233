package io.larkdesk.testkit.law;

/** What becomes of a request that a node sends to Lark. */
enum Fate {
    ARRIVES("it arrives and is acknowledged"),
    ARRIVES_UNSEEN("it arrives, but the answer is lost"),
    ARRIVES_LATE("it arrives just before the attempt's deadline, and the answer is lost"),
    IS_LOST("it never arrives, and nobody knows"),
    IS_DEFERRED("Lark asks for 30 seconds of patience"),
    IS_REFUSED("Lark refuses it, since the person is out of reach"),
    EXCEEDS_QUOTA("Lark refuses it, since the month's calls are used up");

    private final String said;

    Fate(String said) {
        this.said = said;
    }

    @Override
    public String toString() {
        return said;
    }
}
