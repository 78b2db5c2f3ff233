package io.larkdesk.app.console.tenants;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.deletion.ListDeletions;
import io.larkdesk.core.onboarding.ListTenants;
import io.larkdesk.core.onboarding.ListTenants.Customer;
import io.larkdesk.core.onboarding.OfferOnboarding;
import io.larkdesk.core.onboarding.StartOnboarding;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.PlanName;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows staff the customers, and begins to bring in another. */
@Controller("/console/tenants")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TenantsController {

    private static final Logger LOG = LoggerFactory.getLogger(TenantsController.class);

    private final ListTenants listTenants;
    private final ListDeletions listDeletions;
    private final OfferOnboarding offerOnboarding;
    private final StartOnboarding startOnboarding;
    private final ConsoleFrames consoleFrames;
    private final Pages pages;
    private final Notices notices;

    TenantsController(
            ListTenants listTenants,
            ListDeletions listDeletions,
            OfferOnboarding offerOnboarding,
            StartOnboarding startOnboarding,
            ConsoleFrames consoleFrames,
            Pages pages,
            Notices notices) {
        this.listTenants = listTenants;
        this.listDeletions = listDeletions;
        this.offerOnboarding = offerOnboarding;
        this.startOnboarding = startOnboarding;
        this.consoleFrames = consoleFrames;
        this.pages = pages;
        this.notices = notices;
    }

    /**
     * The customers.
     *
     * @param done tells what was done just now
     */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Staff staff, @QueryValue @Nullable String done) {
        return listTenants
                .execute(staff.id())
                .<HttpResponse<?>>map(customers -> Views.html(pages.page(
                        "console/tenants.jte",
                        new TenantsPage(
                                consoleFrames.around(staff, Section.TENANTS, Section.TENANTS.path()),
                                customers,
                                listDeletions.execute(
                                        customers.stream().map(Customer::id).toList()),
                                "givenUp".equals(done)))))
                .orElseGet(() -> notices.answer(request, Notice.NOT_ALLOWED));
    }

    /** Where another is begun. */
    @Get("/new")
    HttpResponse<?> ask(HttpRequest<?> request, Staff staff) {
        return ask(request, staff, HttpStatus.OK, Map.of(), Optional.empty());
    }

    private HttpResponse<?> ask(
            HttpRequest<?> request,
            Staff staff,
            HttpStatus status,
            Map<String, String> entered,
            Optional<String> wrong) {
        return offerOnboarding
                .execute(staff.id())
                .map(offer -> new NewTenantPage(
                        consoleFrames.around(staff, Section.TENANTS, Section.TENANTS.path() + "/new"),
                        offer.plans().stream().map(PlanName::value).toList(),
                        offer.tams(),
                        entered,
                        wrong))
                .<HttpResponse<?>>map(page -> Views.html(status, pages.page("console/newTenant.jte", page)))
                .orElseGet(() -> notices.answer(request, Notice.NOT_ALLOWED));
    }

    /** Begins. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> start(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        Form form = new Form(fields);
        Optional<OrganisationName> organisation = form.text("organisation").flatMap(OrganisationName::parse);
        Optional<PlanName> plan =
                form.text("plan").map(String::strip).filter(PlanName::isName).map(PlanName::new);
        Optional<PersonId> tam =
                form.id("tam").map(id -> new PersonId(staff.id().tenant(), id));
        Map<String, String> entered = new HashMap<>();
        for (String field : List.of("organisation", "plan", "tam")) {
            form.text(field).ifPresent(text -> entered.put(field, text));
        }
        if (organisation.isEmpty() || plan.isEmpty() || tam.isEmpty()) {
            String wrong = organisation.isEmpty() ? "organisation" : plan.isEmpty() ? "plan" : "tam";
            return ask(request, staff, HttpStatus.UNPROCESSABLE_ENTITY, entered, Optional.of(wrong));
        }
        StartOnboarding.Result result = startOnboarding.execute(
                new StartOnboarding.Command(staff.id(), organisation.get(), plan.get(), tam.get()));
        if (result instanceof StartOnboarding.Started started) {
            LOG.info("tenant={} its onboarding has begun", started.onboarding().tenant());
            return HttpResponse.seeOther(
                    URI.create(TenantPaths.tenant(started.onboarding().tenant())));
        }
        return result instanceof StartOnboarding.NoTam
                ? ask(request, staff, HttpStatus.UNPROCESSABLE_ENTITY, entered, Optional.of("tam"))
                : notices.answer(request, Notice.NOT_ALLOWED);
    }
}
