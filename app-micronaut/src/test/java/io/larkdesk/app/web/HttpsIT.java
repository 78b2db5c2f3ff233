package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is different where browsers reach the desk by https. */
class HttpsIT {

    @Test
    void cookiesAreOfThisHostAloneAndBrowsersRememberToUseHttps() {
        try (RunningDesk desk = RunningDesk.start(Map.of("larkdesk.public-url", "https://desk.example"))) {
            TestBrowser browser = new TestBrowser(desk.node());
            Answer back = browser.signIn("cli_harbour", "ou_daniel");

            assertThat(back.location()).isEqualTo("/lark/cli_harbour/workbench");
            assertThat(back.header("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
            assertThat(back.headers("Set-Cookie"))
                    .anySatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-session-cli_harbour=")
                            .contains("Path=/", "; Secure", "SameSite=Lax")
                            .containsIgnoringCase("HttpOnly")
                            .doesNotContainIgnoringCase("Domain"))
                    .anySatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-sign-in-")
                            .contains("Max-Age=0;", "Path=/", "; Secure"));
        }
    }
}
