package io.larkdesk.app.chat;

import static java.util.stream.Collectors.toCollection;

import io.larkdesk.app.RunningDesk;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Set;
import java.util.TreeSet;

/** What the running service listens to. */
final class Routes {

    private Routes() {}

    /** Every route of {@code node}, such as {@code POST /lark/{appId}/groups/{group}/read}; {@code multipart} after those for files. */
    static Set<String> of(RunningDesk.Node node) {
        return node.bean(Router.class)
                .uriRoutes()
                // comes with each GET
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .map(Routes::name)
                .collect(toCollection(TreeSet::new));
    }

    private static String name(UriRouteInfo<?, ?> route) {
        boolean files = route.getConsumes().contains(MediaType.MULTIPART_FORM_DATA_TYPE);
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString()
                + (files ? " multipart" : "");
    }
}
