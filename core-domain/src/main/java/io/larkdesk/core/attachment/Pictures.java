package io.larkdesk.core.attachment;

import java.util.Objects;
import java.util.Optional;

/** Looks at pictures; the JDK's decoders in the service, anything in an embedding program. Never called in a transaction. Thread-safe. */
public interface Pictures {

    /**
     * A picture, as far as it was looked at.
     *
     * @param width in pixels, turned upright
     * @param height in pixels
     * @param thumbnail a small copy, if one was made
     */
    record Seen(int width, int height, Optional<Thumbnail> thumbnail) {

        /** Refuses null. */
        public Seen {
            Objects.requireNonNull(thumbnail, "thumbnail");
        }

        Picture picture() {
            return new Picture(width, height, thumbnail.isPresent());
        }
    }

    /**
     * Looks at a picture that anybody may have made to do harm: its dimensions come first, and what would take too much memory is not
     * decoded.
     *
     * @param type by how it begins; a picture's
     * @param bytes the whole file
     * @return empty if it is damaged, or too large to be shown in a page
     */
    Optional<Seen> look(FileType type, StoredBytes bytes);
}
