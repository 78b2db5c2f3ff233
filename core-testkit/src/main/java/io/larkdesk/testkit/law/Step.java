package io.larkdesk.testkit.law;

/** One thing that happens in a history; a record, whose text form says it in a sentence. */
interface Step {

    /** Lets it happen; does nothing if it makes no sense just then. */
    void take(World world);

    /** The last {@code noun}, if {@code back} is 0, or one so far before it. */
    static String newest(String noun, int back) {
        return switch (back) {
            case 0 -> "the last " + noun;
            case 1 -> "the last " + noun + " but one";
            default -> "the last " + noun + " but " + back;
        };
    }
}
