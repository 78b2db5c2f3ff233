package io.larkdesk.app.chat;

import io.larkdesk.app.chat.Posting.Note;
import io.larkdesk.app.files.FormReader;
import io.larkdesk.app.files.MultipartForm;
import io.larkdesk.app.files.MultipartForm.BadFormException;
import io.larkdesk.app.files.TakeFile;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.ProofInForm;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.group.GroupId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes a message together with its files, in one form, as pages without script send it. */
@Controller("/lark/{appId}/groups/{group}/messages")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class FormController {

    private final Posting posting;
    private final TakeFile takeFile;
    private final FormReader formReader;
    private final Notices notices;

    FormController(Posting posting, TakeFile takeFile, FormReader formReader, Notices notices) {
        this.posting = posting;
        this.takeFile = takeFile;
        this.formReader = formReader;
        this.notices = notices;
    }

    /** As a form without files, and {@code files}; if one of them is not taken, none is, and nothing is posted. */
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ProofInForm
    HttpResponse<?> post(HttpRequest<?> request, Visitor visitor, String group, @Body InputStream body)
            throws IOException {
        Optional<GroupId> id = GroupId.parse(group);
        if (id.isEmpty()) {
            return notices.answer(request, Notice.NOTHING_HERE);
        }
        return formReader.read(request, visitor, body, form -> {
            Form fields = new Form(form.fields());
            Optional<UUID> clientId = fields.id("clientId");
            return clientId.isEmpty()
                    ? notices.answer(request, Notice.BAD_REQUEST)
                    : post(request, visitor, new Note(id.get(), clientId.get(), fields.written()), form);
        });
    }

    private HttpResponse<?> post(HttpRequest<?> request, Visitor visitor, Note note, MultipartForm form)
            throws BadFormException {
        List<Attachment> taken = new ArrayList<>();
        try {
            Optional<HttpResponse<?>> refusal = takeFiles(request, visitor, note, form, taken);
            List<AttachmentId> files = taken.stream().map(Attachment::id).toList();
            return refusal.isPresent() ? refusal.get() : posting.post(request, visitor, note, files);
        } finally {
            // What was not sent with the message: all if it was refused, and if it had been posted by an earlier try
            taken.forEach(file -> takeFile.giveUp(visitor, file.id()));
        }
    }

    /** Words that cannot be posted are refused before any file is read. */
    private Optional<HttpResponse<?>> takeFiles(
            HttpRequest<?> request, Visitor visitor, Note note, MultipartForm form, List<Attachment> taken)
            throws BadFormException {
        if (Posting.problemWith(note.body(), true).isPresent()) {
            return Optional.empty();
        }
        return takeFile.executeAll(request, visitor, note.group(), form, AttachmentPolicy.MOST_IN_A_MESSAGE, taken)
                .map(end -> end instanceof TakeFile.NotTaken refused
                        ? posting.refused(request, visitor, note, refused.problem())
                        : notices.answer(request, Notice.NOTHING_HERE));
    }
}
