package io.larkdesk.app.chat;

import io.larkdesk.app.config.Settings;
import io.larkdesk.app.files.FileProblem;
import io.larkdesk.app.page.NewTicketPage;
import io.larkdesk.app.page.NewTicketPage.Entered;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.attachment.AttachFiles;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.ticket.CreateTicket;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.ListProducts.Offered;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Title;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Opens a ticket, in whichever form it came, and shows the form. */
@Singleton
final class Creation {

    private final CreateTicket createTicket;
    private final Dialogs dialogs;
    private final Pages pages;
    private final Notices notices;
    private final Settings settings;

    Creation(CreateTicket createTicket, Dialogs dialogs, Pages pages, Notices notices, Settings settings) {
        this.createTicket = createTicket;
        this.dialogs = dialogs;
        this.pages = pages;
        this.notices = notices;
        this.settings = settings;
    }

    /**
     * A ticket as it came.
     *
     * @param offered from where, and for what one can be opened there
     * @param clientId the browser's id of it
     * @param form what was typed and chosen
     */
    record Wish(Offered offered, UUID clientId, Form form) {

        Entered entered() {
            return new Entered(
                    clientId.toString(),
                    form.text("title").orElse(""),
                    form.text("product").orElse(""),
                    form.text("severity").orElse(""),
                    form.text("description").orElse(""),
                    form.text("emergency").isPresent());
        }

        /** What keeps it from being opened, by field, whatever files come with it. */
        Map<String, String> problems() {
            Entered entered = entered();
            Map<String, String> problems = new HashMap<>();
            Title.problemWith(entered.title()).ifPresent(problem -> problems.put("title", "title." + problem.name()));
            Description.problemWith(entered.description())
                    .ifPresent(problem -> problems.put("description", "description." + problem.name()));
            if (Changes.severity(form).isEmpty()) {
                problems.put("severity", "severity");
            }
            if (!entered.product().equals(NewTicketPage.UNKNOWN_PRODUCT)) {
                Optional<String> product = product(entered);
                if (product.isEmpty()) {
                    problems.put("product", "product.EMPTY");
                } else if (!Product.isName(product.get())) {
                    problems.put("product", "product.GONE");
                }
            }
            return problems;
        }

        /** The name of the product that was chosen; empty if none was, or nobody knows. */
        private static Optional<String> product(Entered entered) {
            return Optional.of(entered.product())
                    .filter(product -> product.startsWith(NewTicketPage.PRODUCT))
                    .map(product -> product.substring(NewTicketPage.PRODUCT.length()));
        }

        private CreateTicket.Command command(Visitor visitor, List<AttachmentId> files) {
            Entered entered = entered();
            return new CreateTicket.Command(
                    offered.group().id(),
                    visitor.person().id(),
                    new ClientId(clientId),
                    Title.parse(entered.title()),
                    Description.parse(entered.description()),
                    product(entered).map(Product::new),
                    Changes.severity(form).orElseThrow(),
                    files);
        }

        private boolean leadsToEmergency() {
            return entered().emergency() && Changes.severity(form).equals(Optional.of(Severity.CRITICAL));
        }
    }

    /** The form, with what stands in it. */
    HttpResponse<?> form(HttpRequest<?> request, Visitor visitor, Offered offered, Entered entered) {
        return show(request, visitor, offered, HttpStatus.OK, entered, Map.of(), Optional.empty());
    }

    /** Opens it with files uploaded before, and leads into its group, or on to its Emergency. */
    HttpResponse<?> create(HttpRequest<?> request, Visitor visitor, Wish wish, List<AttachmentId> files) {
        Map<String, String> problems = wish.problems();
        if (!problems.isEmpty()) {
            return refuse(request, visitor, wish, problems, Optional.empty());
        }
        CreateTicket.Result result = createTicket.execute(wish.command(visitor, files));
        if (result instanceof CreateTicket.Created created) {
            String address =
                    Addresses.ticket(visitor.tenant().appId(), created.ticket().number());
            URI next = URI.create(address + (wish.leadsToEmergency() ? "/emergency" : "#heading"));
            return Browser.isScript(request) ? HttpResponse.created(next) : HttpResponse.seeOther(next);
        }
        if (result instanceof CreateTicket.FilesRefused refused) {
            return refuse(
                    request, visitor, wish, Map.of(), Optional.of(say(visitor, FileProblem.of(refused.problem()))));
        }
        return result instanceof CreateTicket.UnknownProduct
                ? refuse(request, visitor, wish, Map.of("product", "product.GONE"), Optional.empty())
                : notices.answer(request, Notice.NOTHING_HERE);
    }

    /** Why files cannot go with a new ticket, in words. */
    static String say(Visitor visitor, FileProblem problem) {
        return problem.key().equals(AttachFiles.Problem.TOO_MANY_FILES.name())
                ? visitor.viewer().texts().say("create.tooManyFiles", "most", AttachmentPolicy.MOST_IN_A_NEW_TICKET)
                : visitor.viewer().texts().say("problem." + problem.key(), problem.words());
    }

    /** The form once more, with what is wrong in it. */
    HttpResponse<?> refuse(
            HttpRequest<?> request,
            Visitor visitor,
            Wish wish,
            Map<String, String> problems,
            Optional<String> fileProblem) {
        return show(
                request,
                visitor,
                wish.offered(),
                HttpStatus.UNPROCESSABLE_ENTITY,
                wish.entered(),
                problems,
                fileProblem);
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            Visitor visitor,
            Offered offered,
            HttpStatus status,
            Entered entered,
            Map<String, String> problems,
            Optional<String> fileProblem) {
        NewTicketPage page = new NewTicketPage(
                Dialogs.about(visitor, offered.group()),
                visitor.tenant().appId().value(),
                visitor.person().id().value(),
                offered.group().id().toString(),
                offered.products().stream().map(Product::name).toList(),
                entered,
                problems,
                settings.attachments().maxSize(),
                fileProblem);
        return dialogs.show(request, status, page, pages::newTicketFragment, pages::newTicket);
    }
}
