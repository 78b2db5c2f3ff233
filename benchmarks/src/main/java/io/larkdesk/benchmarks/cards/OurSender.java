package io.larkdesk.benchmarks.cards;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.lark.CallMeter;
import io.larkdesk.lark.CardMessage;
import io.larkdesk.lark.LarkHosts;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.CardElement;
import io.larkdesk.lark.http.HttpLark;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The service's adapter, with a meter that counts nothing. */
final class OurSender implements Sender {

    static final String TITLE = "Ann Example mentioned you";
    static final String WORDS =
            "@Ben Example could you please look at the tills in Aarhus, they have been offline since eight.";
    static final String LABEL = "Open the conversation";
    static final URI PAGE = URI.create("https://desk.example.com/lark/cli_quay/groups/aarhus#m-42");

    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final CallMeter.Charge NOTHING = new CallMeter.Charge() {
        @Override
        public void giveBack() {
            // nothing was taken
        }

        @Override
        public void exhaust() {
            // there is no end of it
        }
    };

    private final LarkApp app = new LarkApp(
            new TenantId(UUID.randomUUID()), Brand.LARK, new AppId("cli_quay"), AppSecret.of("quay-secret"));
    private final HttpLark lark;

    OurSender(URI url) {
        this.lark = HttpLark.builder((tenant, purpose) -> Optional.of(NOTHING))
                .hosts(brand -> new LarkHosts(url, url, url))
                .build();
    }

    @Override
    public boolean send(String openId, UUID uuid) {
        Card card = new Card(
                Card.Template.TURQUOISE,
                TITLE,
                TITLE,
                PAGE,
                List.of(
                        new CardElement.Text(WORDS, CardElement.Text.Look.NORMAL, 4),
                        new CardElement.Button(LABEL, CardElement.Button.Weight.PRIMARY, PAGE)));
        return lark.sendCard(app, new CardMessage(new OpenId(openId), uuid, card), CallPurpose.REMINDER, WITHIN)
                instanceof LarkResult.Success;
    }

    @Override
    public void close() {
        lark.close();
    }
}
