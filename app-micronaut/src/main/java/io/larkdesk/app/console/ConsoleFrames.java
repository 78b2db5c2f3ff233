package io.larkdesk.app.console;

import io.larkdesk.app.fence.FenceWatch;
import io.larkdesk.app.page.PersonView;
import io.larkdesk.app.web.Staff;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.escalation.CountEmergencies;
import io.larkdesk.core.group.Side;
import jakarta.inject.Singleton;

/** Puts the frame around a page of the console. */
@Singleton
public final class ConsoleFrames {

    private final CountEmergencies countEmergencies;
    private final FenceWatch fence;

    ConsoleFrames(CountEmergencies countEmergencies, FenceWatch fence) {
        this.countEmergencies = countEmergencies;
        this.fence = fence;
    }

    /** The frame of the page at {@code here} in {@code section}, for {@code staff}. */
    public ConsoleFrame around(Staff staff, Section section, String here) {
        Visitor visitor = staff.visitor();
        return new ConsoleFrame(
                visitor.viewer(),
                visitor.tenant().appId().value(),
                visitor.csrf(),
                visitor.tenant().organisation(),
                PersonView.of(visitor.person(), Side.SERVICE_TEAM),
                staff.role(),
                section,
                here,
                countEmergencies.execute(),
                fence.isRaised());
    }
}
