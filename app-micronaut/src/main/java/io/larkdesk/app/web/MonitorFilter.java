package io.larkdesk.app.web;

import io.larkdesk.app.config.Networks;
import io.larkdesk.app.config.Settings;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.management.health.indicator.HealthResult;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Keeps figures, and what is wrong with a node, from whoever asks from outside of the operators' networks: for them there are no figures, and
 * of the node's health one word.
 */
@ServerFilter({MonitorFilter.FIGURES + "/**", "/health/**"})
@Order(FilterOrder.LIMITS)
final class MonitorFilter {

    static final String FIGURES = "/prometheus";

    private final ClientAddresses addresses;
    private final Networks monitors;

    MonitorFilter(ClientAddresses addresses, Settings settings) {
        this.addresses = addresses;
        this.monitors = settings.monitors();
    }

    @RequestFilter
    Optional<HttpResponse<?>> hideFigures(HttpRequest<?> request) {
        return Addresses.path(request).startsWith(FIGURES) && !isMonitor(request)
                ? Optional.of(HttpResponse.notFound())
                : Optional.empty();
    }

    @ResponseFilter
    void hideDetails(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (!isMonitor(request)) {
            response.getBody(HealthResult.class)
                    .ifPresent(health -> response.body(HealthResult.builder(health.getName(), health.getStatus())
                            .build()));
        }
    }

    private boolean isMonitor(HttpRequest<?> request) {
        String text = addresses.resolve(request);
        InetAddress address = text == null ? null : NetUtil.createInetAddressFromIpAddressString(text);
        return address != null && monitors.include(address);
    }
}
