package io.larkdesk.app.page;

import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.Explanation;
import java.util.Objects;

/**
 * Why a person was reminded of a mention, or was not.
 *
 * @param in what stands around it
 * @param back the address of the message in its group
 * @param settings the address at which the person chooses when to be reminded
 * @param explanation why
 */
public record WhyPage(GroupDialog in, String back, String settings, Explanation explanation) {

    /** Refuses null. */
    public WhyPage {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(back, "back");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(explanation, "explanation");
    }

    /** The explanation in plain words. */
    public String words() {
        Viewer viewer = in.viewer();
        if (explanation instanceof Explanation.Waiting waiting) {
            return viewer.texts()
                    .say(
                            "why.waiting." + waiting.reason(),
                            "time",
                            viewer.times().point(waiting.until()));
        }
        Decision decision = ((Explanation.Decided) explanation).decision();
        String key = decision instanceof Decision.NotReminded dropped
                ? "why.not." + dropped.reason()
                : ((Decision.Reminded) decision).confirmed() ? "why.reminded" : "why.unconfirmed";
        return viewer.texts().say(key, "time", viewer.times().point(decision.at()));
    }
}
