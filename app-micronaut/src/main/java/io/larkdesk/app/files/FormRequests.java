package io.larkdesk.app.files;

import io.larkdesk.app.web.Visitor;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Objects;
import java.util.OptionalLong;

/** What is to be known of a request with a form before the form is read. */
final class FormRequests {

    private FormRequests() {}

    /** The type of the body as the request says it. */
    public static String contentType(HttpRequest<?> request) {
        return Objects.requireNonNullElse(request.getHeaders().get(HttpHeaders.CONTENT_TYPE), "");
    }

    /** How many bytes the body has, if the request says it. */
    public static OptionalLong length(HttpRequest<?> request) {
        long length = request.getContentLength();
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    /** Whether the request carries the proof of the visitor's session, in a header or in the form's fields. */
    public static boolean isProven(HttpRequest<?> request, Visitor visitor, MultipartForm form) {
        return visitor.isProvenBy(request) || visitor.isProvenBy(form.fields().getOrDefault(Visitor.PROOF_FIELD, ""));
    }
}
