package io.larkdesk.app.console.audit;

import io.larkdesk.app.page.Texts;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChange;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.auditing.ShowAudit.Shown;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in the viewer's words what entries of the audit log have. */
final class AuditWords {

    private static final int SHORT_ID = 8;
    private static final Set<AuditAction> LEFT = Set.of(AuditAction.TENANT_DELETED, AuditAction.ONBOARDING_GIVEN_UP);

    private final Viewer viewer;
    private final Texts texts;
    private final Map<PersonId, Person> people;
    private final Map<AuditBook, String> customers;

    AuditWords(Viewer viewer, Shown shown) {
        this.viewer = viewer;
        this.texts = viewer.texts();
        this.people = Stream.concat(shown.people().stream(), shown.staff().stream())
                .distinct()
                .collect(Collectors.toMap(Person::id, Function.identity(), (one, same) -> one));
        this.customers = shown.customers().stream()
                .collect(Collectors.toMap(
                        customer -> AuditBook.of(customer.id()),
                        customer -> customer.organisation(),
                        (one, same) -> one));
    }

    AuditRow row(AuditEntry entry) {
        return new AuditRow(
                viewer.times().full(entry.at()),
                entry.at().toString(),
                who(entry.event().actor()),
                texts.say("audit.action." + entry.event().action()),
                what(entry.event()),
                owner(entry.event().book()),
                entry.event().changes().list().stream().map(this::changed).toList(),
                entry.origin().map(origin -> origin.address()),
                entry.origin().map(origin -> origin.request()),
                entry.place(),
                entry.hash().hex());
    }

    /** That a secret is another is all that is said of it. */
    private AuditRow.Changed changed(AuditChange change) {
        String field = texts.say("audit.field." + change.field());
        if (change.before().isPresent() && change.before().equals(change.after())) {
            return new AuditRow.Changed(field, Optional.empty(), Optional.of(texts.say("audit.changed")));
        }
        return new AuditRow.Changed(
                field,
                change.before().map(detail -> say(change.field(), detail)),
                change.after().map(detail -> say(change.field(), detail)));
    }

    String who(AuditActor actor) {
        return actor.findPerson().map(this::name).orElseGet(() -> texts.say("audit.actor." + actor.kind()));
    }

    /** Whose book it is. */
    String owner(AuditBook book) {
        return book.customer().isEmpty()
                ? texts.say("audit.provider")
                : customers.getOrDefault(book, texts.say("audit.gone"));
    }

    private String name(PersonId person) {
        return Optional.ofNullable(people.get(person))
                .map(known -> known.name().value())
                .orElseGet(() -> texts.say("audit.gone"));
    }

    private String what(AuditEvent event) {
        AuditBook book = event.book();
        AuditSubject subject = event.subject();
        String kind = texts.say("audit.subject." + subject.kind());
        return switch (subject.kind()) {
            case PERSON -> subject.findPerson().map(this::name).orElse(kind);
            case TENANT -> LEFT.contains(event.action()) ? nameIn(event) : owner(book);
            case BOOK -> owner(book);
            case TICKET -> kind + " #" + subject.name();
            case PLAN, CALENDAR, ANSWER -> kind + " " + subject.name();
            case DEPLOYMENT -> kind;
            case GROUP, EMERGENCY, TOKEN, WEBHOOK -> kind + " " + shortId(subject.name());
        };
    }

    private static String shortId(String id) {
        return id.substring(0, Math.min(SHORT_ID, id.length()));
    }

    /** Nobody else knows any more what one is called that is gone. */
    private String nameIn(AuditEvent event) {
        return event.changes().after(AuditField.NAME).map(AuditDetail::value).orElseGet(() -> texts.say("audit.gone"));
    }

    private String say(AuditField field, AuditDetail detail) {
        return switch (detail.kind()) {
            case HIDDEN -> texts.say("audit.hidden");
            case NUMBER -> texts.say("budget.number", "number", Long.parseLong(detail.value()));
            case MINUTES -> texts.say("audit.minutes", "minutes", detail.value().replace(",", " · "));
            case TIME -> viewer.times().full(Instant.parse(detail.value()));
            case PERSON -> detail.findPerson().map(this::name).orElse("");
            case NAME -> field == AuditField.TOKEN ? shortId(detail.value()) : detail.value();
            case CHOICE ->
                detail.value().isEmpty()
                        ? texts.say("audit.nothing")
                        : Arrays.stream(detail.value().split(",", -1))
                                .map(choice -> choice(field, choice))
                                .collect(Collectors.joining(", "));
        };
    }

    /** Choices that no text has a word for stand as they are in the program. */
    private String choice(AuditField field, String choice) {
        String small = choice.toLowerCase(Locale.ROOT);
        return List.of((field == AuditField.SEVERITY ? "severity." : "role.") + small, "audit.choice." + choice)
                .stream()
                .filter(texts.keys()::contains)
                .findFirst()
                .map(texts::say)
                .orElse(choice);
    }
}
