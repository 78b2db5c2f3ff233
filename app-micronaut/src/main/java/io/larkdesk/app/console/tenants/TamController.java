package io.larkdesk.app.console.tenants;

import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.onboarding.AppointTam;
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

/** Has another TAM look after a customer. */
@Controller("/console/tenants/{tenant}/tam")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TamController {

    private static final Logger LOG = LoggerFactory.getLogger(TamController.class);

    private final AppointTam appointTam;
    private final TenantPages tenantPages;
    private final Notices notices;

    TamController(AppointTam appointTam, TenantPages tenantPages, Notices notices) {
        this.appointTam = appointTam;
        this.tenantPages = tenantPages;
        this.notices = notices;
    }

    /** Appoints one, beside all who look after the customer or in place of one. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> appoint(HttpRequest<?> request, Staff staff, String tenant, @Body Map<String, Object> fields) {
        Optional<TenantId> id = TenantPaths.parse(tenant);
        if (id.isEmpty()) {
            return notices.answer(request, Notice.NO_PAGE);
        }
        Form form = new Form(fields);
        Optional<PersonId> tam = person(form, "tam", staff);
        Optional<PersonId> instead = person(form, "instead", staff);
        if (tam.isEmpty() || tam.equals(instead)) {
            return problem(request, staff, id.get(), HttpStatus.UNPROCESSABLE_ENTITY, "tam");
        }
        return switch (appointTam.execute(new AppointTam.Command(staff.id(), id.get(), tam.get(), instead))) {
            case APPOINTED -> {
                LOG.info("tenant={} has the TAM person={} by person={}", id.get(), tam.get(), staff.id());
                yield HttpResponse.seeOther(URI.create(TenantPaths.tenant(id.get()) + "?done=appointed"));
            }
            case NOT_A_TAM -> problem(request, staff, id.get(), HttpStatus.UNPROCESSABLE_ENTITY, "tam");
            case NOT_IN_SERVICE -> problem(request, staff, id.get(), HttpStatus.CONFLICT, "notInService");
            case NOTHING_THERE -> notices.answer(request, Notice.NO_PAGE);
        };
    }

    private static Optional<PersonId> person(Form form, String field, Staff staff) {
        return form.id(field).map(id -> new PersonId(staff.id().tenant(), id));
    }

    private HttpResponse<?> problem(
            HttpRequest<?> request, Staff staff, TenantId tenant, HttpStatus status, String problem) {
        return tenantPages
                .show(staff, tenant, status, Optional.empty(), Optional.of(problem))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }
}
