package io.larkdesk.app.api;

import io.larkdesk.app.api.Views.MemberView;
import io.larkdesk.app.api.Views.TenantView;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ListMembers;
import io.larkdesk.core.onboarding.ListTenants;
import io.larkdesk.core.onboarding.ShowTenant;
import io.larkdesk.core.token.TokenScope;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The customers, and who is in their groups. */
@Controller(ApiPath.ROOT)
@Tag(name = "Tenants")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TenantsController {

    private final ListTenants listTenants;
    private final ShowTenant showTenant;
    private final ListMembers listMembers;
    private final Things things;

    TenantsController(ListTenants listTenants, ShowTenant showTenant, ListMembers listMembers, Things things) {
        this.listTenants = listTenants;
        this.showTenant = showTenant;
        this.listMembers = listMembers;
        this.things = things;
    }

    /** Lists the customers whom the token's person serves. Needs the scope tenants:read. */
    @Get("/tenants")
    @Scoped(TokenScope.TENANTS_READ)
    HttpResponse<Listed<TenantView>> listTenants(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String limit) {
        int most = Fields.pageSize(limit);
        return Listed.cut(
                        listTenants.execute(caller.id()).orElseThrow(Refusal::notThere).stream()
                                .map(TenantView::of)
                                .toList(),
                        tenant -> tenant.id().toString(),
                        Cursor.read(after, Optional::of),
                        most)
                .answer(request);
    }

    /** Shows a customer that is or was in service. Needs the scope tenants:read. */
    @Get("/tenants/{tenant}")
    @Scoped(TokenScope.TENANTS_READ)
    TenantView showTenant(@Parameter(hidden = true) Caller caller, String tenant) {
        return showTenant
                .execute(Things.tenant(tenant), caller.id())
                .map(shown -> TenantView.of(shown.tenant()))
                .orElseThrow(Refusal::notThere);
    }

    /** Lists who is in the customer's service group, in which the token's person has to be. Needs the scope members:read. */
    @Get("/tenants/{tenant}/members")
    @Scoped(TokenScope.MEMBERS_READ)
    HttpResponse<Listed<MemberView>> listMembers(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            String tenant,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String limit) {
        return members(request, caller, things.serviceGroup(tenant), after, limit);
    }

    /** Lists who is in the ticket's group, in which the token's person has to be. Needs the scope members:read. */
    @Get("/tickets/{number}/members")
    @Scoped(TokenScope.MEMBERS_READ)
    HttpResponse<Listed<MemberView>> listMembersOfTicket(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            String number,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String limit) {
        return members(request, caller, things.ticket(number, caller), after, limit);
    }

    private HttpResponse<Listed<MemberView>> members(
            HttpRequest<?> request, Caller caller, GroupId group, @Nullable String after, @Nullable String limit) {
        int most = Fields.pageSize(limit);
        return Listed.cut(
                        listMembers.execute(group, caller.id()).orElseThrow(Refusal::notThere).stream()
                                .map(person -> MemberView.of(person, group))
                                .toList(),
                        member -> member.id().toString(),
                        Cursor.read(after, Optional::of),
                        most)
                .answer(request);
    }
}
