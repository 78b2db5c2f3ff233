package io.larkdesk.app.console.emergencies;

import io.larkdesk.app.page.Participant;
import io.larkdesk.app.page.Texts;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.ShowEmergency;
import io.larkdesk.core.person.PersonId;
import java.util.List;
import java.util.Map;

/** Tells who was paged about an Emergency, and how each page ended. */
final class PageLines {

    private final ShowEmergency.Shown shown;
    private final Map<PersonId, String> names;
    private final Viewer viewer;
    private final Texts texts;

    PageLines(ShowEmergency.Shown shown, Map<PersonId, String> names, Viewer viewer) {
        this.shown = shown;
        this.names = names;
        this.viewer = viewer;
        this.texts = viewer.texts();
    }

    /** Those to staff, in the order in which they were caused. */
    List<PageLine> list() {
        return shown.pages().stream()
                .filter(page -> page.about().kind().isLive())
                .map(page -> new PageLine(
                        label(page), names.getOrDefault(page.person(), "?"), outcome(page), isFailed(page)))
                .toList();
    }

    private String label(Page page) {
        int level = page.about().level();
        if (page.about().kind() == Page.Kind.HANDED_OVER || level < 1) {
            return texts.say("emergencies.page.handedOver");
        }
        return texts.say(
                "emergencies.page.level", Map.of("level", level, "role", role(texts, shown.emergency(), level)));
    }

    /** What those of {@code level} do, which counts from 1. */
    static String role(Texts texts, Emergency emergency, int level) {
        return texts.say(
                Participant.roleKey(emergency.policy().steps().get(level - 1).level()));
    }

    private static boolean isFailed(Page page) {
        return page.state() instanceof Page.Over over && over.end() != Page.End.NOT_NEEDED;
    }

    private String outcome(Page page) {
        if (page.state() instanceof Page.Over over) {
            return texts.say("emergencies.page.over." + over.end());
        }
        if (page.state() instanceof Page.Sent sent) {
            String key = hasAcknowledged(page) ? "emergencies.page.acknowledged" : "emergencies.page.sent";
            return texts.say(key, "time", viewer.times().moment(sent.at()));
        }
        return texts.say("emergencies.page.underWay");
    }

    private boolean hasAcknowledged(Page page) {
        return shown.emergency()
                .acknowledgement()
                .filter(held ->
                        held.firm() ? held.isBy(page.person()) : held.joined().contains(page.person()))
                .isPresent();
    }
}
