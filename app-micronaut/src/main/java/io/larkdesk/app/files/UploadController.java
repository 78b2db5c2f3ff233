package io.larkdesk.app.files;

import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.ProofInForm;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.attachment.Attachment;
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
import java.net.URI;
import java.util.Optional;

/** Takes files in before they are sent, and gives up those that are not to be sent. */
@Controller("/lark/{appId}/groups/{group}/attachments")
@ExecuteOn(TaskExecutors.BLOCKING)
final class UploadController {

    private final TakeFile takeFile;
    private final FormReader formReader;
    private final Notices notices;

    UploadController(TakeFile takeFile, FormReader formReader, Notices notices) {
        this.takeFile = takeFile;
        this.formReader = formReader;
        this.notices = notices;
    }

    /** One file, in a form; read as it comes, so that it is nowhere whole but in the store. */
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @ProofInForm
    HttpResponse<?> upload(HttpRequest<?> request, Visitor visitor, String group, @Body InputStream body)
            throws IOException {
        Optional<GroupId> id = GroupId.parse(group);
        if (id.isEmpty()) {
            return notices.answer(request, Notice.NOTHING_HERE);
        }
        return formReader.read(request, visitor, body, form -> {
            Optional<MultipartForm.Part> part = form.nextFile();
            return part.isPresent()
                    ? take(request, visitor, id.get(), part.get())
                    : notices.answer(request, Notice.BAD_REQUEST);
        });
    }

    private HttpResponse<?> take(HttpRequest<?> request, Visitor visitor, GroupId group, MultipartForm.Part part) {
        TakeFile.Result result = takeFile.executeOnly(request, visitor, group, part);
        if (result instanceof TakeFile.Taken taken) {
            Attachment file = taken.attachment();
            String address = Addresses.group(visitor.tenant().appId(), group) + "/attachments/"
                    + file.id().value();
            return HttpResponse.created(UploadedFile.of(file), URI.create(address));
        }
        return result instanceof TakeFile.NotTaken refused
                ? notices.refused(
                        request,
                        refused.problem().status(),
                        refused.problem().key(),
                        refused.problem().words())
                : notices.answer(request, Notice.NOTHING_HERE);
    }

    /** The person does not want to send the file after all. */
    @Post("/{file}/delete")
    @Consumes(MediaType.ALL)
    @Produces(MediaType.ALL)
    HttpResponse<?> giveUp(HttpRequest<?> request, Visitor visitor, String group, String file) {
        return AttachmentController.id(group, file)
                        .filter(id -> takeFile.giveUp(visitor, id))
                        .isPresent()
                ? HttpResponse.noContent()
                : notices.answer(request, Notice.NOTHING_HERE);
    }
}
