package io.larkdesk.app.console.emergencies;

import io.larkdesk.app.chat.EmergencyCommands;
import io.larkdesk.app.chat.Views;
import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.limits.Urgent;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.page.Texts;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.escalation.CommandResult;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.ShowBoard;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the Emergencies of all tenants, and lets staff acknowledge, confirm, hand over and end them. */
@Urgent
@Controller(Addresses.CONSOLE + "/emergencies")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EmergenciesController {

    private final ShowBoard showBoard;
    private final EmergencyCommands commands;
    private final ConsoleFrames consoleFrames;
    private final Pages pages;
    private final Notices notices;

    EmergenciesController(
            ShowBoard showBoard,
            EmergencyCommands commands,
            ConsoleFrames consoleFrames,
            Pages pages,
            Notices notices) {
        this.showBoard = showBoard;
        this.commands = commands;
        this.consoleFrames = consoleFrames;
        this.pages = pages;
        this.notices = notices;
    }

    /** The board; for its script only what changes on it. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Staff staff, @QueryValue @Nullable String before) {
        return board(
                request,
                staff,
                HttpStatus.OK,
                Optional.ofNullable(before).flatMap(EmergencyId::parse),
                Optional.empty());
    }

    private HttpResponse<?> board(
            HttpRequest<?> request, Staff staff, HttpStatus status, Optional<EmergencyId> before, Optional<Told> told) {
        String here =
                Section.EMERGENCIES.path() + before.map(id -> "?before=" + id).orElse("");
        ConsoleFrame frame = consoleFrames.around(staff, Section.EMERGENCIES, here);
        String template = Browser.isScript(request) ? "console/emergenciesPieces.jte" : "console/emergencies.jte";
        return showBoard
                .execute(staff.id(), before)
                .map(shown -> EmergenciesPage.of(frame, shown, staff.id(), told))
                .<HttpResponse<?>>map(page -> Views.html(status, pages.page(template, page)))
                .orElseGet(() -> notices.answer(request, Notice.NO_ROLE));
    }

    /** Only asks, so that whatever opens a link acknowledges nothing. */
    @Get("/{emergency}/acknowledge")
    HttpResponse<?> ask(HttpRequest<?> request, Staff staff, String emergency) {
        return EmergencyId.parse(emergency)
                .flatMap(id -> item(staff, id))
                .<HttpResponse<?>>map(item -> ask(HttpStatus.OK, item, Optional.empty()))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    private Optional<EmergencyItem> item(Staff staff, EmergencyId id) {
        ConsoleFrame frame = consoleFrames.around(
                staff, Section.EMERGENCIES, Section.EMERGENCIES.path() + "/" + id + "/acknowledge");
        return showBoard.find(staff.id(), id).map(described -> EmergencyItem.of(frame, described, staff.id()));
    }

    private HttpResponse<?> ask(HttpStatus status, EmergencyItem item, Optional<String> told) {
        return Views.html(
                status, pages.page("console/emergencyAsk.jte", new AcknowledgePage(item.frame(), item, told)));
    }

    /** Does what {@code command} says, if the Emergency still has the {@code version} that the person saw. */
    @Post("/{emergency}/{command}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> command(
            HttpRequest<?> request, Staff staff, String emergency, String command, @Body Map<String, Object> fields) {
        Form form = new Form(fields);
        Optional<EmergencyId> id = EmergencyId.parse(emergency);
        if (id.isEmpty()) {
            return notices.answer(request, Notice.NO_PAGE);
        }
        Optional<Long> version = form.number("version");
        if (version.isEmpty()
                || (command.equals("hand-over") && form.id("person").isEmpty())) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        if (command.equals("end") && EmergencyCommands.wordIn(form).isEmpty()) {
            Told told = new Told(
                    id.get(),
                    texts(staff).say("ticket.problem.closing"),
                    true,
                    form.text("closing").orElse(""));
            return board(request, staff, HttpStatus.UNPROCESSABLE_ENTITY, Optional.empty(), Optional.of(told));
        }
        return commands.execute(command, new EmergencyCommands.Order(id.get(), staff.id(), version.get()), form)
                .<HttpResponse<?>>map(result -> answer(request, staff, id.get(), form, result))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    private HttpResponse<?> answer(
            HttpRequest<?> request, Staff staff, EmergencyId id, Form form, CommandResult result) {
        boolean asked = form.text("from").filter("ask"::equals).isPresent();
        Optional<EmergencyItem> item = item(staff, id);
        if (item.isEmpty() || result instanceof CommandResult.NothingThere) {
            return notices.answer(request, Notice.NO_PAGE);
        }
        if (result instanceof CommandResult.Done) {
            return HttpResponse.seeOther(URI.create(asked ? item.get().ticketAddress() : Section.EMERGENCIES.path()));
        }
        String why = result instanceof CommandResult.Stale
                ? item.get().before().orElseGet(() -> texts(staff).say("emergencies.stale"))
                : texts(staff).say("emergencies.notNow");
        return asked
                ? ask(HttpStatus.CONFLICT, item.get(), Optional.of(why))
                : board(request, staff, HttpStatus.CONFLICT, Optional.empty(), Optional.of(Told.because(id, why)));
    }

    private static Texts texts(Staff staff) {
        return staff.viewer().texts();
    }
}
