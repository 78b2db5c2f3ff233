package io.larkdesk.app.web;

import io.larkdesk.app.limits.Places.Kind;
import io.larkdesk.app.limits.Urgent;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;

/** What a request asks for, as far as the request and its route tell. */
final class Asked {

    private static final List<String> FOR_ANYBODY = List.of("/assets/", "/health", "/prometheus");
    private static final Set<HttpMethod> LOOKS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private Asked() {}

    /** Whether it is for something that costs nothing and is the same for all. */
    static boolean isForAnybody(HttpRequest<?> request) {
        String path = Addresses.path(request);
        return FOR_ANYBODY.stream().anyMatch(path::startsWith);
    }

    /** Whether it is for the API. */
    static boolean isOfSystems(HttpRequest<?> request) {
        return Addresses.isApi(Addresses.path(request));
    }

    /** Whether it may change something. */
    static boolean changes(HttpRequest<?> request) {
        return !LOOKS.contains(request.getMethod());
    }

    /** Whether it is about an Emergency. */
    static boolean isUrgent(HttpRequest<?> request) {
        return is(request, Urgent.class);
    }

    /** Whether it is a form with files. */
    static boolean isUpload(HttpRequest<?> request) {
        return request.getContentType()
                .filter(type -> type.matches(MediaType.MULTIPART_FORM_DATA_TYPE))
                .isPresent();
    }

    /** Which places are for it. */
    static Kind kind(HttpRequest<?> request) {
        if (isUrgent(request)) {
            return Kind.URGENT;
        }
        return isUpload(request) ? Kind.UPLOAD : Kind.ORDINARY;
    }

    /** Whether its route wants to know who asks, so that a session is looked for. */
    static boolean isForVisitors(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .filter(route -> route instanceof MethodBasedRouteInfo<?, ?> method && takesVisitor(method))
                .isPresent();
    }

    private static boolean takesVisitor(MethodBasedRouteInfo<?, ?> route) {
        for (Argument<?> argument : route.getTargetMethod().getArguments()) {
            if (argument.getType() == Visitor.class || argument.getType() == Staff.class) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is for a controller, or a method of one, that is marked so. */
    static boolean is(HttpRequest<?> request, Class<? extends Annotation> mark) {
        return RouteAttributes.getRouteInfo(request)
                .filter(route -> route instanceof MethodBasedRouteInfo<?, ?> method
                        && method.getTargetMethod().hasAnnotation(mark))
                .isPresent();
    }
}
