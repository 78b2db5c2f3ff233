package io.larkdesk.testkit.law;

import java.util.List;

/** Sees that no reminder sets out while its recipient wants none; one that is on its way already may be tried again. */
final class QuietTimeWatch extends Watch {

    QuietTimeWatch(World world) {
        super(world);
    }

    @Override
    void claimed(List<Attempt> attempts, List<Mention> decided) {
        attempts.stream()
                .filter(attempt -> attempt.claim().permit().attempt() == 1)
                .forEach(attempt -> LawBroken.unless(
                        !world().model().isQuiet(attempt.to(), world().now()),
                        "a reminder to " + attempt.to() + " set out in the quiet time"));
    }
}
