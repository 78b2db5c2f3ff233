package io.larkdesk.app.files;

import io.larkdesk.app.config.Settings;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.attachment.AttachFiles;
import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.DiscardUpload;
import io.larkdesk.core.attachment.UploadAttachment;
import io.larkdesk.core.group.GroupId;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes files out of forms into a group. */
@Singleton
public final class TakeFile {

    private final UploadAttachment uploadAttachment;
    private final DiscardUpload discardUpload;
    private final Settings settings;

    TakeFile(UploadAttachment uploadAttachment, DiscardUpload discardUpload, Settings settings) {
        this.uploadAttachment = uploadAttachment;
        this.discardUpload = discardUpload;
        this.settings = settings;
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * It is here.
     *
     * @param attachment the file, to be sent
     */
    public record Taken(Attachment attachment) implements Result {}

    /**
     * It is not taken.
     *
     * @param problem why
     */
    public record NotTaken(FileProblem problem) implements Result {}

    /** The visitor is not in the group. */
    public record NothingHere() implements Result {}

    /** Takes the only file of a request, which says how long it is as a whole: one much longer than files may be is not read at all. */
    public Result executeOnly(HttpRequest<?> request, Visitor visitor, GroupId group, MultipartForm.Part part) {
        long largest = settings.attachments().maxSize();
        OptionalLong length = FormRequests.length(request);
        boolean tooLong = length.orElse(0) > largest + MultipartForm.MOST_BYTES_OF_FIELDS;
        return tooLong
                ? take(visitor, group, part, Optional.of(length.getAsLong()))
                : execute(request, visitor, group, part);
    }

    /** Takes one file of a request, perhaps of several; it cannot be longer than the request. */
    public Result execute(HttpRequest<?> request, Visitor visitor, GroupId group, MultipartForm.Part part) {
        long largest = settings.attachments().maxSize();
        return take(
                visitor,
                group,
                part,
                Optional.of(Math.min(FormRequests.length(request).orElse(largest), largest)));
    }

    /**
     * Takes the files of a form in order, until one is not taken, or there are more than {@code most}.
     *
     * @param taken the files that are taken are added to it
     * @return what ended it before all were taken: {@link NotTaken} or {@link NothingHere}
     */
    public Optional<Result> executeAll(
            HttpRequest<?> request,
            Visitor visitor,
            GroupId group,
            MultipartForm form,
            int most,
            List<Attachment> taken)
            throws MultipartForm.BadFormException {
        for (Optional<MultipartForm.Part> part = form.nextFile(); part.isPresent(); part = form.nextFile()) {
            if (taken.size() == most) {
                return Optional.of(new NotTaken(FileProblem.of(AttachFiles.Problem.TOO_MANY_FILES)));
            }
            Result result = execute(request, visitor, group, part.get());
            if (!(result instanceof Taken file)) {
                return Optional.of(result);
            }
            taken.add(file.attachment());
        }
        return Optional.empty();
    }

    private Result take(Visitor visitor, GroupId group, MultipartForm.Part part, Optional<Long> most) {
        UploadAttachment.Result result = uploadAttachment.execute(
                new UploadAttachment.Command(group, visitor.person().id(), part.name(), part.declaredType(), most),
                part.bytes());
        if (result instanceof UploadAttachment.Uploaded uploaded) {
            return new Taken(uploaded.attachment());
        }
        return result instanceof UploadAttachment.Refused refused
                ? new NotTaken(FileProblem.of(refused.problem(), part.name(), settings))
                : new NothingHere();
    }

    /** Gives up a file that was taken and is not to be sent; false if there is none of the visitor's. */
    public boolean giveUp(Visitor visitor, AttachmentId id) {
        return discardUpload.execute(id, visitor.person().id());
    }
}
