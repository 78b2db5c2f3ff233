package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.tenant.AppId;
import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LocalPathProperties {

    private static final AppId APP = new AppId("cli_harbour");
    private static final URI DESK = URI.create("https://desk.example/thirdparty/lark/cli_harbour/login");

    @Property(tries = 5_000)
    void whateverIsLetThroughStaysOnTheAppsOwnPages(@ForAll("addresses") String text) {
        LocalPath.parse(APP, text).ifPresent(path -> {
            URI there = DESK.resolve(path.value()).normalize();

            assertThat(there.getScheme()).isEqualTo("https");
            assertThat(there.getRawAuthority()).isEqualTo("desk.example");
            assertThat(there.getPath() + "/").startsWith("/lark/cli_harbour/");
            assertThat(path.value()).matches("\\p{Graph}+").doesNotContain("\\", "//", "..%", "%");
        });
    }

    @Property(tries = 2_000)
    void ourOwnPagesAreLetThrough(@ForAll("pages") String page) {
        assertThat(LocalPath.parse(APP, page)).map(LocalPath::value).hasValue(page);
    }

    /** Pieces of addresses, of which many together are an attack. */
    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> pieces = Arbitraries.of(
                "/",
                "/lark/",
                "cli_harbour",
                "cli_meridian",
                "..",
                ".",
                "\\",
                "%2f",
                "%5c",
                "%2e",
                "%00",
                "@",
                ":",
                "//",
                "evil.example",
                "https:",
                "javascript:",
                "?",
                "#",
                "&",
                "=",
                "\t",
                "\n",
                "\r",
                " ",
                "a",
                "\u2028",
                "\u3002");
        Arbitrary<String> tails = pieces.list().ofMaxSize(8).map(list -> String.join("", list));
        return Arbitraries.oneOf(tails, tails.map(tail -> "/lark/cli_harbour" + tail), Arbitraries.strings());
    }

    @Provide
    Arbitrary<String> pages() {
        Arbitrary<String> segments =
                Arbitraries.strings().withChars("abcXYZ019-_").ofMinLength(1).ofMaxLength(43);
        Arbitrary<String> queries = Arbitraries.of("", "?m=17", "?to=7d44f6be-0c7e-4b0b-a5a5-2b6a9a3f8e1b&m=3", "?");
        return segments.list()
                .ofMaxSize(4)
                .flatMap(list -> queries.map(query -> "/lark/cli_harbour"
                        + String.join(
                                "", list.stream().map(segment -> "/" + segment).toList()) + query));
    }
}
