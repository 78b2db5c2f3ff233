package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.larkdesk.core.tenant.AppId;
import java.net.URI;

/** Wherever somebody wants to be led after signing in, it is a page of the desk, as browsers read addresses and as Java does. */
class LocalPathFuzzTest {

    private static final AppId APP = new AppId("cli_harbour");
    private static final AppId OTHER = new AppId("cli_meridian");
    private static final URI DESK = URI.create("https://desk.example/thirdparty/lark/cli_harbour/login");

    @FuzzTest
    void nobodyIsLedElsewhere(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();

        LocalPath.parse(APP, text).ifPresent(path -> {
            assertThat(path.value()).isEqualTo(text);
            staysHere(path, "/lark/cli_harbour");
            staysHere(path.in(OTHER), "/lark/cli_meridian");
        });
        AppPath.parse(text).ifPresent(app -> assertThat(text).contains("/lark/" + app));
    }

    private static void staysHere(LocalPath path, String root) {
        URI there = DESK.resolve(path.value()).normalize();
        assertThat(there.getRawAuthority()).isEqualTo("desk.example");
        assertThat(there.getScheme()).isEqualTo("https");
        assertThat(there.getRawPath() + "/").containsPattern("^(" + root + "|/console)/");
        // browsers drop tabs and line ends, and take \ for /
        String read =
                path.value().replaceAll("[\\t\\r\\n]", "").replace('\\', '/').strip();
        assertThat(read).isEqualTo(path.value()).startsWith("/").doesNotStartWith("//");
    }
}
