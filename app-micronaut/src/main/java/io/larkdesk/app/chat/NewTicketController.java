package io.larkdesk.app.chat;

import io.larkdesk.app.page.NewTicketPage;
import io.larkdesk.app.page.NewTicketPage.Entered;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.CreateTicket;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.ListProducts;
import io.larkdesk.core.ticket.ListProducts.Offered;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Title;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Create Ticket. */
@Controller("/lark/{appId}/groups/{group}/tickets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class NewTicketController {

    private final ListProducts listProducts;
    private final CreateTicket createTicket;
    private final Dialogs dialogs;
    private final Pages pages;
    private final Notices notices;

    NewTicketController(
            ListProducts listProducts, CreateTicket createTicket, Dialogs dialogs, Pages pages, Notices notices) {
        this.listProducts = listProducts;
        this.createTicket = createTicket;
        this.dialogs = dialogs;
        this.pages = pages;
        this.notices = notices;
    }

    /** The form. */
    @Get("/new")
    HttpResponse<?> form(HttpRequest<?> request, Visitor visitor, String group) {
        return GroupId.parse(group)
                .flatMap(id -> listProducts.execute(id, visitor.person().id()))
                .<HttpResponse<?>>map(offered -> show(
                        request,
                        visitor,
                        offered,
                        HttpStatus.OK,
                        Entered.nothing(!offered.products().isEmpty()),
                        Map.of()))
                .orElseGet(() -> nothingHere(request));
    }

    /** Opens a ticket under the browser's {@code clientId}, and leads into its group; sent again, it is still one. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, Visitor visitor, String group, @Body Map<String, Object> body) {
        Form form = new Form(body);
        Optional<UUID> clientId = form.id("clientId");
        Optional<Offered> offered = GroupId.parse(group)
                .flatMap(id -> listProducts.execute(id, visitor.person().id()));
        if (offered.isEmpty()) {
            return nothingHere(request);
        }
        if (clientId.isEmpty()) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        Entered entered = entered(form);
        Map<String, String> problems = problems(form, entered);
        if (!problems.isEmpty()) {
            return show(request, visitor, offered.get(), HttpStatus.UNPROCESSABLE_ENTITY, entered, problems);
        }
        CreateTicket.Result result = createTicket.execute(new CreateTicket.Command(
                offered.get().group().id(),
                visitor.person().id(),
                new ClientId(clientId.get()),
                Title.parse(entered.title()),
                Description.parse(entered.description()),
                product(entered).map(Product::new),
                Changes.severity(form).orElseThrow()));
        if (result instanceof CreateTicket.Created created) {
            URI page = URI.create(
                    Addresses.ticket(visitor.tenant().appId(), created.ticket().number()) + "#heading");
            return MessageAnswers.isScript(request) ? HttpResponse.created(page) : HttpResponse.seeOther(page);
        }
        return result instanceof CreateTicket.UnknownProduct
                ? show(
                        request,
                        visitor,
                        offered.get(),
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        entered,
                        Map.of("product", "product.GONE"))
                : nothingHere(request);
    }

    private static Entered entered(Form form) {
        return new Entered(
                form.text("clientId").orElse(""),
                form.text("title").orElse(""),
                form.text("product").orElse(""),
                form.text("severity").orElse(""),
                form.text("description").orElse(""));
    }

    private static Map<String, String> problems(Form form, Entered entered) {
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

    private HttpResponse<?> show(
            HttpRequest<?> request,
            Visitor visitor,
            Offered offered,
            HttpStatus status,
            Entered entered,
            Map<String, String> problems) {
        NewTicketPage page = new NewTicketPage(
                Dialogs.about(visitor, offered.group()),
                visitor.tenant().appId().value(),
                visitor.person().id().value(),
                offered.group().id().toString(),
                offered.products().stream().map(Product::name).toList(),
                entered,
                problems);
        return dialogs.show(request, status, page, pages::newTicketFragment, pages::newTicket);
    }

    private HttpResponse<?> nothingHere(HttpRequest<?> request) {
        return notices.answer(request, Notice.NOTHING_HERE);
    }
}
