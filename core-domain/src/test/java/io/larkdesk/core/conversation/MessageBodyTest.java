package io.larkdesk.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.conversation.MessageBody.Mentioned;
import io.larkdesk.core.conversation.MessageBody.Problem;
import io.larkdesk.core.conversation.MessageBody.Text;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBodyTest {

    private static final UUID ANN = new UUID(1, 1);
    private static final UUID BOB = new UUID(1, 2);

    private static String at(UUID person) {
        return "<@" + person + ">";
    }

    private static String mentions(int persons) {
        return IntStream.range(0, persons).mapToObj(i -> at(new UUID(2, i))).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\r\n\t", "\u2003", "\u202A\u2069", "\u0007", "\u200F", "\u200B \u3164"})
    void nothingToSeeIsNoBody(String text) {
        assertThat(MessageBody.problemWith(text)).contains(Problem.EMPTY);
    }

    @Test
    void bodyHasAtMost8000Characters() {
        assertThat(MessageBody.problemWith("x".repeat(7_999))).isEmpty();
        assertThat(MessageBody.problemWith("x".repeat(8_000))).isEmpty();
        assertThat(MessageBody.problemWith("x".repeat(8_001))).contains(Problem.TOO_LONG);
        assertThat(MessageBody.problemWith(" " + "x".repeat(8_000) + "\n")).isEmpty();
    }

    @Test
    void bodyMentionsAtMost50Persons() {
        assertThat(MessageBody.problemWith(mentions(49))).isEmpty();
        assertThat(MessageBody.problemWith(mentions(50))).isEmpty();
        assertThat(MessageBody.problemWith(mentions(51))).contains(Problem.TOO_MANY_MENTIONS);
        assertThat(MessageBody.problemWith(mentions(50) + mentions(50))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\uD83Db", "\uDC26", "ends with \uD83D"})
    void halfCharactersAndNulAreNoText(String text) {
        assertThat(MessageBody.problemWith(text)).contains(Problem.NOT_TEXT);
    }

    @Test
    void emojiAndScriptsAreText() {
        assertThat(MessageBody.parse("數據 🐦 שלום").text()).isEqualTo("數據 🐦 שלום");
    }

    @Test
    void textIsTidied() {
        assertThat(MessageBody.parse(" one\r\ntwo\rth\u0007ree\n\u202Efour\u2066 ")
                        .text())
                .isEqualTo("one\ntwo\nthree\nfour");
    }

    @ParameterizedTest
    @ValueSource(strings = {" padded", " ", "two\r\nlines", "turned \u202E around"})
    void bodyIsMadeByParsingOnly(String text) {
        assertThatThrownBy(() -> new MessageBody(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void noWordsAreNotParsedButChosen(String text) {
        assertThatThrownBy(() -> MessageBody.parse(text)).isInstanceOf(IllegalArgumentException.class);
        assertThat(MessageBody.NONE.isNone()).isTrue();
        assertThat(MessageBody.NONE.segments()).isEmpty();
        assertThat(new MessageBody("")).isEqualTo(MessageBody.NONE);
    }

    @Test
    void mentionsAreFoundInOrderEachOnce() {
        MessageBody body = MessageBody.parse(at(BOB) + " and " + at(ANN) + " and " + at(BOB));

        assertThat(body.mentionedPersons()).containsExactly(BOB, ANN);
        assertThat(body.segments())
                .containsExactly(
                        new Mentioned(BOB),
                        new Text(" and "),
                        new Mentioned(ANN),
                        new Text(" and "),
                        new Mentioned(BOB));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<@00000000-0000-0001-0000-00000000000>",
                "<@00000000-0000-0001-0000-0000000000010>",
                "<@00000000-0000-0001-0000-00000000000A>",
                "< @00000000-0000-0001-0000-000000000001>",
                "@00000000-0000-0001-0000-000000000001",
                "<@all>"
            })
    void whatLooksLikeAMentionIsText(String text) {
        MessageBody body = MessageBody.parse(text);

        assertThat(body.mentionedPersons()).isEmpty();
        assertThat(body.segments()).containsExactly(new Text(text));
    }
}
