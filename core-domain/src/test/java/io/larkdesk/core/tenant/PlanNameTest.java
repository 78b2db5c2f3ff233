package io.larkdesk.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "Gold ", " Gold", "two\nlines", "tab\there", "\u202Edlog", "\u200B\u200B", "\uD800"})
    void whatIsNotAVisibleLineIsRefused(String text) {
        assertThat(PlanName.isName(text)).isFalse();
        assertThatThrownBy(() -> new PlanName(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sixtyCharactersAreAName() {
        assertThat(new PlanName("\uD83D\uDC26".repeat(60)).value()).hasSize(120);
        assertThat(PlanName.isName("\uD83D\uDC26".repeat(61))).isFalse();
    }
}
