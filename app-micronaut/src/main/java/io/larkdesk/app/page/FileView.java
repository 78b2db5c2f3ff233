package io.larkdesk.app.page;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.Picture;
import java.util.Objects;
import java.util.Optional;

/**
 * A file beside a message.
 *
 * @param path its address under that of the reader's app
 * @param name what it is called
 * @param size as people say it
 * @param picture what is shown of it; empty if it is a line with a name
 */
public record FileView(String path, String name, String size, Optional<Shown> picture) {

    private static final double LONGEST_SIDE = 320;

    /** Refuses null. */
    public FileView {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(picture, "picture");
    }

    /**
     * A picture as the page shows it.
     *
     * @param path the address of what is shown, under that of the reader's app
     * @param width in the page's pixels
     * @param height in the page's pixels
     */
    public record Shown(String path, int width, int height) {

        /** Refuses null. */
        public Shown {
            Objects.requireNonNull(path, "path");
        }
    }

    /** The file as every reader of the group sees it. */
    public static FileView of(Attachment file) {
        String path =
                "/groups/" + file.id().group() + "/attachments/" + file.id().value();
        return new FileView(
                path,
                file.name().value(),
                Bytes.say(file.size()),
                file.picture().map(picture -> shown(path, picture)));
    }

    private static Shown shown(String path, Picture picture) {
        double scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width(), picture.height()));
        return new Shown(
                picture.hasThumbnail() ? path + "/thumbnail" : path,
                Math.max(1, (int) Math.round(picture.width() * scale)),
                Math.max(1, (int) Math.round(picture.height() * scale)));
    }
}
