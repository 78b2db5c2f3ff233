package io.larkdesk.app.files;

import io.larkdesk.app.files.MultipartForm.BadFormException;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.attachment.BrokenOffException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads forms that have files as they come: a few of one person at once, and those only that carry the session's proof. */
@Singleton
public final class FormReader {

    private final RunningUploads uploads;
    private final Notices notices;

    FormReader(RunningUploads uploads, Notices notices) {
        this.uploads = uploads;
        this.notices = notices;
    }

    /** What is done with a form. */
    public interface Reading {

        /** Reads the rest of {@code form}, and answers. */
        HttpResponse<?> read(MultipartForm form) throws IOException, BadFormException;
    }

    /** What {@code reading} answers to the form in {@code body}, or why it is not read. */
    public HttpResponse<?> read(HttpRequest<?> request, Visitor visitor, InputStream body, Reading reading)
            throws IOException {
        Optional<RunningUploads.Place> place = uploads.enter(visitor.person().id());
        if (place.isEmpty()) {
            return notices.tooMany(request, RunningUploads.LATER);
        }
        RunningUploads.Place held = place.get();
        try (held;
                body) {
            MultipartForm form = MultipartForm.open(FormRequests.contentType(request), body);
            return FormRequests.isProven(request, visitor, form)
                    ? reading.read(form)
                    : notices.answer(request, Notice.FORM_REFUSED);
        } catch (BadFormException | BrokenOffException e) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
    }
}
