package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.reminder.QuietHours;
import io.larkdesk.core.reminder.QuietTime;
import io.larkdesk.core.reminder.QuietTimes;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a person is reminded, as the person chooses and asks; without script. */
class QuietTimeIT {

    private static final String PATH = "/lark/cli_harbour/preferences/reminders";

    private RunningDesk desk;
    private SignedIn daniel;
    private SignedIn mei;

    @BeforeEach
    void start() {
        desk = RunningDesk.start(Map.of("larkdesk.reminder.grace", "PT10S"));
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private QuietTime stored() {
        return desk.node().bean(QuietTimes.class).get(daniel.person().id());
    }

    @Test
    void quietHoursAreKeptUntilTheyAreTurnedOff() {
        Answer chosen =
                daniel.submit(PATH + "/hours", Map.of("from", "21:30", "until", "06:45", "zone", "Asia/Singapore"));

        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.location()).isEqualTo(PATH);
        assertThat(stored().hours())
                .contains(new QuietHours(LocalTime.of(21, 30), LocalTime.of(6, 45), ZoneId.of("Asia/Singapore")));
        assertThat(daniel.browser().get(PATH).body())
                .contains("Every day from 21:30 to 06:45, by the clocks of Asia/Singapore.")
                .contains("value=\"21:30\"");
        assertThat(mei.browser().get(PATH).body()).doesNotContain("21:30");

        daniel.submit(PATH + "/hours", Map.of("off", "true"));
        assertThat(stored().hours()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "22:00, 22:00, UTC, 422, Choose two different times.",
        "'',    07:00, UTC, 422, Enter both times",
        "25:00, 07:00, UTC, 422, Enter both times",
        "<b>,   07:00, UTC, 422, Enter both times",
        "22:00, 07:00, Nowhere/Land, 400, ",
        "22:00, 07:00, '', 400, ",
    })
    void hoursThatCannotBeChangeNothing(String from, String until, String zone, int status, String says) {
        Answer refused = daniel.submit(PATH + "/hours", Map.of("from", from, "until", until, "zone", zone));

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.body())
                .contains(Optional.ofNullable(says).orElse(""))
                .doesNotContain("<b>,");
        assertThat(stored()).isEqualTo(QuietTime.none(daniel.person().id()));
    }

    @Test
    void aPauseBeginsAndEnds() {
        assertThat(daniel.submit(PATH + "/pause", Map.of("for", "PT4H")).status())
                .isEqualTo(303);
        assertThat(stored().pausedUntil()).isPresent();
        assertThat(daniel.browser().get(PATH).body()).contains("Paused until").contains("End the pause");

        assertThat(daniel.submit(PATH + "/pause", Map.of("for", "P1000D")).status())
                .isEqualTo(400);
        assertThat(daniel.submit(PATH + "/pause", Map.of()).status()).isEqualTo(400);
        assertThat(stored().pausedUntil()).isPresent();

        daniel.submit(PATH + "/pause", Map.of("for", ""));
        assertThat(stored().pausedUntil()).isEmpty();
    }

    @Test
    void onlyWhoIsCalledLearnsWhatBecameOfIt() {
        daniel.submit(PATH + "/pause", Map.of("for", "PT1H"));
        String why = "/messages/" + SignedIn.seq(mei.say("<@" + daniel.person().id() + "> look")) + "/reminder";

        assertThat(daniel.page(why).body())
                .contains("Why was I (not) reminded?")
                .contains("you wanted no reminder until");
        assertThat(mei.page(why).status()).isEqualTo(404);
        assertThat(daniel.page("/messages/999/reminder").status()).isEqualTo(404);
        assertThat(daniel.page("/messages/x/reminder").status()).isEqualTo(404);

        SignedIn lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        assertThat(lena.browser()
                        .get(daniel.path(why).replace("cli_harbour", "cli_meridian"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatWasReadInTimeIsSaid() {
        long seq = SignedIn.seq(mei.say("<@" + daniel.person().id() + "> look"));
        daniel.submit(daniel.path("/read"), Map.of("upTo", Long.toString(seq), "looking", "false"));

        await().untilAsserted(() -> assertThat(
                        daniel.page("/messages/" + seq + "/reminder").body())
                .contains("You read it before a reminder was due, so none was sent."));
    }
}
