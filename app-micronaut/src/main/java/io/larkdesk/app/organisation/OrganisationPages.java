package io.larkdesk.app.organisation;

import io.larkdesk.app.chat.Frames;
import io.larkdesk.app.chat.Rails;
import io.larkdesk.app.page.AdministratorsView;
import io.larkdesk.app.page.Frame;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.reports.YearView;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.organisation.ShowAdministrators;
import io.larkdesk.core.report.ShowReport;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Optional;

/** Shows administrators their own organisation. */
@Singleton
final class OrganisationPages {

    private final ShowAdministrators showAdministrators;
    private final ShowReport showReport;
    private final Frames frames;
    private final Rails rails;
    private final Pages pages;

    OrganisationPages(
            ShowAdministrators showAdministrators, ShowReport showReport, Frames frames, Rails rails, Pages pages) {
        this.showAdministrators = showAdministrators;
        this.showReport = showReport;
        this.frames = frames;
        this.rails = rails;
        this.pages = pages;
    }

    /** The administrators; empty for those who are none. */
    Optional<String> show(Visitor visitor, Optional<String> done, Optional<String> problem) {
        return find(visitor)
                .map(shown -> new OrganisationPage(
                        frame(visitor, shown, ""),
                        new AdministratorsView(
                                visitor.viewer(), visitor.csrf(), path(visitor) + "/administrators", shown),
                        done,
                        problem))
                .map(page -> pages.page("organisation.jte", page));
    }

    /** The year up to {@code last}; empty for those who are none. */
    Optional<String> report(Visitor visitor, YearMonth last) {
        return find(visitor)
                .flatMap(shown -> year(visitor, last)
                        .map(year -> new YearPage(frame(visitor, shown, "/reports?until=" + last), year)))
                .map(page -> pages.page("organisationReport.jte", page));
    }

    /** The same, to be drawn or written. */
    Optional<YearView> year(Visitor visitor, YearMonth last) {
        return showReport
                .execute(visitor.tenant().id(), last, visitor.person().id())
                .map(report -> YearView.of(visitor.viewer(), report, path(visitor) + "/reports"));
    }

    private Optional<ShowAdministrators.Shown> find(Visitor visitor) {
        return showAdministrators.execute(
                visitor.tenant().id(), visitor.person().id());
    }

    private Frame frame(Visitor visitor, ShowAdministrators.Shown shown, String tail) {
        return frames.around(
                visitor,
                shown.provider(),
                Optional.empty(),
                rails.of(visitor.person().id()).atOrganisation(),
                "/organisation" + tail);
    }

    private static String path(Visitor visitor) {
        return Addresses.organisation(visitor.tenant().appId());
    }
}
