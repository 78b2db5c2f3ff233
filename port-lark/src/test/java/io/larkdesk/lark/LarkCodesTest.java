package io.larkdesk.lark;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.lark.LarkError.Kind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LarkCodesTest {

    /** What no code says: it is found out on our side, or means that a code is not known. */
    private static final Set<Kind> WITHOUT_CODE = EnumSet.of(Kind.METER_REFUSED, Kind.NOT_SENT, Kind.UNRECOGNISED);

    @ParameterizedTest
    @CsvSource({
        "10003, CREDENTIALS_INVALID",
        "10014, CREDENTIALS_INVALID",
        "20002, CREDENTIALS_INVALID",
        "99991662, APP_DISABLED",
        "99991401, APP_DISABLED",
        "20009, APP_DISABLED",
        "1184000, APP_DISABLED",
        "99991672, SCOPE_MISSING",
        "1184001, SCOPE_MISSING",
        "230027, SCOPE_MISSING",
        "230006, BOT_OFF",
        "99991400, RATE_LIMITED",
        "230020, RATE_LIMITED",
        "11232, RATE_LIMITED",
        "99991403, QUOTA_USED_UP",
        "230013, RECIPIENT_UNREACHABLE",
        "230029, RECIPIENT_UNREACHABLE",
        "99992351, RECIPIENT_UNREACHABLE",
        "99992361, RECIPIENT_UNREACHABLE",
        "230035, RECIPIENT_UNREACHABLE",
        "230053, RECIPIENT_OPTED_OUT",
        "230022, CONTENT_REFUSED",
        "230025, CONTENT_REFUSED",
        "230028, CONTENT_REFUSED",
        "230099, CONTENT_REFUSED",
        "230049, BEING_SENT",
        "20003, CODE_STALE",
        "20004, CODE_STALE",
        "20049, CODE_STALE",
        "20065, CODE_STALE",
        "20010, PERSON_NOT_AVAILABLE",
        "20005, PERSON_INACTIVE",
        "20021, PERSON_INACTIVE",
        "20022, PERSON_INACTIVE",
        "99991668, PERSON_INACTIVE",
        "20071, INVALID_REQUEST",
        "230001, INVALID_REQUEST",
        "99992402, INVALID_REQUEST",
        "99991663, INVALID_REQUEST",
        "20050, SERVER_ERROR",
        "5000, SERVER_ERROR",
        "9500, SERVER_ERROR",
        "9599, SERVER_ERROR"
    })
    void codesOfTheFourCallsHaveAKind(int code, Kind kind) {
        assertThat(LarkCodes.kind(code)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "99991406", "9600"})
    void otherCodesSayNothing(int code) {
        assertThat(LarkCodes.kind(code)).isEmpty();
    }

    @Test
    void everyKindThatLarkCanMeanHasACode() {
        assertThat(EnumSet.complementOf(EnumSet.copyOf(WITHOUT_CODE)))
                .allSatisfy(kind -> assertThat(oneOf(kind)).isPositive());
        assertThat(WITHOUT_CODE).allSatisfy(kind -> assertThat(oneOf(kind)).isNegative());
    }

    /** The first code of that kind that does not make the adapter fetch another token; negative if there is none. */
    static int oneOf(Kind kind) {
        return IntStream.concat(IntStream.range(1, 1_200_000), IntStream.range(99_991_000, 99_993_000))
                .filter(code ->
                        LarkCodes.kind(code).filter(kind::equals).isPresent() && !LarkCodes.isTokenRefused(code))
                .findFirst()
                .orElse(-1);
    }
}
