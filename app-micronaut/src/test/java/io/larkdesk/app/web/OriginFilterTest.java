package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginFilterTest {

    @ParameterizedTest
    @CsvSource({
        "https://desk.example, https://desk.example",
        "https://Desk.Example:443, https://desk.example",
        "https://desk.example:8443, https://desk.example:8443",
        "http://localhost:80, http://localhost",
        "http://localhost:8080, http://localhost:8080",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void anOriginIsWrittenAsBrowsersWriteIt(URI url, String origin) {
        assertThat(OriginFilter.origin(url)).isEqualTo(origin);
    }
}
