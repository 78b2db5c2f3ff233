package io.larkdesk.app.files;

import io.larkdesk.core.attachment.BrokenOffException;
import io.larkdesk.core.attachment.ByteSource;
import io.larkdesk.core.attachment.FileName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/**
 * A form with files, read as it comes: first its fields, which stand before its files in our pages, then one file after another. Of one
 * thread. The library knows some broken forms only by what goes wrong inside it, a null or an index, so that is a form's fault here, too.
 */
public final class MultipartForm {

    /** What a form may have of fields: the longest message, and room for the rest. */
    static final int MOST_BYTES_OF_FIELDS = 200_000;

    private static final int MOST_PARTS = 40;
    private static final int MOST_BYTES_OF_HEADER = 8_000;

    private final Map<String, String> fields = new HashMap<>();
    private final FileItemIterator parts;
    private Optional<FileItemStream> next = Optional.empty();
    private int bytesOfFields;
    private int count;

    private MultipartForm(FileItemIterator parts) {
        this.parts = parts;
    }

    /** The form is none, or broken off, or has more than a form of ours can have. */
    public static final class BadFormException extends Exception {

        private static final long serialVersionUID = 1L;

        private BadFormException(String message) {
            super(message);
        }

        private BadFormException(Exception cause) {
            super("the form cannot be read", cause);
        }
    }

    /**
     * A file in a form.
     *
     * @param name what its sender calls it
     * @param declaredType what its sender says that it is; may be empty
     * @param bytes its content
     */
    public record Part(FileName name, String declaredType, ByteSource bytes) {}

    /**
     * Reads the fields up to the first file.
     *
     * @param contentType that of the request, with its boundary
     * @param body the request's
     * @throws BadFormException if that is not possible
     */
    public static MultipartForm open(String contentType, InputStream body) throws BadFormException {
        FileUpload upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        upload.setPartHeaderSizeMax(MOST_BYTES_OF_HEADER);
        try {
            MultipartForm form = new MultipartForm(upload.getItemIterator(new Request(contentType, body)));
            form.advance();
            return form;
        } catch (IOException | FileUploadException | RuntimeException e) {
            throw new BadFormException(e);
        }
    }

    /** The fields before the file that comes next. */
    public Map<String, String> fields() {
        return Map.copyOf(fields);
    }

    /**
     * The next file that has a name; the one before it must have been read, or is left out. A form's empty choice of files has none.
     *
     * @throws BadFormException if the form breaks off before
     */
    public Optional<Part> nextFile() throws BadFormException {
        try {
            while (next.isPresent()) {
                FileItemStream item = next.get();
                next = Optional.empty();
                String name = name(item);
                if (!name.isEmpty()) {
                    return Optional.of(part(item, name));
                }
                advance();
            }
            advance();
            return next.isPresent() ? nextFile() : Optional.empty();
        } catch (IOException | FileUploadException | RuntimeException e) {
            throw new BadFormException(e);
        }
    }

    private static String name(FileItemStream item) {
        @Nullable String name = item.getName();
        return name == null ? "" : name;
    }

    private static Part part(FileItemStream item, String name) throws IOException {
        @Nullable String type = item.getContentType();
        InputStream bytes = item.openStream();
        return new Part(FileName.clean(name), type == null ? "" : type, (into, from, length) -> {
            try {
                return bytes.read(into, from, length);
            } catch (IOException | RuntimeException e) {
                throw new BrokenOffException("the request broke off", e);
            }
        });
    }

    /** Goes on to the next file, noting the fields on the way. */
    private void advance() throws IOException, FileUploadException, BadFormException {
        while (next.isEmpty() && parts.hasNext()) {
            FileItemStream item = parts.next();
            if (++count > MOST_PARTS) {
                throw new BadFormException("the form has too many parts");
            }
            if (item.isFormField()) {
                fields.put(Objects.requireNonNullElse(item.getFieldName(), ""), text(item));
            } else {
                next = Optional.of(item);
            }
        }
    }

    private String text(FileItemStream item) throws IOException, BadFormException {
        try (InputStream stream = item.openStream()) {
            byte[] bytes = stream.readNBytes(MOST_BYTES_OF_FIELDS - bytesOfFields + 1);
            bytesOfFields += bytes.length;
            if (bytesOfFields > MOST_BYTES_OF_FIELDS) {
                throw new BadFormException("the fields of the form are too long");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private record Request(String contentType, InputStream body) implements UploadContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        @Deprecated
        @SuppressWarnings("InlineMeSuggester") // the library's method, not ours
        public int getContentLength() {
            return -1;
        }

        @Override
        public long contentLength() {
            return -1;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }
    }
}
