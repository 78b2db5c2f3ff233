package io.larkdesk.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.larkdesk.app.files.MultipartForm.BadFormException;
import io.larkdesk.app.files.MultipartForm.Part;
import io.larkdesk.core.attachment.BrokenOffException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Whatever is sent as a form with files, it is read within its bounds or refused. An input is a Content-Type, a line end, and a body. */
class MultipartFuzzTest {

    @FuzzTest
    void aFormIsReadOrRefused(byte[] input) {
        int end = indexOf(input, (byte) '\n');
        String type = new String(input, 0, end, StandardCharsets.ISO_8859_1);
        byte[] body = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
        try {
            MultipartForm form = MultipartForm.open(type, new ByteArrayInputStream(body));
            int files = 0;
            for (Optional<Part> file = form.nextFile(); file.isPresent(); file = form.nextFile()) {
                files++;
                assertThat(file.get().name().value()).isNotBlank().doesNotContain("/", "\u0000", "\n");
                assertThat(size(file.get())).isLessThanOrEqualTo(body.length);
            }
            assertThat(files).isLessThanOrEqualTo(40);
            assertThat(form.fields().values().stream().mapToInt(String::length).sum())
                    .isLessThanOrEqualTo(MultipartForm.MOST_BYTES_OF_FIELDS);
        } catch (BadFormException | BrokenOffException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
        }
    }

    private static long size(Part file) {
        byte[] piece = new byte[1_000];
        long size = 0;
        for (int read = file.bytes().read(piece, 0, piece.length);
                read >= 0;
                read = file.bytes().read(piece, 0, piece.length)) {
            size += read;
        }
        return size;
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return bytes.length;
    }
}
