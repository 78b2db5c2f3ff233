package io.larkdesk.app.api;

import io.larkdesk.app.api.Sent.NewTicket;
import io.larkdesk.app.api.Views.TicketView;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.ticket.CreateTicket;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.FollowTickets;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.ShowTicket;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketQuery;
import io.larkdesk.core.ticket.Title;
import io.larkdesk.core.token.TokenScope;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tickets: those of a customer, one of them, and a new one. */
@Controller(ApiPath.ROOT)
@Tag(name = "Tickets")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketsController {

    private final FollowTickets followTickets;
    private final ShowTicket showTicket;
    private final CreateTicket createTicket;
    private final Things things;
    private final Randomness randomness;
    private final Once once;

    TicketsController(
            FollowTickets followTickets,
            ShowTicket showTicket,
            CreateTicket createTicket,
            Things things,
            Randomness randomness,
            Once once) {
        this.followTickets = followTickets;
        this.showTicket = showTicket;
        this.createTicket = createTicket;
        this.things = things;
        this.randomness = randomness;
        this.once = once;
    }

    /**
     * Lists the customer's tickets, the last active one first. Needs the scope tickets:read.
     *
     * @param tenant whose
     * @param state in which state: ALL, OPEN, NEW, IN_PROGRESS, WAITING_FOR_CUSTOMER, RESOLVED or CLOSED
     * @param since only those about which anything was said or done at this instant or later
     * @param after the {@code next} of the page before
     * @param limit how many, from 1 to 100; else 50
     */
    @Get("/tenants/{tenant}/tickets")
    @Scoped(TokenScope.TICKETS_READ)
    HttpResponse<Listed<TicketView>> listTickets(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            String tenant,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String since,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String limit) {
        Fields fields = new Fields();
        Optional<TicketQuery.Show> show = fields.constant("state", state, TicketQuery.Show.class);
        Optional<Instant> from = fields.instant("since", since);
        int most = fields.limit(limit);
        fields.check();
        FollowTickets.Listed listed = followTickets
                .execute(new FollowTickets.Command(
                        caller.id(),
                        Things.tenant(tenant),
                        show.orElse(TicketQuery.Show.ALL),
                        from,
                        Cursor.read(after, TicketQuery.Place::parse),
                        most))
                .orElseThrow(Refusal::notThere);
        return Listed.of(
                        listed.tickets().stream().map(TicketView::of).toList(),
                        listed.next().map(TicketQuery.Place::toString))
                .answer(request);
    }

    /** Shows a ticket. Needs the scope tickets:read. */
    @Get("/tickets/{number}")
    @Scoped(TokenScope.TICKETS_READ)
    TicketView showTicket(@Parameter(hidden = true) Caller caller, String number) {
        return showTicket
                .execute(things.ticket(number, caller), caller.id())
                .map(shown -> TicketView.of(shown.ticket()))
                .orElseThrow(Refusal::notThere);
    }

    /** Opens a ticket from the customer's service group, in which the token's person has to be. Needs the scope tickets:write. */
    @Post("/tenants/{tenant}/tickets")
    @Scoped(TokenScope.TICKETS_WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<TicketView> createTicket(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            String tenant,
            @Header(Once.KEY) @Nullable String key,
            @Body NewTicket sent) {
        GroupId group = things.serviceGroup(tenant);
        return once.create(request, caller, key, sent, TicketView.class, () -> {
            Ticket ticket = create(caller, group, sent);
            return new Once.Made<>(TicketView.of(ticket), ApiPath.ticket(ticket.number()));
        });
    }

    private Ticket create(Caller caller, GroupId group, NewTicket sent) {
        Fields fields = new Fields();
        Optional<Title> title = fields.text("title", sent.title(), Title::problemWith, Title::parse);
        Optional<Description> description =
                fields.text("description", sent.description(), Description::problemWith, Description::parse);
        Optional<Severity> severity = fields.required(
                "severity", sent.severity(), fields.constant("severity", sent.severity(), Severity.class));
        Optional<String> product = Optional.ofNullable(sent.product());
        if (product.filter(name -> !Product.isName(name)).isPresent()) {
            fields.wrong("product", "is no product's name");
        }
        fields.check();
        CreateTicket.Result result = createTicket.execute(new CreateTicket.Command(
                group,
                caller.id(),
                new ClientId(randomness.uuid()),
                title.orElseThrow(),
                description.orElseThrow(),
                product.map(Product::new),
                severity.orElseThrow()));
        if (result instanceof CreateTicket.Created created) {
            return created.ticket();
        }
        throw result instanceof CreateTicket.UnknownProduct
                ? Refusal.field("product", "is none of the provider's products")
                : Refusal.notThere();
    }
}
