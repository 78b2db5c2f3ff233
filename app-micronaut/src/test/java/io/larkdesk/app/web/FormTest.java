package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void fieldsAreReadAsWhatTheyAre() {
        UUID id = new UUID(0x1234567890abcdefL, 42);
        Form form = new Form(Map.of("n", "17", "id", id.toString(), "text", " hello "));

        assertThat(form.number("n")).contains(17L);
        assertThat(form.id("id")).contains(id);
        assertThat(form.text("text")).contains(" hello ");
        assertThat(form.text("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "+1", "1.0", "0x1", "1e3", "9999999999999999999", "٣", "1 ", "null"})
    void whatIsNoNumberIsNotThere(String text) {
        assertThat(Form.findNumber(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "1234567890abcdef",
                "12345678-1234-1234-1234-1234567890abc",
                "g2345678-1234-1234-1234-123456789012"
            })
    void whatIsNoIdIsNotThere(String text) {
        assertThat(Form.findId(text)).isEmpty();
    }

    @Test
    void aFieldThatIsSentTwiceIsNotThere() {
        Form form = new Form(Map.of("body", List.of("one", "two")));

        assertThat(form.text("body")).isEmpty();
    }
}
