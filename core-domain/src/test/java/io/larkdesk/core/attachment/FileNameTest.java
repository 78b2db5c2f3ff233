package io.larkdesk.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "screen.png, screen.png",
        "日志 2026-11-27.txt, 日志 2026-11-27.txt",
        "C:\\fakepath\\screen.png, screen.png",
        "../../etc/passwd, passwd",
        "..\\..\\boot.ini, boot.ini",
        "'  .hidden. ', hidden",
        "'a:b*c?\"d<e>f|g.txt', abcdefg.txt",
        "/, file",
        "'', file",
        "..., file"
    })
    void nameIsOneLineWithoutFolders(String given, String cleaned) {
        assertThat(FileName.clean(given).value()).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, '\n', '\r', '\t', 0x1B, 0x7F, 0x85, 0x200B, 0x200F, 0x202E, 0x2066, 0x2028, 0xFEFF, 0xE000})
    void whatCannotBeSeenIsTakenOut(int character) {
        String given = "photo" + Character.toString(character) + "gpj.exe";

        assertThat(FileName.clean(given).value()).isEqualTo("photogpj.exe");
        assertThatIllegalArgumentException().isThrownBy(() -> new FileName(given));
    }

    @Test
    void halfACharacterIsTakenOutAndAWholeOneStays() {
        assertThat(FileName.clean("a\uD83Db").value()).isEqualTo("ab");
        assertThat(FileName.clean("a\uD83D\uDE00b").value()).isEqualTo("a\uD83D\uDE00b");
    }

    @Test
    void overlongNameKeepsItsExtension() {
        assertThat(FileName.clean("x".repeat(201)).value()).isEqualTo("x".repeat(200));
        assertThat(FileName.clean("x".repeat(300) + ".log").value()).isEqualTo("x".repeat(196) + ".log");
        assertThat(FileName.clean("x".repeat(195) + "\uD83D\uDE00y.log").value())
                .isEqualTo("x".repeat(195) + ".log");
    }
}
