package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people see while nothing can be asked of the database. */
class DatabaseAwayIT {

    private static final String PAGE = "/lark/cli_harbour/person/inviteToGroup";

    @Test
    void peopleAreToldToTryAgainAndNothingOfTheDatabase() {
        try (RunningDesk desk = RunningDesk.start(Map.of())) {
            TestBrowser browser = new TestBrowser(desk.node());
            browser.signIn("cli_harbour", "ou_daniel");

            desk.letIntoDatabase(false);
            Answer page = browser.get(PAGE);
            Answer fragment = browser.get(PAGE, "X-Fragment", "1");
            desk.letIntoDatabase(true);

            assertThat(page.status()).isEqualTo(503);
            assertThat(page.title()).isEqualTo("Something went wrong");
            assertThat(page.header("Retry-After")).isEqualTo("5");
            assertThat(page.body())
                    .contains("Ref " + page.header("X-Request-Id"))
                    .doesNotContainIgnoringCase("sql")
                    .doesNotContainIgnoringCase("connection");
            assertThat(fragment.status()).isEqualTo(503);
            assertThat(fragment.body())
                    .contains("\"reference\":\"" + fragment.header("X-Request-Id") + "\"")
                    .doesNotContainIgnoringCase("sql");
        }
    }
}
