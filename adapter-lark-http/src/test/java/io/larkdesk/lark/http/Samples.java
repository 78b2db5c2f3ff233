package io.larkdesk.lark.http;

import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.lark.CardMessage;
import io.larkdesk.lark.CodeExchange;
import io.larkdesk.lark.LarkHosts;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.CardElement.Button;
import io.larkdesk.lark.card.CardElement.Fact;
import io.larkdesk.lark.card.CardElement.Text;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class Samples {

    private static final URI PAGE = URI.create("https://applink.larksuite.com/client/web_app/open?appId=cli_test"
            + "&mode=appCenter&lk_target_url=https%3A%2F%2Fdesk.example.com%2Flark%2Fcli_test%2Fgroups%2F7%3Fm%3D412");

    static final String SECRET = "s3cr3t-canary-app";
    static final String VERIFIER = "s3cr3t-canary-verifier-s3cr3t-canary-verifier";
    static final URI CALLBACK = URI.create("https://desk.example.com/thirdparty/lark/cli_test/oauth2/callback");
    static final OpenId ANN = new OpenId("ou_ann");
    static final LarkApp APP = app(Brand.LARK, SECRET);
    static final Card CARD = card("@Daniel Okafor done: the window is now 03:15–04:15. Can you confirm?");
    static final Duration SOON = Duration.ofSeconds(20);

    static final Card EMERGENCY = new Card(
            Card.Template.RED,
            "Emergency: online business unavailable",
            "Harbour Retail Group · #1042",
            Optional.of(new Card.Tag("Level 1", Card.Colour.RED)),
            "EMERGENCY #1042 Harbour Retail Group: online business unavailable",
            PAGE,
            List.of(
                    new Text("Checkout writes time out on pg-prod-3", Text.Look.HEADING, 2),
                    new Text("Checkout is down for all 340 shops since 14:35", Text.Look.NORMAL, 4),
                    new Fact("Started", "14:36 UTC by Daniel Okafor"),
                    new Button(
                            "Acknowledge…",
                            Button.Weight.DANGER,
                            URI.create("https://desk.example.com/console/emergencies/91/acknowledge")),
                    new Button("Open ticket", Button.Weight.NORMAL, PAGE)));

    private Samples() {}

    static LarkApp app(Brand brand, String secret) {
        return new LarkApp(new TenantId(new UUID(1, 1)), brand, new AppId("cli_test"), AppSecret.of(secret));
    }

    /** The organisation of {@link #APP}. */
    static Tenant tenant(Tenant.Kind kind, String organisation) {
        return new Tenant(
                APP.tenant(),
                kind,
                organisation,
                APP.id(),
                Brand.LARK,
                new SealedSecret("c2VhbGVk"),
                Edition.FREE,
                Allowance.FREE_EDITION,
                Optional.of(new PlanName("Gold")),
                TenantState.ACTIVE,
                Optional.empty());
    }

    static Card card(String words) {
        return new Card(
                Card.Template.TURQUOISE,
                "Sofia Lindqvist mentioned you",
                "Sofia Lindqvist: @Daniel Okafor done",
                PAGE,
                List.of(
                        new Text(words, Text.Look.NORMAL, 4),
                        new Text("Harbour Retail × Alder Cloud · 2 minutes ago", Text.Look.NOTE, 1),
                        new Button("Open message", Button.Weight.PRIMARY, PAGE),
                        new Button("Open group", Button.Weight.NORMAL, PAGE)));
    }

    static CardMessage toAnn() {
        return to(ANN);
    }

    static CardMessage to(OpenId openId) {
        return new CardMessage(openId, UUID.randomUUID(), CARD);
    }

    static CodeExchange exchange(String code) {
        return new CodeExchange(code, CALLBACK, VERIFIER);
    }

    static LarkHosts hosts(String base) {
        URI uri = URI.create(base);
        return new LarkHosts(uri, uri, uri);
    }
}
