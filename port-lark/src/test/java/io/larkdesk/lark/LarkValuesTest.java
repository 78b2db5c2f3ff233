package io.larkdesk.lark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.tenant.Brand;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.CardElement;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LarkValuesTest {

    private static final URI PAGE = URI.create("https://desk.example.com/x");

    @Test
    void secretsHaveNoTextForm() {
        assertThat(List.of(
                                Samples.APP,
                                new UserToken("s3cr3t-canary"),
                                new CodeExchange("s3cr3t-canary", PAGE, "s3cr3t-canary"))
                        .toString())
                .doesNotContain("canary");
    }

    @Test
    void theDetailOfAnErrorLeavesOutLarksWords() {
        assertThat(new LarkError(LarkError.Kind.INVALID_REQUEST, 230001, "quotes users", "", Duration.ZERO).detail())
                .isEqualTo("INVALID_REQUEST, code 230001");
    }

    @Test
    void halfSurrogatePairsBecomeEncodable() {
        Card card = new Card(Card.Template.TURQUOISE, "a\ud83d", "\ude00b", PAGE, List.of());

        assertThat(card.title()).isEqualTo("a?");
        assertThat(card.summary()).isEqualTo("?b");
        assertThat(new CardElement.Text("😀\ud83d", CardElement.Text.Look.NORMAL, 1).content())
                .isEqualTo("😀?");
    }

    @Test
    void aCardHasATitleAndAtMost200Elements() {
        CardElement line = new CardElement.Text("x", CardElement.Text.Look.NORMAL, 1);

        assertThat(new Card(Card.Template.BLUE, "t", "", PAGE, Collections.nCopies(200, line)).elements())
                .hasSize(200);
        assertThatThrownBy(() -> new Card(Card.Template.BLUE, "t", "", PAGE, Collections.nCopies(201, line)))
                .hasMessageContaining("201");
        assertThatThrownBy(() -> new Card(Card.Template.BLUE, " ", "", PAGE, List.of()))
                .hasMessageContaining("title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x.example", "https:///p", "/p", "https://x.example?q", "https://x.example#f"})
    void hostsAreWebSites(String address) {
        assertThatThrownBy(() -> new LarkHosts(PAGE, URI.create(address), PAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("accounts");
    }

    @Test
    void hostsEndWithoutSlash() {
        assertThat(new LarkHosts(URI.create("http://127.0.0.1:8081/"), PAGE, PAGE).open())
                .hasToString("http://127.0.0.1:8081");
        assertThat(LarkHosts.of(Brand.FEISHU).open()).hasToString("https://open.feishu.cn");
        assertThat(LarkHosts.of(Brand.LARK).accounts()).hasToString("https://accounts.larksuite.com");
    }
}
