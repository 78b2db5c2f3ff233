package io.larkdesk.app.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.Picture;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was taken, and goes with the next message that names it.
 *
 * @param id to be named with the message
 * @param name what it is called from now on
 * @param type what it is, by its content
 * @param size in bytes
 * @param width of a picture that pages show, in pixels
 * @param height of a picture that pages show, in pixels
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UploadedFile(
        UUID id,
        String name,
        String type,
        long size,
        @Nullable Integer width,
        @Nullable Integer height) {

    static UploadedFile of(Attachment attachment) {
        return new UploadedFile(
                attachment.id().value(),
                attachment.name().value(),
                attachment.type().mediaType(),
                attachment.size(),
                attachment.picture().map(Picture::width).orElse(null),
                attachment.picture().map(Picture::height).orElse(null));
    }
}
