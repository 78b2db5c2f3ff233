package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.larkdesk.core.onboarding.AppChange;
import io.larkdesk.core.sealing.SealedShare;
import io.larkdesk.core.sealing.SealedText;
import io.larkdesk.core.sealing.SealedText.Kind;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.webhook.Endpoint;
import io.larkdesk.core.webhook.EndpointId;
import io.larkdesk.core.webhook.EndpointUrl;
import io.larkdesk.core.webhook.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.sealing.SealedTexts}. */
public abstract class SealedTextsContract extends StoresContract {

    private static final SealedSecret ANEW = new SealedSecret("YW5ldw==");
    private static final UUID ENDPOINT = new UUID(7, 8);

    /** Made for subclasses. */
    protected SealedTextsContract() {}

    /** One of each kind. */
    private Tenant everything() {
        Tenant tenant = scene().customer("Acme");
        stores().appChanges()
                .save(new AppChange(
                        tenant.id(),
                        new AppId("cli_next"),
                        new SealedSecret("bmV4dA=="),
                        "key",
                        present(),
                        Optional.empty()));
        stores().webhooks()
                .save(new Endpoint(
                        new EndpointId(ENDPOINT),
                        tenant.id(),
                        EndpointUrl.parse("https://hooks.example/lark").orElseThrow(),
                        Set.of(EventType.TICKET_CREATED),
                        new SealedSecret("c2lnbnM="),
                        Optional.of(new Endpoint.Retiring(new SealedSecret("c2lnbmVk"), present())),
                        present(),
                        Optional.empty()));
        return tenant;
    }

    /** Share by share, each page by page. */
    private List<SealedText> all(int pageSize) {
        List<SealedText> all = new ArrayList<>();
        for (SealedShare share : stores().sealedTexts().count()) {
            List<SealedText> alike = new ArrayList<>();
            for (List<SealedText> page = stores().sealedTexts().list(share, Optional.empty(), pageSize);
                    !page.isEmpty();
                    page = stores().sealedTexts().list(share, Optional.of(alike.get(alike.size() - 1)), pageSize)) {
                assertThat(page).hasSizeLessThanOrEqualTo(pageSize).allMatch(text -> text.kind() == share.kind());
                alike.addAll(page);
            }
            assertThat(alike).hasSize(share.count());
            assertThat(alike).extracting(SealedText::secret).contains(share.example());
            all.addAll(alike);
        }
        return all;
    }

    @Test
    void allThatIsSealedIsListedOnceWhateverThePages() {
        Tenant tenant = everything();
        Tenant other = scene().customer("Globex");

        assertThat(all(100))
                .containsExactlyInAnyOrder(
                        new SealedText(Kind.APP, tenant.id(), tenant.id().value(), tenant.secret()),
                        new SealedText(Kind.APP, other.id(), other.id().value(), other.secret()),
                        new SealedText(Kind.NEXT_APP, tenant.id(), tenant.id().value(), new SealedSecret("bmV4dA==")),
                        new SealedText(Kind.ENDPOINT, tenant.id(), ENDPOINT, new SealedSecret("c2lnbnM=")),
                        new SealedText(Kind.RETIRING_ENDPOINT, tenant.id(), ENDPOINT, new SealedSecret("c2lnbmVk")));
        assertThat(all(2)).containsExactlyInAnyOrderElementsOf(all(100));
        assertThat(all(1)).containsExactlyInAnyOrderElementsOf(all(100));
    }

    @Test
    void whatBeginsAlikeIsOneShareOfItsKind() {
        List<SealedSecret> secrets = Stream.of("AAAAAAAA", "AAAAAAAB", "AAAAAABA", "AAAA")
                .map(SealedSecret::new)
                .toList();
        for (SealedSecret secret : secrets) {
            stores().tenants().save(scene().customer("Acme").withSecret(secret));
        }
        stores().appChanges()
                .save(new AppChange(
                        scene().customer("Globex").withSecret(secrets.get(0)).id(),
                        new AppId("cli_next"),
                        secrets.get(0),
                        "key",
                        present(),
                        Optional.empty()));

        List<SealedShare> shares = stores().sealedTexts().count().stream()
                .filter(share -> share.example().text().startsWith("AAAA"))
                .toList();

        assertThat(shares)
                .extracting(SealedShare::kind, share -> share.example().beginning(), SealedShare::count)
                .containsExactlyInAnyOrder(
                        tuple(Kind.APP, "AAAAAAA", 2),
                        tuple(Kind.APP, "AAAAAAB", 1),
                        tuple(Kind.APP, "AAAA", 1),
                        tuple(Kind.NEXT_APP, "AAAAAAA", 1));
    }

    @Test
    void eachIsReplacedAlone() {
        everything();
        for (SealedText text : all(100)) {
            List<SealedText> before = all(100);

            assertThat(stores().sealedTexts().replace(text, ANEW)).isTrue();

            before.replaceAll(one -> one.equals(text) ? new SealedText(one.kind(), one.tenant(), one.id(), ANEW) : one);
            assertThat(all(100)).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    @Test
    void whatSomebodyHasChangedSinceIsLeftAlone() {
        everything();
        for (SealedText text : all(100)) {
            SealedText stale = new SealedText(text.kind(), text.tenant(), text.id(), new SealedSecret("c3RhbGU="));
            assertThat(stores().sealedTexts().replace(stale, ANEW)).isFalse();
        }
        SealedText gone =
                new SealedText(Kind.ENDPOINT, scene().customer("Globex").id(), ENDPOINT, ANEW);
        assertThat(stores().sealedTexts().replace(gone, ANEW)).isFalse();
        assertThat(all(100)).noneMatch(text -> text.secret().equals(ANEW));
    }
}
