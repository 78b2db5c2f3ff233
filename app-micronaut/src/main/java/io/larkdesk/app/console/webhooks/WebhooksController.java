package io.larkdesk.app.console.webhooks;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.webhook.AddEndpoint;
import io.larkdesk.core.webhook.ChangeEndpoint;
import io.larkdesk.core.webhook.ChangeEndpoint.What;
import io.larkdesk.core.webhook.EndpointId;
import io.larkdesk.core.webhook.EndpointUrl;
import io.larkdesk.core.webhook.EventId;
import io.larkdesk.core.webhook.EventType;
import io.larkdesk.core.webhook.ListEndpoints;
import io.larkdesk.core.webhook.ReplayDelivery;
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
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets administrators say which of the provider's systems is told of what, and see what became of it. */
@Controller(Addresses.CONSOLE + "/webhooks")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebhooksController {

    private static final Logger LOG = LoggerFactory.getLogger(WebhooksController.class);
    private static final Set<String> DONE = Set.of("stop", "resume", "test", "replay");

    private final ListEndpoints listEndpoints;
    private final AddEndpoint addEndpoint;
    private final ChangeEndpoint changeEndpoint;
    private final ReplayDelivery replayDelivery;
    private final ConsoleFrames consoleFrames;
    private final Pages pages;
    private final Notices notices;

    WebhooksController(
            ListEndpoints listEndpoints,
            AddEndpoint addEndpoint,
            ChangeEndpoint changeEndpoint,
            ReplayDelivery replayDelivery,
            ConsoleFrames consoleFrames,
            Pages pages,
            Notices notices) {
        this.listEndpoints = listEndpoints;
        this.addEndpoint = addEndpoint;
        this.changeEndpoint = changeEndpoint;
        this.replayDelivery = replayDelivery;
        this.consoleFrames = consoleFrames;
        this.pages = pages;
        this.notices = notices;
    }

    /**
     * The page.
     *
     * @param done tells what was done just now
     */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Staff staff, @QueryValue @Nullable String done) {
        return show(
                request,
                staff,
                HttpStatus.OK,
                Optional.ofNullable(done).filter(DONE::contains).map(Told::done).orElse(Told.NOTHING));
    }

    private HttpResponse<?> show(HttpRequest<?> request, Staff staff, HttpStatus status, Told told) {
        return listEndpoints
                .execute(staff.id())
                .map(entries -> new WebhooksPage(
                        consoleFrames.around(staff, Section.WEBHOOKS, Section.WEBHOOKS.path()), entries, told))
                .<HttpResponse<?>>map(page -> Views.html(status, pages.page("console/webhooks.jte", page)))
                .orElseGet(() -> notices.answer(request, Notice.NOT_ALLOWED));
    }

    /** Adds an endpoint, and shows its secret. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        Form form = new Form(fields);
        String entered = form.text("url").orElse("");
        Optional<EndpointUrl> url = EndpointUrl.parse(entered);
        Set<EventType> types = form.texts("type").stream()
                .flatMap(text -> EventType.parse(text).stream())
                .collect(Collectors.toUnmodifiableSet());
        if (url.isEmpty() || types.isEmpty()) {
            return show(
                    request,
                    staff,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Told.wrong(url.isEmpty() ? "url" : "type", entered, types));
        }
        AddEndpoint.Result result = addEndpoint.execute(new AddEndpoint.Command(staff.id(), url.get(), types));
        if (result instanceof AddEndpoint.Added added) {
            LOG.info("endpoint={} was added by person={}", added.endpoint().id(), staff.id());
            return show(request, staff, HttpStatus.CREATED, Told.secret(added.secret()));
        }
        if (result instanceof AddEndpoint.NotSecure) {
            return show(request, staff, HttpStatus.UNPROCESSABLE_ENTITY, Told.wrong("url", entered, types));
        }
        return result instanceof AddEndpoint.TooMany
                ? show(request, staff, HttpStatus.CONFLICT, Told.wrong("tooMany", entered, types))
                : notices.answer(request, Notice.NOT_ALLOWED);
    }

    /** Does something to an endpoint. */
    @Post("/{endpoint}/{what}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, Staff staff, String endpoint, String what) {
        Optional<What> wanted = Arrays.stream(What.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(what))
                .findFirst();
        Optional<ChangeEndpoint.Done> done = Form.findId(endpoint)
                .map(EndpointId::new)
                .flatMap(id ->
                        wanted.flatMap(one -> changeEndpoint.execute(new ChangeEndpoint.Command(staff.id(), id, one))));
        if (done.isEmpty()) {
            return notices.answer(request, Notice.NO_PAGE);
        }
        LOG.info("endpoint={}: {} by person={}", endpoint, what, staff.id());
        return done.get()
                .secret()
                .<HttpResponse<?>>map(secret -> show(request, staff, HttpStatus.OK, Told.secret(secret)))
                .orElseGet(() -> done(what));
    }

    /** Tells an event once more. */
    @Post("/events/{event}/replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> replay(HttpRequest<?> request, Staff staff, String event) {
        return Form.findId(event)
                .map(EventId::new)
                .flatMap(id -> replayDelivery.execute(new ReplayDelivery.Command(staff.id(), id)))
                .<HttpResponse<?>>map(delivery -> done("replay"))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    private static HttpResponse<?> done(String what) {
        return HttpResponse.seeOther(URI.create(Section.WEBHOOKS.path() + "?done=" + what));
    }
}
