package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.page.Theme;
import io.larkdesk.core.person.Language;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserTest {

    private static MutableHttpRequest<?> request() {
        return HttpRequest.GET("/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8 | ZH",
                "en-GB,en;q=0.9,zh;q=0.8 | EN",
                "fr-FR,fr;q=0.9,zh-TW;q=0.4,en;q=0.3 | ZH",
                "zh-Hant-HK | ZH",
                "fr | EN",
                "* | EN",
                ";;q=9,zz- | EN",
                "zh;q=x | EN"
            })
    void theFirstLanguageThatTheDeskSpeaksCounts(String header, Language language) {
        assertThat(Browser.language(request().header(HttpHeaders.ACCEPT_LANGUAGE, header)))
                .isEqualTo(language);
    }

    @Test
    void whoSaysNothingReadsEnglish() {
        assertThat(Browser.viewer(request()).language()).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Singapore", "Asia%2FSingapore"})
    void theZoneIsTheBrowsersOwn(String cookie) {
        assertThat(Browser.viewer(request().cookie(Cookie.of("zone", cookie))).zone())
                .isEqualTo(ZoneId.of("Asia/Singapore"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "", "../../etc/passwd", "Asia%252FSingapore", "+99:00", "\u0000"})
    void anUnknownZoneIsUtc(String cookie) {
        assertThat(Browser.zone(cookie)).isEmpty();
        assertThat(Browser.viewer(request()).zone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void aZoneCanBeTooLong() {
        assertThat(Browser.zone("Asia/".repeat(200))).isEmpty();
    }

    @Test
    void theThemeIsAChoiceOrTheDevices() {
        assertThat(Browser.viewer(request().cookie(Cookie.of("theme", "dark"))).theme())
                .isEqualTo(Theme.DARK);
        assertThat(Browser.viewer(request().cookie(Cookie.of("theme", "pink"))).theme())
                .isEqualTo(Theme.SYSTEM);
    }

    @Test
    void aPageIsForWhoeverAcceptsOneAndIsNotThePagesScript() {
        assertThat(Browser.wantsPage(request().header(HttpHeaders.ACCEPT, "text/html,*/*;q=0.8")))
                .isTrue();
        assertThat(Browser.wantsPage(
                        request().header(HttpHeaders.ACCEPT, "text/html").header("X-Fragment", "1")))
                .isFalse();
        assertThat(Browser.wantsPage(request().header(HttpHeaders.ACCEPT, "text/event-stream")))
                .isFalse();
        assertThat(Browser.wantsPage(request())).isFalse();
    }
}
