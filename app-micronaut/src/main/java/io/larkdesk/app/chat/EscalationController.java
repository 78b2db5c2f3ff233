package io.larkdesk.app.chat;

import io.larkdesk.app.limits.Urgent;
import io.larkdesk.app.page.EmergencyPage;
import io.larkdesk.app.page.EmergencyPage.Entered;
import io.larkdesk.app.page.GroupDialog;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.page.TicketPanel;
import io.larkdesk.app.page.TicketPanel.Problem;
import io.larkdesk.app.page.TicketPanel.Told;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.escalation.CommandResult;
import io.larkdesk.core.escalation.DeclareEmergency;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.ForeseePages;
import io.larkdesk.core.escalation.SayWeAreBack;
import io.larkdesk.core.escalation.SendReminder;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.TextProblem;
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
import java.util.UUID;

/** [Reminder] and [Emergency] of a ticket. */
@Controller("/lark/{appId}/tickets/{number}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class EscalationController {

    private final SendReminder sendReminder;
    private final ForeseePages foreseePages;
    private final DeclareEmergency declareEmergency;
    private final SayWeAreBack sayWeAreBack;
    private final EmergencyCommands commands;
    private final TicketPages ticketPages;
    private final TicketAnswers answers;
    private final Dialogs dialogs;
    private final Pages pages;
    private final Notices notices;

    EscalationController(
            SendReminder sendReminder,
            ForeseePages foreseePages,
            DeclareEmergency declareEmergency,
            SayWeAreBack sayWeAreBack,
            EmergencyCommands commands,
            TicketPages ticketPages,
            TicketAnswers answers,
            Dialogs dialogs,
            Pages pages,
            Notices notices) {
        this.sendReminder = sendReminder;
        this.foreseePages = foreseePages;
        this.declareEmergency = declareEmergency;
        this.sayWeAreBack = sayWeAreBack;
        this.commands = commands;
        this.ticketPages = ticketPages;
        this.answers = answers;
        this.dialogs = dialogs;
        this.pages = pages;
        this.notices = notices;
    }

    /** The visitor asks for speed; the form's {@code clientId} makes it once. */
    @Post("/reminders")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remind(HttpRequest<?> request, Visitor visitor, String number, @Body Map<String, Object> body) {
        Optional<ClientId> clientId = new Form(body).id("clientId").map(ClientId::new);
        if (clientId.isEmpty()) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        return answers.about(request, visitor, number, ticket -> {
            SendReminder.Result result = sendReminder.execute(
                    new SendReminder.Command(ticket, visitor.person().id(), clientId.get()));
            if (result instanceof SendReminder.Sent) {
                return answers.done(request, visitor, ticket, number);
            }
            // The page says why, and shows the button as it is now
            return result instanceof SendReminder.Refused
                    ? answers.told(request, visitor, ticket, HttpStatus.CONFLICT, note("notReminded"))
                    : notices.answer(request, Notice.NOTHING_HERE);
        });
    }

    /** Asks what is wrong, unless an Emergency is active already. */
    @Urgent
    @Get("/emergency")
    HttpResponse<?> ask(HttpRequest<?> request, Visitor visitor, String number) {
        return answers.about(request, visitor, number, ticket -> ticketPages
                .find(visitor, ticket, Told.NOTHING)
                .filter(TicketPanel::canDeclare)
                .<HttpResponse<?>>map(panel ->
                        form(request, visitor, panel, UUID.randomUUID().toString(), Entered.NOTHING, Optional.empty()))
                .orElseGet(() -> back(visitor, number)));
    }

    /** Starts an Emergency for one {@code reason}, with {@code impact}; or joins the one that is active. */
    @Urgent
    @Post("/emergency")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> declare(HttpRequest<?> request, Visitor visitor, String number, @Body Map<String, Object> body) {
        Form form = new Form(body);
        Optional<UUID> clientId = form.id("clientId");
        if (clientId.isEmpty()) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        return answers.about(request, visitor, number, ticket -> {
            Optional<Emergency.Reason> reason = reason(form);
            String impact = form.text("impact").orElse("");
            Optional<Problem> problem = problemWith(reason, impact);
            if (problem.isPresent()) {
                return ticketPages
                        .find(visitor, ticket, Told.NOTHING)
                        .<HttpResponse<?>>map(panel -> form(
                                request,
                                visitor,
                                panel,
                                clientId.get().toString(),
                                new Entered(reason, impact),
                                problem))
                        .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
            }
            DeclareEmergency.Result result = declareEmergency.execute(new DeclareEmergency.Command(
                    ticket,
                    visitor.person().id(),
                    reason.orElseThrow(),
                    Description.parse(impact).text(),
                    new ClientId(clientId.get())));
            if (result instanceof DeclareEmergency.Started || result instanceof DeclareEmergency.Joined) {
                return back(visitor, number);
            }
            if (result instanceof DeclareEmergency.TicketClosed) {
                return answers.told(request, visitor, ticket, HttpStatus.CONFLICT, note("notPossible"));
            }
            return result instanceof DeclareEmergency.NotACustomer
                    ? answers.told(request, visitor, ticket, HttpStatus.FORBIDDEN, note("notAllowed"))
                    : notices.answer(request, Notice.NOTHING_HERE);
        });
    }

    /** The customer says that all works again. */
    @Urgent
    @Post("/emergency/back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sayBack(HttpRequest<?> request, Visitor visitor, String number) {
        return answers.about(request, visitor, number, ticket -> sayWeAreBack
                .execute(ticket, visitor.person().id())
                .<HttpResponse<?>>map(emergency -> answers.done(request, visitor, ticket, number))
                .orElseGet(() -> answers.told(request, visitor, ticket, HttpStatus.CONFLICT, note("notPossible"))));
    }

    /** Staff acknowledge, confirm, hand over or end the {@code emergency}, if it still has the {@code version} that they saw. */
    @Urgent
    @Post("/emergency/{command}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> command(
            HttpRequest<?> request, Visitor visitor, String number, String command, @Body Map<String, Object> body) {
        Form form = new Form(body);
        Optional<Long> version = form.number("version");
        Optional<UUID> id = form.id("emergency");
        if (version.isEmpty() || id.isEmpty()) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        return answers.about(request, visitor, number, ticket -> {
            EmergencyCommands.Order order = new EmergencyCommands.Order(
                    new EmergencyId(ticket, id.get()), visitor.person().id(), version.get());
            if (command.equals("hand-over") && form.id("person").isEmpty()) {
                return notices.answer(request, Notice.BAD_REQUEST);
            }
            if (command.equals("end") && EmergencyCommands.wordIn(form).isEmpty()) {
                Told told = new Told(
                        Optional.empty(),
                        Optional.of(new Problem("closing", "closing")),
                        Map.of("closing", form.text("closing").orElse("")));
                return answers.told(request, visitor, ticket, HttpStatus.UNPROCESSABLE_ENTITY, told);
            }
            return commands.execute(command, order, form)
                    .<HttpResponse<?>>map(result -> answer(request, visitor, ticket, number, result))
                    .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
        });
    }

    private HttpResponse<?> answer(
            HttpRequest<?> request, Visitor visitor, GroupId ticket, String number, CommandResult result) {
        if (result instanceof CommandResult.Done) {
            return answers.done(request, visitor, ticket, number);
        }
        if (result instanceof CommandResult.NothingThere) {
            return answers.told(request, visitor, ticket, HttpStatus.FORBIDDEN, note("notAllowed"));
        }
        String why = result instanceof CommandResult.Stale ? "stale" : "notPossible";
        return answers.told(request, visitor, ticket, HttpStatus.CONFLICT, note(why));
    }

    private HttpResponse<?> form(
            HttpRequest<?> request,
            Visitor visitor,
            TicketPanel panel,
            String clientId,
            Entered entered,
            Optional<Problem> problem) {
        return foreseePages
                .execute(panel.ticket().id(), visitor.person().id())
                .<HttpResponse<?>>map(next -> {
                    EmergencyPage page = new EmergencyPage(
                            new GroupDialog(
                                    visitor.viewer(),
                                    visitor.csrf(),
                                    panel.path(),
                                    panel.ticket().number() + " "
                                            + panel.ticket().title()),
                            panel.path() + "/emergency",
                            clientId,
                            next,
                            entered,
                            problem);
                    HttpStatus status = problem.isPresent() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK;
                    return dialogs.show(request, status, page, pages::emergencyFragment, pages::emergency);
                })
                .orElseGet(() ->
                        answers.told(request, visitor, panel.ticket().id(), HttpStatus.FORBIDDEN, note("notAllowed")));
    }

    private static Optional<Problem> problemWith(Optional<Emergency.Reason> reason, String impact) {
        if (reason.isEmpty()) {
            return Optional.of(new Problem("reason", "reason"));
        }
        Optional<TextProblem> found = Description.problemWith(impact);
        if (found.equals(Optional.of(TextProblem.NOT_TEXT))) {
            return Optional.of(new Problem("impact", "impact." + TextProblem.NOT_TEXT));
        }
        boolean fits =
                found.isEmpty() && Emergency.isText(Description.parse(impact).text());
        return fits ? Optional.empty() : Optional.of(new Problem("impact", "impact"));
    }

    private static Optional<Emergency.Reason> reason(Form form) {
        return form.constant("reason", Emergency.Reason.class);
    }

    private static Told note(String key) {
        return new Told(Optional.of(key), Optional.empty(), Map.of());
    }

    private static HttpResponse<?> back(Visitor visitor, String number) {
        return HttpResponse.seeOther(
                URI.create(Addresses.ticket(visitor.tenant().appId(), number)));
    }
}
