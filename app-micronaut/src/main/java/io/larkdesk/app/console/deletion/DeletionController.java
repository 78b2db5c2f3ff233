package io.larkdesk.app.console.deletion;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.app.console.Told;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.deletion.DeletionReason;
import io.larkdesk.core.deletion.ForgoExport;
import io.larkdesk.core.deletion.GiveUpDeletion;
import io.larkdesk.core.deletion.RequestDeletion;
import io.larkdesk.core.deletion.ShowDeletion;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.TenantId;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets administrators have a customer deleted, and think better of it. */
@Controller("/console/tenants/{tenant}/deletion")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeletionController {

    private static final Logger LOG = LoggerFactory.getLogger(DeletionController.class);
    private static final Set<String> DONE = Set.of("requested", "forgone", "givenUp");
    private static final List<String> FIELDS = List.of("organisation", "reason", "without_export");

    private final ShowDeletion showDeletion;
    private final RequestDeletion requestDeletion;
    private final ForgoExport forgoExport;
    private final GiveUpDeletion giveUpDeletion;
    private final ConsoleFrames consoleFrames;
    private final Pages pages;
    private final Notices notices;

    DeletionController(
            ShowDeletion showDeletion,
            RequestDeletion requestDeletion,
            ForgoExport forgoExport,
            GiveUpDeletion giveUpDeletion,
            ConsoleFrames consoleFrames,
            Pages pages,
            Notices notices) {
        this.showDeletion = showDeletion;
        this.requestDeletion = requestDeletion;
        this.forgoExport = forgoExport;
        this.giveUpDeletion = giveUpDeletion;
        this.consoleFrames = consoleFrames;
        this.pages = pages;
        this.notices = notices;
    }

    /**
     * How it stands.
     *
     * @param done tells what was done just now
     */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Staff staff, String tenant, @QueryValue @Nullable String done) {
        Told told =
                Optional.ofNullable(done).filter(DONE::contains).map(Told::done).orElse(Told.NOTHING);
        return draw(request, staff, tenant, HttpStatus.OK, told);
    }

    private HttpResponse<?> draw(HttpRequest<?> request, Staff staff, String tenant, HttpStatus status, Told told) {
        return TenantPaths.parse(tenant)
                .flatMap(id -> showDeletion
                        .execute(id, staff.id())
                        .map(shown -> new DeletionPage(
                                consoleFrames.around(staff, Section.TENANTS, TenantPaths.deletion(id)), shown, told)))
                .<HttpResponse<?>>map(page -> Views.html(status, pages.page("console/deletion.jte", page)))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    /** Has the customer deleted, when its time has come. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(HttpRequest<?> request, Staff staff, String tenant, @Body Map<String, Object> fields) {
        Optional<TenantId> id = TenantPaths.parse(tenant);
        if (id.isEmpty()) {
            return notices.answer(request, Notice.NO_PAGE);
        }
        Form form = new Form(fields);
        Map<String, String> entered = new HashMap<>();
        FIELDS.forEach(field -> form.text(field).ifPresent(text -> entered.put(field, text)));
        Optional<DeletionReason> reason = form.text("reason").flatMap(DeletionReason::parse);
        Optional<OrganisationName> name = form.text("organisation").flatMap(OrganisationName::parse);
        if (reason.isEmpty() || name.isEmpty()) {
            String wrong = reason.isEmpty() ? "reason" : "organisation";
            return wrong(request, staff, tenant, wrong, entered);
        }
        return switch (requestDeletion.execute(new RequestDeletion.Command(
                staff.id(), id.get(), name.get(), reason.get(), entered.containsKey("without_export")))) {
            case STANDS -> {
                LOG.info("tenant={} is to be deleted, as person={} asks", id.get(), staff.id());
                yield done(id.get(), "requested");
            }
            case OTHER_NAME -> wrong(request, staff, tenant, "organisation", entered);
            case NOT_IN_SERVICE ->
                draw(request, staff, tenant, HttpStatus.CONFLICT, Told.refused("notInService", entered));
            case NOTHING_THERE -> notices.answer(request, Notice.NO_PAGE);
        };
    }

    private HttpResponse<?> wrong(
            HttpRequest<?> request, Staff staff, String tenant, String field, Map<String, String> entered) {
        return draw(request, staff, tenant, HttpStatus.UNPROCESSABLE_ENTITY, Told.wrong(field, field, entered));
    }

    /** Says that nothing is to be taken along. */
    @Post("/without-export")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> forgo(HttpRequest<?> request, Staff staff, String tenant) {
        return TenantPaths.parse(tenant)
                .filter(id -> forgoExport.execute(new ForgoExport.Command(staff.id(), id)))
                .<HttpResponse<?>>map(id -> done(id, "forgone"))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    /** Gives it up. */
    @Post("/give-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> giveUp(HttpRequest<?> request, Staff staff, String tenant) {
        Optional<TenantId> id = TenantPaths.parse(tenant);
        if (id.isEmpty()) {
            return notices.answer(request, Notice.NO_PAGE);
        }
        return switch (giveUpDeletion.execute(new GiveUpDeletion.Command(staff.id(), id.get()))) {
            case GIVEN_UP -> {
                LOG.info("tenant={} is not to be deleted after all, as person={} says", id.get(), staff.id());
                yield done(id.get(), "givenUp");
            }
            case BEGUN -> draw(request, staff, tenant, HttpStatus.CONFLICT, Told.refused("begun", Map.of()));
            case NOTHING_THERE -> notices.answer(request, Notice.NO_PAGE);
        };
    }

    private static HttpResponse<?> done(TenantId tenant, String key) {
        return HttpResponse.seeOther(URI.create(TenantPaths.deletion(tenant) + "?done=" + key));
    }
}
