package io.larkdesk.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FileTypeTest {

    private static FileType of(String latin1) {
        byte[] head = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return FileType.of(Arrays.copyOf(head, FileType.HEAD), Math.min(head.length, FileType.HEAD));
    }

    @Test
    void beginningTells() {
        assertThat(of("\u0089PNG\r\n\u001A\n and more")).isEqualTo(FileType.PNG);
        assertThat(of("\u00FF\u00D8\u00FF\u00E0")).isEqualTo(FileType.JPEG);
        assertThat(of("GIF87a")).isEqualTo(FileType.GIF);
        assertThat(of("GIF89a")).isEqualTo(FileType.GIF);
        assertThat(of("RIFF\u0000\u00FF\u0001\u0000WEBPVP8 ")).isEqualTo(FileType.WEBP);
        assertThat(of("%PDF-1.7")).isEqualTo(FileType.PDF);
        assertThat(of("PK\u0003\u0004")).isEqualTo(FileType.ZIP);
        assertThat(of("PK\u0005\u0006")).isEqualTo(FileType.ZIP);
        assertThat(of("\u001F\u008B\u0008")).isEqualTo(FileType.GZIP);
        assertThat(of("\u0000\u0000\u0000 ftypisom")).isEqualTo(FileType.MP4);
        assertThat(of("\u0000\u0000\u0000\u0014ftypqt  ")).isEqualTo(FileType.QUICKTIME);
    }

    @ParameterizedTest
    @CsvSource({"'<!doctype html>'", "'<svg xmlns='", "GIF88a", "GIF8", "RIFF1234WAVE", "xGIF89a", "''"})
    void whatBeginsOtherwiseIsAnythingElse(String beginning) {
        assertThat(of(beginning)).isEqualTo(FileType.OTHER);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatCannotRunIsAPicture(FileType type) {
        assertThat(type.isPicture())
                .isEqualTo(type.mediaType().startsWith("image/"))
                .isEqualTo(FileType.promisesPicture(type.mediaType()));
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, true",
        "IMAGE/JPEG, true",
        "image/jpg, true",
        "'image/webp; q=1', true",
        "image/svg+xml, false",
        "image/heic, false",
        "text/html, false",
        "'', false"
    })
    void aPromiseIsTakenByWhatPagesShow(String mediaType, boolean promises) {
        assertThat(FileType.promisesPicture(mediaType)).isEqualTo(promises);
    }
}
