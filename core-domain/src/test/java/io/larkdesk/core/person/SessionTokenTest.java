package io.larkdesk.core.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.shared.Randomness;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTokenTest {

    /** Counts, and says how many bytes it was asked for. */
    private static final class Counting implements Randomness {

        private int asked;

        @Override
        public UUID uuid() {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] bytes(int length) {
            asked += length;
            byte[] bytes = new byte[length];
            bytes[length - 1] = (byte) asked;
            return bytes;
        }
    }

    @Test
    void tokenHas256RandomBits() {
        Counting randomness = new Counting();

        SessionToken first = SessionToken.issue(randomness);
        SessionToken second = SessionToken.issue(randomness);

        assertThat(randomness.asked).isEqualTo(64);
        assertThat(first).isNotEqualTo(second);
        assertThat(first.key()).isNotEqualTo(second.key());
    }

    @Test
    void textFormComesBack() {
        SessionToken token = SessionToken.issue(new Counting());

        assertThat(SessionToken.parse(token.reveal())).contains(token);
        assertThat(SessionToken.parse(token.reveal()).orElseThrow().key()).isEqualTo(token.key());
    }

    @Test
    void keyIsTheHashAndTellsNothingOfTheToken() {
        SessionToken token = SessionToken.parse("A".repeat(43)).orElseThrow();

        assertThat(token.key().hex()).isEqualTo("0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a");
    }

    @Test
    void tokenIsNotPrinted() {
        SessionToken token = SessionToken.issue(new Counting());

        assertThat(token.toString()).doesNotContain(token.reveal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa="
            })
    void otherTextIsNoToken(String text) {
        assertThat(SessionToken.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "xy"})
    void keyIsASha256(String hex) {
        assertThatThrownBy(() -> new SessionKey(hex)).isInstanceOf(IllegalArgumentException.class);
    }
}
