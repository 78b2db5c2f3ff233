package io.larkdesk.app.console;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.person.GiveRole;
import io.larkdesk.core.person.ListStaff;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows who of the provider's people does what, and lets administrators say so. */
@Controller(Addresses.CONSOLE + "/staff")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class StaffController {

    private static final Logger LOG = LoggerFactory.getLogger(StaffController.class);

    /** More people without a role are not shown: they are found once some of these have one. */
    private static final int OTHERS = 200;

    private final ListStaff listStaff;
    private final GiveRole giveRole;
    private final ConsoleFrames consoleFrames;
    private final Pages pages;
    private final Notices notices;

    StaffController(ListStaff listStaff, GiveRole giveRole, ConsoleFrames consoleFrames, Pages pages, Notices notices) {
        this.listStaff = listStaff;
        this.giveRole = giveRole;
        this.consoleFrames = consoleFrames;
        this.pages = pages;
        this.notices = notices;
    }

    /** The page. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Staff staff) {
        return show(request, staff, HttpStatus.OK, Optional.empty());
    }

    private HttpResponse<?> show(
            HttpRequest<?> request, Staff staff, HttpStatus status, Optional<StaffPage.Problem> problem) {
        return listStaff
                .execute(staff.id(), OTHERS)
                .map(shown -> new StaffPage(
                        consoleFrames.around(staff, Section.STAFF, Section.STAFF.path()),
                        shown.staff(),
                        shown.others(),
                        shown.mayGiveRoles(),
                        problem))
                .<HttpResponse<?>>map(page -> Views.html(status, pages.page("console/staff.jte", page)))
                .orElseGet(() -> notices.answer(request, Notice.NO_ROLE));
    }

    /** Gives {@code person} the role in the form, or takes it away if that is empty. */
    @Post("/{person}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> give(HttpRequest<?> request, Staff staff, String person, @Body Map<String, Object> fields) {
        Form form = new Form(fields);
        Optional<PersonId> whose =
                Form.findId(person).map(id -> new PersonId(staff.id().tenant(), id));
        if (whose.isEmpty()) {
            return notices.answer(request, Notice.NO_PAGE);
        }
        if (!isRole(form, "role") || !isRole(form, "seen")) {
            return problem(request, staff, whose.get(), HttpStatus.UNPROCESSABLE_ENTITY, "unknown");
        }
        Optional<StaffRole> role = form.constant("role", StaffRole.class);
        GiveRole.Result result = giveRole.execute(
                new GiveRole.Command(staff.id(), whose.get(), form.constant("seen", StaffRole.class), role));
        return switch (result) {
            case GIVEN -> {
                LOG.info(
                        "person={} has the role {} now",
                        whose.get(),
                        role.map(Enum::name).orElse("none"));
                yield HttpResponse.seeOther(URI.create(Section.STAFF.path()));
            }
            case NOT_ALLOWED -> notices.answer(request, Notice.NOT_ALLOWED);
            case NO_SUCH_PERSON -> notices.answer(request, Notice.NO_PAGE);
            case STALE -> problem(request, staff, whose.get(), HttpStatus.CONFLICT, "stale");
            case LAST_ADMINISTRATOR -> problem(request, staff, whose.get(), HttpStatus.CONFLICT, "last");
        };
    }

    private HttpResponse<?> problem(
            HttpRequest<?> request, Staff staff, PersonId person, HttpStatus status, String key) {
        return show(request, staff, status, Optional.of(new StaffPage.Problem(person.value(), key)));
    }

    /** Whether the field names a role, or is empty for none. */
    private static boolean isRole(Form form, String field) {
        return form.text(field).filter(String::isEmpty).isPresent()
                || form.constant(field, StaffRole.class).isPresent();
    }
}
