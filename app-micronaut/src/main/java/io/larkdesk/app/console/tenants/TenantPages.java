package io.larkdesk.app.console.tenants;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.config.Settings;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.app.page.AdministratorsView;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.deletion.ListDeletions;
import io.larkdesk.core.onboarding.ActivateTenant;
import io.larkdesk.core.onboarding.ShowTenant;
import io.larkdesk.core.organisation.ShowAdministrators;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.lark.LarkConsole;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Shows staff a customer that is or was in service. */
@Singleton
final class TenantPages {

    private final ShowTenant showTenant;
    private final ShowAdministrators showAdministrators;
    private final ListDeletions listDeletions;
    private final URI publicUrl;
    private final LarkConsole larkConsole;
    private final ConsoleFrames consoleFrames;
    private final Pages pages;

    TenantPages(
            ShowTenant showTenant,
            ShowAdministrators showAdministrators,
            ListDeletions listDeletions,
            Settings settings,
            LarkConsole larkConsole,
            ConsoleFrames consoleFrames,
            Pages pages) {
        this.showTenant = showTenant;
        this.showAdministrators = showAdministrators;
        this.listDeletions = listDeletions;
        this.publicUrl = settings.publicUrl();
        this.larkConsole = larkConsole;
        this.consoleFrames = consoleFrames;
        this.pages = pages;
    }

    /** The page; empty if there is no such customer for {@code staff}. */
    Optional<HttpResponse<?>> show(
            Staff staff, TenantId tenant, HttpStatus status, Optional<String> done, Optional<String> problem) {
        return draw(staff, tenant, status, done, problem, Optional.empty());
    }

    /** The page of one that has just come into service, with the link into its service group. */
    Optional<HttpResponse<?>> activated(Staff staff, ActivateTenant.Activated activated) {
        String link = publicUrl
                + Addresses.invite(activated.tenant().appId())
                + "?code="
                + activated.code().reveal();
        return draw(
                staff,
                activated.tenant().id(),
                HttpStatus.OK,
                Optional.of("activated"),
                Optional.empty(),
                Optional.of(link));
    }

    private Optional<HttpResponse<?>> draw(
            Staff staff,
            TenantId tenant,
            HttpStatus status,
            Optional<String> done,
            Optional<String> problem,
            Optional<String> joinLink) {
        return showTenant
                .execute(tenant, staff.id())
                .map(shown -> new TenantPage(
                        consoleFrames.around(staff, Section.TENANTS, TenantPaths.tenant(tenant)),
                        shown,
                        administrators(staff, tenant),
                        PreflightView.of(staff.viewer(), shown.preflight(), Optional.of(shown.tenant()), larkConsole),
                        done,
                        problem,
                        Optional.ofNullable(
                                listDeletions.execute(List.of(tenant)).get(tenant)),
                        joinLink))
                .map(page -> Views.html(status, pages.page("console/tenant.jte", page)));
    }

    private Optional<AdministratorsView> administrators(Staff staff, TenantId tenant) {
        return showAdministrators
                .execute(tenant, staff.id())
                .map(shown -> new AdministratorsView(
                        staff.viewer(), staff.visitor().csrf(), TenantPaths.tenant(tenant) + "/administrators", shown));
    }
}
