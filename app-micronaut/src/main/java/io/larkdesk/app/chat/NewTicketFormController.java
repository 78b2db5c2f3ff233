package io.larkdesk.app.chat;

import io.larkdesk.app.files.FormReader;
import io.larkdesk.app.files.MultipartForm;
import io.larkdesk.app.files.MultipartForm.BadFormException;
import io.larkdesk.app.files.TakeFile;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Texts;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.ProofInForm;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.ListProducts;
import io.larkdesk.core.ticket.ListProducts.Offered;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes a new ticket together with its files, in one form, as pages without script send it. */
@Controller("/lark/{appId}/groups/{group}/tickets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class NewTicketFormController {

    private final ListProducts listProducts;
    private final Creation creation;
    private final TakeFile takeFile;
    private final FormReader formReader;
    private final Notices notices;

    NewTicketFormController(
            ListProducts listProducts, Creation creation, TakeFile takeFile, FormReader formReader, Notices notices) {
        this.listProducts = listProducts;
        this.creation = creation;
        this.takeFile = takeFile;
        this.formReader = formReader;
        this.notices = notices;
    }

    /** As a form without files, and {@code files}; if one of them is not taken, none is, and nothing is opened. */
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ProofInForm
    HttpResponse<?> create(HttpRequest<?> request, Visitor visitor, String group, @Body InputStream body)
            throws IOException {
        Optional<Offered> offered = GroupId.parse(group)
                .flatMap(id -> listProducts.execute(id, visitor.person().id()));
        if (offered.isEmpty()) {
            body.close();
            return notices.answer(request, Notice.NOTHING_HERE);
        }
        return formReader.read(request, visitor, body, form -> {
            Form fields = new Form(form.fields());
            Optional<UUID> clientId = fields.id("clientId");
            return clientId.isEmpty()
                    ? notices.answer(request, Notice.BAD_REQUEST)
                    : create(request, visitor, new Creation.Wish(offered.get(), clientId.get(), fields), form);
        });
    }

    private HttpResponse<?> create(HttpRequest<?> request, Visitor visitor, Creation.Wish wish, MultipartForm form)
            throws BadFormException {
        Texts texts = visitor.viewer().texts();
        Map<String, String> problems = wish.problems();
        if (!problems.isEmpty()) {
            // Refused before any file is read; a browser does not keep them
            Optional<String> again = form.nextFile().map(file -> texts.say("create.filesAgain"));
            return creation.refuse(request, visitor, wish, problems, again);
        }
        List<Attachment> taken = new ArrayList<>();
        try {
            Optional<TakeFile.Result> end = takeFile.executeAll(
                    request, visitor, wish.offered().group().id(), form, AttachmentPolicy.MOST_IN_A_NEW_TICKET, taken);
            if (end.isEmpty()) {
                return creation.create(
                        request,
                        visitor,
                        wish,
                        taken.stream().map(Attachment::id).toList());
            }
            return end.get() instanceof TakeFile.NotTaken refused
                    ? creation.refuse(
                            request, visitor, wish, Map.of(), Optional.of(Creation.say(visitor, refused.problem())))
                    : notices.answer(request, Notice.NOTHING_HERE);
        } finally {
            // What did not come along: all if it was refused, and if it had been opened by an earlier try
            taken.forEach(file -> takeFile.giveUp(visitor, file.id()));
        }
    }
}
