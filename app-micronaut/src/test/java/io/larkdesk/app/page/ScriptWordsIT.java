package io.larkdesk.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the script says is what the server would say. */
class ScriptWordsIT extends InBrowser {

    private static final List<String> MODULES = List.of("page.js", "texts.js", "times.js");
    private static final List<Map<String, Object>> WORDS =
            List.of(words(0, "none", 0), words(1, "some", 1), words(21, "all", 4));

    private static Map<String, Object> words(int count, String state, int read) {
        return Map.of(
                "count", count, "time", "14:33", "name", "xy", "state", state, "words", "so far", "read", read, "of", 4,
                "size", "48 MB", "most", "20 MB");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void textsAndTimesAreTheSame(Language language) {
        Viewer viewer = new Viewer(language, Theme.SYSTEM, false, ZoneId.of("Asia/Singapore"), Samples.NOW);
        page.setContent("<html lang=" + viewer.lang() + ">");
        page.addScriptTag(new com.microsoft.playwright.Page.AddScriptTagOptions()
                .setContent(Script.texts(language) + Script.join(MODULES, Assets::read)
                        + "Object.assign(window, { say, heading, texts });"));
        for (String key : viewer.texts().patterns("live.").keySet()) {
            for (Map<String, Object> words : WORDS) {
                assertThat(page.evaluate("([key, words]) => say(key, words)", List.of(key, words)))
                        .isEqualTo(viewer.texts().say("live." + key, words));
            }
        }
        for (String at : List.of(
                "2026-11-24T00:00:00Z", "2026-11-23T10:00:00Z", "2026-11-22T16:30:00Z", "2025-02-03T04:05:00Z")) {
            String heading = viewer.times().heading(Instant.parse(at));
            assertThat(bare((String) page.evaluate("at => heading(new Date(at))", at)))
                    .isEqualTo(bare(heading));
        }
    }

    /** Without what browsers put differently between the parts of a date. */
    private static String bare(String date) {
        return date.replaceAll("[ ,]", "");
    }
}
