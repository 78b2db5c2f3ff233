package io.larkdesk.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.MessageBody;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void wordsAreFoldedAndCutAtWhatIsNeitherLetterNorDigit() {
        assertThat(Terms.of("Écrits on pg-prod-3, ＡＢＣ straße I İ").all())
                .containsExactlyInAnyOrder("ecrits", "on", "pg", "prod", "3", "abc", "straße", "i");
        assertThat(Terms.of(" '&|!:* \n").all()).isEmpty();
        assertThat(Terms.of("x".repeat(41)).all()).containsExactly("x".repeat(40));
        assertThat(Terms.of("x" + "𐌰".repeat(30)).all()).containsExactly("x" + "𐌰".repeat(19));
    }

    @Test
    void whatIsWrittenWithoutSpacesIsCutIntoPairs() {
        assertThat(Terms.of("数据库down了").all()).containsExactlyInAnyOrder("数据", "据库", "库", "down", "了");
        assertThat(Terms.of("𠮷野家").all()).containsExactlyInAnyOrder("𠮷野", "野家", "家");
        assertThat(Terms.of("サーバー").all()).contains("サー", "バー", "ー");
        assertThat(Terms.of("한국어").all()).containsExactlyInAnyOrder("한국", "국어", "어");
    }

    @Test
    void mentionsAreNoWords() {
        MessageBody body = MessageBody.parse("ask<@00000000-0000-0000-0000-0000000000ab>now");
        assertThat(Terms.of(body).all()).containsExactlyInAnyOrder("ask", "now");
    }

    @Test
    void wordsFindWhatTheyBegin() {
        Terms terms = Terms.of("Restore test for bucket, 数据库");
        assertThat(find("rest buck", terms)).isTrue();
        assertThat(find("数据库", terms)).isTrue();
        assertThat(find("库", terms)).isTrue();
        assertThat(find("数库", terms)).isFalse();
        assertThat(find("estore", terms)).isFalse();
        assertThat(find("restore cdn", terms)).isFalse();
        assertThat(find("!!", terms)).isFalse();
    }

    @Test
    void blankWordsAreNone() {
        assertThat(TicketWords.of(" \t ")).isEmpty();
        assertThat(TicketWords.of("x".repeat(99) + "  y").orElseThrow().text()).hasSize(99);
        assertThat(TicketWords.of(" #1042 ")
                        .orElseThrow()
                        .number()
                        .orElseThrow()
                        .value())
                .isEqualTo(1042);
        assertThat(TicketWords.of("1042 x").orElseThrow().number()).isEmpty();
    }

    @Property
    void everyTextIsFoundByItself(@ForAll @StringLength(max = 60) String text) {
        TicketWords.of(text)
                .filter(words -> !words.wanted().isEmpty())
                .ifPresent(words -> assertThat(words.find(Terms.of(text))).isTrue());
    }

    private static boolean find(String words, Terms terms) {
        return TicketWords.of(words).orElseThrow().find(terms);
    }
}
