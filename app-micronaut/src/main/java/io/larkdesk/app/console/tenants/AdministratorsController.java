package io.larkdesk.app.console.tenants;

import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.organisation.AppointAdministrator;
import io.larkdesk.core.organisation.DismissAdministrator;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says who of a customer's people sees to the organisation. */
@Controller("/console/tenants/{tenant}/administrators")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AdministratorsController {

    private static final Logger LOG = LoggerFactory.getLogger(AdministratorsController.class);

    private final AppointAdministrator appointAdministrator;
    private final DismissAdministrator dismissAdministrator;
    private final TenantPages tenantPages;
    private final Notices notices;

    AdministratorsController(
            AppointAdministrator appointAdministrator,
            DismissAdministrator dismissAdministrator,
            TenantPages tenantPages,
            Notices notices) {
        this.appointAdministrator = appointAdministrator;
        this.dismissAdministrator = dismissAdministrator;
        this.tenantPages = tenantPages;
        this.notices = notices;
    }

    /** Makes somebody one. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> appoint(HttpRequest<?> request, Staff staff, String tenant, @Body Map<String, Object> fields) {
        Optional<PersonId> person = person(tenant, fields);
        if (person.isEmpty()) {
            return refuse(request, staff, tenant);
        }
        return switch (appointAdministrator.execute(new AppointAdministrator.Command(staff.id(), person.get()))) {
            case APPOINTED -> {
                LOG.info("person={} is an administrator by person={}", person.get(), staff.id());
                yield done(person.get().tenant(), "administrator");
            }
            case NO_SUCH_PERSON -> refuse(request, staff, tenant);
            case NOTHING_THERE -> notices.answer(request, Notice.NO_PAGE);
        };
    }

    /** Has somebody be one no more. */
    @Post("/dismiss")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> dismiss(HttpRequest<?> request, Staff staff, String tenant, @Body Map<String, Object> fields) {
        Optional<PersonId> person = person(tenant, fields);
        if (person.isEmpty()) {
            return refuse(request, staff, tenant);
        }
        return switch (dismissAdministrator.execute(new DismissAdministrator.Command(staff.id(), person.get()))) {
            case DISMISSED -> {
                LOG.info("person={} is no administrator any more by person={}", person.get(), staff.id());
                yield done(person.get().tenant(), "dismissed");
            }
            case NOTHING_THERE -> notices.answer(request, Notice.NO_PAGE);
        };
    }

    private static Optional<PersonId> person(String tenant, Map<String, Object> fields) {
        return TenantPaths.parse(tenant)
                .flatMap(id -> new Form(fields).id("person").map(person -> new PersonId(id, person)));
    }

    private HttpResponse<?> refuse(HttpRequest<?> request, Staff staff, String tenant) {
        return TenantPaths.parse(tenant)
                .flatMap(id -> tenantPages.show(
                        staff, id, HttpStatus.UNPROCESSABLE_ENTITY, Optional.empty(), Optional.of("person")))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    private static HttpResponse<?> done(TenantId tenant, String key) {
        return HttpResponse.seeOther(URI.create(TenantPaths.tenant(tenant) + "?done=" + key));
    }
}
