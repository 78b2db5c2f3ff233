package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.larkdesk.lark.card.Card;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CardJsonTest {

    @Test
    void aCardIsWrittenAsLarkReadsIt() throws IOException {
        assertThat(CardJson.of(Samples.CARD).toPrettyString() + "\n").isEqualTo(golden("mention.json"));
    }

    @Test
    void anEmergencyIsWrittenAsLarkReadsIt() throws IOException {
        assertThat(CardJson.of(Samples.EMERGENCY).toPrettyString() + "\n").isEqualTo(golden("emergency.json"));
    }

    @ParameterizedTest
    @EnumSource(Card.Colour.class)
    void coloursOfTagsAreLarksNames(Card.Colour colour) {
        Card card = new Card(
                Card.Template.RED,
                "Title",
                "",
                Optional.of(new Card.Tag("word", colour)),
                "",
                Samples.CARD.link(),
                List.of());

        assertThat(CardJson.of(card).at("/header/text_tag_list/0/color").asText())
                .isEqualTo(colour.name().toLowerCase(Locale.ROOT));
        assertThat(CardJson.of(card).path("header").has("subtitle")).isFalse();
    }

    @Test
    void withoutSummaryLarkMakesItsOwn() {
        Card card = new Card(Card.Template.BLUE, "Title", " ", Samples.CARD.link(), List.of());

        assertThat(CardJson.of(card).path("config").has("summary")).isFalse();
        assertThat(CardJson.of(card).path("body").path("elements")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Card.Template.class)
    void coloursAreLarksNames(Card.Template template) {
        Card card = new Card(template, "Title", "", Samples.CARD.link(), List.of());

        assertThat(CardJson.of(card).path("header").path("template").asText())
                .isIn(Arrays.asList("turquoise", "blue", "orange", "red", "green"))
                .asString()
                .isEqualToIgnoringCase(template.name().replace('I', 'i'));
    }

    @Test
    void theContentOfAMessageIsTheCardAsText() throws IOException {
        JsonNode content = Json.MAPPER.readTree(
                CardJson.of(Samples.card("\"}], <at id=all></at> 😀 \u0000")).toString());

        assertThat(content.at("/body/elements/0/text/content").textValue())
                .isEqualTo("\"}], <at id=all></at> 😀 \u0000");
        assertThat(content.at("/body/elements")).hasSize(4);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(CardJsonTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
