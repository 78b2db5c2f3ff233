package io.larkdesk.app.console.audit;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.page.Texts;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.auditing.ShowAudit;
import io.larkdesk.core.auditing.ShowAudit.Shown;
import io.larkdesk.core.auditing.VerifyAudit.Verified;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the page of the audit log together. */
@Singleton
final class AuditPages {

    /** Those who can have done something and are no persons. */
    static final List<AuditActor> UNNAMED =
            List.of(AuditActor.SETUP_LINK, AuditActor.GUIDE_LINK, AuditActor.BOOTSTRAP_FILE, AuditActor.DESK);

    private static final int PAGE = 50;

    private final ShowAudit showAudit;
    private final ConsoleFrames consoleFrames;

    AuditPages(ShowAudit showAudit, ConsoleFrames consoleFrames) {
        this.showAudit = showAudit;
        this.consoleFrames = consoleFrames;
    }

    /** The page; empty if it is not for {@code staff}. */
    Optional<AuditPage> find(Staff staff, AuditFilter filter, Optional<Verified> verified) {
        return list(staff, filter, PAGE).map(shown -> page(staff, filter, shown, verified));
    }

    /** The entries; empty if they are not for {@code staff}. */
    Optional<Shown> list(Staff staff, AuditFilter filter, int limit) {
        return showAudit.execute(
                new ShowAudit.Command(staff.id(), filter.query(staff.viewer().zone()), filter.book(), limit));
    }

    private AuditPage page(Staff staff, AuditFilter filter, Shown shown, Optional<Verified> verified) {
        ConsoleFrame frame = consoleFrames.around(staff, Section.AUDIT, filter.path());
        AuditWords words = new AuditWords(staff.viewer(), shown);
        return new AuditPage(
                frame,
                filter,
                shown.entries().stream().map(words::row).toList(),
                shown.next().map(spot -> filter.after(spot).path()),
                books(shown, words, filter),
                Stream.concat(shown.staff().stream().map(person -> AuditActor.of(person.id())), UNNAMED.stream())
                        .map(actor -> new AuditPage.Option(
                                AuditFilter.name(actor),
                                words.who(actor),
                                filter.who().filter(actor::equals).isPresent()))
                        .toList(),
                verified.map(found -> told(frame.viewer().texts(), words, found)));
    }

    private static List<AuditPage.Option> books(Shown shown, AuditWords words, AuditFilter filter) {
        return Stream.concat(
                        shown.all() ? Stream.of(AuditBook.PROVIDER) : Stream.empty(),
                        shown.customers().stream().map(customer -> AuditBook.of(customer.id())))
                .map(book -> new AuditPage.Option(
                        AuditFilter.name(book),
                        words.owner(book),
                        filter.book().filter(book::equals).isPresent()))
                .toList();
    }

    private static AuditPage.Told told(Texts texts, AuditWords words, Verified found) {
        String owner = words.owner(found.book());
        String text = found.broken().isPresent()
                ? texts.say(
                        "audit.broken",
                        Map.of("whose", owner, "place", found.broken().getAsLong()))
                : texts.say(
                        "audit.verified",
                        Map.of("whose", owner, "count", found.end().place()));
        return new AuditPage.Told(text, found.end().hash().hex(), found.broken().isEmpty());
    }
}
