package io.larkdesk.app.web;

import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.core.tenant.TenantScope;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Has each request begin as one of nobody, until somebody finds out who asks: {@link VisitorFilter}, the API's filter, whoever opens a link. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.SCOPE)
final class ScopeFilter {

    @RequestFilter
    void begin(MutablePropagatedContext context) {
        CurrentScope.set(context, new TenantScope.Nobody());
    }
}
