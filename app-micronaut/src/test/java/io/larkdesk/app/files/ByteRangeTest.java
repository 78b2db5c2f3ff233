package io.larkdesk.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=2-5, 2, 6",
        "bytes=2-, 2, 10",
        "bytes=9-99, 9, 10",
        "bytes=-3, 7, 10",
        "bytes=-99, 0, 10",
        "bytes=-0, 10, 10",
        "bytes=10-, 10, 10",
        "bytes=99-100, 10, 10"
    })
    void oneRangeIsUnderstood(String header, long from, long until) {
        assertThat(ByteRange.parse(header, 10)).contains(new ByteRange(from, until));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"bytes=5-2", "bytes=-", "bytes=0-1,3-4", "lines=1-2", "bytes=a-b", "bytes=9999999999999999999-"})
    void everythingElseMeansTheWholeFile(String header) {
        assertThat(ByteRange.parse(header, 10)).isEmpty();
    }
}
