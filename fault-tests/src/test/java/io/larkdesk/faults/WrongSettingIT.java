package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start that cannot succeed ends with status 1 and one line for the operator. */
class WrongSettingIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "LARKDESK_REMINDER_WINDOW, ten minutes",
        "LARKDESK_REMINDER_WINDOW, PT3S",
        "LARKDESK_DB_URL, jdbc:mysql://127.0.0.1/desk",
        "LARKDESK_DB_URL, jdbc:postgresql://127.0.0.1:1/desk",
        "LARKDESK_DATA, /proc/nowhere"
    })
    void isNamedInOneLine(String setting, String value) {
        Map<String, String> settings = new HashMap<>();
        settings.put("LARKDESK_PORT", Integer.toString(Program.freePort()));
        settings.put("LARKDESK_DATA", folder.toString());
        settings.put(setting, value);

        // As slowly as on a busy machine, so that work that goes by the clock begins before the start is over
        Program program = Program.start(Program.SERVICE, settings, List.of("-Xint"));

        assertThat(program.exitStatus()).isEqualTo(1);
        assertThat(program.lines()).singleElement().asString().contains(setting);
    }
}
