package io.larkdesk.testkit.law;

/** What staff have tried again. */
final class AgainSteps {

    private AgainSteps() {}

    record SendAgain(int back, boolean failed) implements Step {

        @Override
        public void take(World world) {
            world.model().last(back, failed).ifPresent(mention -> {
                world.tell(mention + " is chosen");
                world.people().sendAgain(mention);
            });
        }

        @Override
        public String toString() {
            return "One of the staff presses \"send again\" beside the last" + (failed ? " failed" : "")
                    + " mention but " + back;
        }
    }
}
