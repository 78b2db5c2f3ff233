package io.larkdesk.app.console.emergencies;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.page.EscalationPanel;
import io.larkdesk.app.page.Texts;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.escalation.DescribeEmergency.Described;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.Emergency.Paging;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An Emergency on the board.
 *
 * @param frame what stands around it
 * @param described what there is to tell
 * @param panel what the ticket's page tells of it, and what the viewer can do
 * @param names of everybody in it
 */
public record EmergencyItem(
        ConsoleFrame frame, Described described, EscalationPanel panel, Map<PersonId, String> names) {

    /** Copies the map. */
    public EmergencyItem {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(described, "described");
        Objects.requireNonNull(panel, "panel");
        names = Map.copyOf(names);
    }

    /** {@code described} for {@code me}. */
    static EmergencyItem of(ConsoleFrame frame, Described described, PersonId me) {
        Map<PersonId, String> names = described.shown().people().stream()
                .collect(Collectors.toMap(Person::id, person -> person.name().value()));
        EscalationPanel panel = new EscalationPanel(
                frame.viewer(), me, false, true, Optional.empty(), Optional.of(described.shown()), names);
        return new EmergencyItem(frame, described, panel, names);
    }

    private Viewer viewer() {
        return frame.viewer();
    }

    private Texts texts() {
        return viewer().texts();
    }

    private Emergency emergency() {
        return described.shown().emergency();
    }

    /** What its elements are called by. */
    public String key() {
        return emergency().id().value().toString();
    }

    /** Where something is done about it. */
    public String path() {
        return Section.EMERGENCIES.path() + "/" + emergency().id();
    }

    /** What a command has to carry. */
    public String version() {
        return Long.toString(emergency().version());
    }

    /** Whether it is not over. */
    public boolean isActive() {
        return emergency().isActive();
    }

    /** Whose it is, and what is wrong. */
    public String headline() {
        return texts().say(
                        "emergencies.headline",
                        Map.of(
                                "organisation",
                                described.organisation(),
                                "reason",
                                texts().say("emergency.reason."
                                        + emergency().start().reason())));
    }

    /** The ticket's number and title. */
    public String ticket() {
        return described.ticket().number() + " " + described.ticket().title().text();
    }

    /** The ticket's page, if it is there for the viewer. */
    public Optional<String> ticketPath() {
        return described.mayOpen() ? Optional.of(ticketAddress()) : Optional.empty();
    }

    /** The ticket's page, which is there for whoever acknowledges. */
    String ticketAddress() {
        return frame.appPath("/tickets/" + described.ticket().number().value());
    }

    /** When it began, and by whom. */
    public String started() {
        return texts().say(
                        "emergencies.started",
                        Map.of(
                                "time",
                                viewer().times().moment(emergency().start().at()),
                                "name",
                                names.getOrDefault(emergency().start().by(), "?")));
    }

    /** How long it took until somebody acknowledged, where how it stands does not tell that already. */
    public Optional<String> answered() {
        Optional<Duration> told = emergency()
                .acknowledgement()
                .filter(Emergency.Acknowledged::firm)
                .map(held -> Duration.between(emergency().start().at(), held.at()));
        return described
                .answer()
                .filter(answer -> !told.equals(Optional.of(answer.after())))
                .map(answer -> texts().say(
                                "emergencies.answered",
                                Map.of("name", answer.name().orElse("?"), "took", took(answer.after()))));
    }

    /** How long it lasted. */
    public String lasted() {
        Duration lasted = emergency()
                .ending()
                .map(ended -> Duration.between(emergency().start().at(), ended.at()))
                .orElse(Duration.ZERO);
        return texts().say("emergencies.lasted", "took", took(lasted));
    }

    private String took(Duration time) {
        return viewer().times().took(time);
    }

    /** How it stands: which level is paged now and which is next, or who works on it, or how it ended. */
    public String standing() {
        return emergency().state() instanceof Paging paging
                ? paging(paging)
                : panel.standing(described.ticket().number().toString());
    }

    private String paging(Paging paging) {
        int paged = emergency().steps() - paging.from();
        int levels = emergency().policy().steps().size();
        String next = viewer().times().moment(paging.next().dueAt());
        if (paged == 0) {
            return texts().say("emergencies.level.first", Map.of("role", role(1), "levels", levels));
        }
        int level = (paged - 1) % levels + 1;
        boolean last = emergency()
                .policy()
                .rounds()
                .filter(rounds -> paged >= rounds * levels)
                .isPresent();
        return texts().say(
                        last ? "emergencies.level.last" : "emergencies.level.paged",
                        Map.of(
                                "level",
                                level,
                                "levels",
                                levels,
                                "role",
                                role(level),
                                "next",
                                emergency().nextLevel(),
                                "nextRole",
                                role(emergency().nextLevel()),
                                "time",
                                next));
    }

    private String role(int level) {
        return PageLines.role(texts(), emergency(), level);
    }

    /** Until when it has to be confirmed. */
    public Optional<String> confirm() {
        return emergency().acknowledgement().map(held -> texts().say(
                        "emergencies.confirm",
                        "time",
                        viewer().times().moment(held.confirm().dueAt())));
    }

    /** Who was paged, and how each page ended. */
    public List<PageLine> pages() {
        return new PageLines(described.shown(), names, viewer()).list();
    }

    /** That somebody else was before the viewer: who, and for how long by now. */
    Optional<String> before() {
        return emergency().acknowledgement().map(held -> texts().say(
                        "emergencies.before",
                        Map.of(
                                "name",
                                names.getOrDefault(held.by(), "?"),
                                "took",
                                took(Duration.between(
                                        held.at(), described.shown().asOf())))));
    }
}
