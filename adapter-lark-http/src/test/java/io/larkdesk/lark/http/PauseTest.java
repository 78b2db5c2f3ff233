package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseTest {

    @ParameterizedTest
    @CsvSource({
        "52, PT52S",
        "' 52 ', PT52S",
        "0, PT0S",
        "-1, PT0S",
        "soon, PT0S",
        "'', PT0S",
        "60, PT1M",
        "61, PT1M",
        "99999999999999999999, PT1M",
        "'Tue, 24 Nov 2026 06:30:30 GMT', PT30S",
        "'Tue, 24 Nov 2026 06:31:30 GMT', PT1M",
        "'Tue, 24 Nov 2026 06:29:00 GMT', PT0S"
    })
    void retryAfterIsSecondsOrADate(String value, Duration pause) {
        assertThat(Pause.askedBy(answer("Retry-After", value, "Date", "Tue, 24 Nov 2026 06:30:00 GMT")))
                .isEqualTo(pause);
    }

    @Test
    void datesCountFromTheArrivalOfAnAnswerWithoutDate() {
        Response answer = answer("Retry-After", "Thu, 01 Jan 1970 00:00:09 GMT")
                .newBuilder()
                .receivedResponseAtMillis(2_000)
                .build();

        assertThat(Pause.askedBy(answer)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void larksOwnHeaderGoesBeforeRetryAfter() {
        assertThat(Pause.askedBy(answer("Retry-After", "9", "X-Ogw-Ratelimit-Reset", "3")))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(Pause.askedBy(answer("Retry-After", "9", "X-Ogw-Ratelimit-Reset", "?")))
                .isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void mostAnswersAskForNoPause() {
        assertThat(Pause.askedBy(answer())).isZero();
    }

    private static Response answer(String... namesAndValues) {
        Response.Builder answer = new Response.Builder()
                .request(new Request.Builder().url("http://localhost/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(429)
                .message("");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            answer.header(namesAndValues[i], namesAndValues[i + 1]);
        }
        return answer.build();
    }
}
