package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people see while nothing can be asked of the database. */
class DatabaseAwayIT {

    private static final String PAGE = "/lark/cli_harbour/person/inviteToGroup";

    @Test
    void peopleAreToldToTryAgainAndNothingOfTheDatabase() throws SQLException {
        try (RunningDesk desk = RunningDesk.start(Map.of())) {
            TestBrowser browser = new TestBrowser(desk.node());
            browser.signIn("cli_harbour", "ou_daniel");

            letIn(desk, false);
            Answer page = browser.get(PAGE);
            Answer fragment = browser.get(PAGE, "X-Fragment", "1");
            letIn(desk, true);

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

    private static void letIn(RunningDesk desk, boolean open) throws SQLException {
        Matcher name = Pattern.compile("/(desk\\d+)").matcher(desk.database());
        assertThat(name.find()).isTrue();
        String database = name.group(1);
        try (Connection connection = DriverManager.getConnection(desk.database().replace("/" + database, "/postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + database + " allow_connections " + open);
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
        }
    }
}
