package io.larkdesk.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1 B",
        "999, 999 B",
        "1000, 1 kB",
        "1449, 1.4 kB",
        "9949, 9.9 kB",
        "9950, 10 kB",
        "311500, 312 kB",
        "999499, 999 kB",
        "999500, 1 MB",
        "20000000, 20 MB",
        "48000000, 48 MB",
        "5000000000, 5 GB"
    })
    void sizesAreSaidInThreeDigits(long bytes, String said) {
        assertThat(Bytes.say(bytes)).isEqualTo(said);
    }
}
