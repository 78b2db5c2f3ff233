package io.larkdesk.testkit.memory;

import io.larkdesk.core.sealing.SealedShare;
import io.larkdesk.core.sealing.SealedText;
import io.larkdesk.core.sealing.SealedText.Kind;
import io.larkdesk.core.sealing.SealedTexts;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.webhook.Endpoint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is sealed in the tables of others. */
final class InMemorySealedTexts implements SealedTexts {

    private static final Comparator<SealedText> ORDER = Comparator.<SealedText, UUID>comparing(
                    text -> text.tenant().value())
            .thenComparing(SealedText::id);

    private final InMemoryTransactions transactions;
    private final InMemoryTenants tenants;
    private final InMemoryAppChanges appChanges;
    private final InMemoryWebhooks webhooks;

    InMemorySealedTexts(
            InMemoryTransactions transactions,
            InMemoryTenants tenants,
            InMemoryAppChanges appChanges,
            InMemoryWebhooks webhooks) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.appChanges = appChanges;
        this.webhooks = webhooks;
    }

    @Override
    public List<SealedShare> count() {
        return transactions.atOnce(this::all).stream()
                .collect(Collectors.groupingBy(
                        text -> List.of(text.kind(), text.secret().beginning())))
                .values()
                .stream()
                .map(alike -> new SealedShare(alike.get(0).kind(), alike.get(0).secret(), alike.size()))
                .toList();
    }

    @Override
    public List<SealedText> list(SealedShare share, Optional<SealedText> after, int limit) {
        return transactions.atOnce(this::all).stream()
                .filter(text -> text.kind() == share.kind()
                        && text.secret().beginning().equals(share.example().beginning()))
                .filter(text ->
                        after.filter(last -> ORDER.compare(text, last) <= 0).isEmpty())
                .limit(limit)
                .toList();
    }

    private List<SealedText> all() {
        return Stream.of(
                        tenants.list().stream().map(tenant -> ofTenant(Kind.APP, tenant.id(), tenant.secret())),
                        appChanges.list().stream()
                                .map(change -> ofTenant(Kind.NEXT_APP, change.tenant(), change.secret())),
                        webhooks.listAllEndpoints().stream()
                                .map(endpoint -> ofEndpoint(Kind.ENDPOINT, endpoint, endpoint.secret())),
                        webhooks.listAllEndpoints().stream()
                                .flatMap(endpoint -> endpoint
                                        .retiring()
                                        .map(old -> ofEndpoint(Kind.RETIRING_ENDPOINT, endpoint, old.secret()))
                                        .stream()))
                .flatMap(texts -> texts)
                .sorted(ORDER)
                .toList();
    }

    private static SealedText ofTenant(Kind kind, TenantId tenant, SealedSecret secret) {
        return new SealedText(kind, tenant, tenant.value(), secret);
    }

    private static SealedText ofEndpoint(Kind kind, Endpoint endpoint, SealedSecret secret) {
        return new SealedText(kind, endpoint.provider(), endpoint.id().value(), secret);
    }

    @Override
    public boolean replace(SealedText text, SealedSecret secret) {
        return transactions.inTransaction(now -> switch (text.kind()) {
            case APP -> tenants.replace(text.tenant(), text.secret(), secret);
            case NEXT_APP -> appChanges.replace(text.tenant(), text.secret(), secret);
            case ENDPOINT, RETIRING_ENDPOINT -> webhooks.replace(text, secret);
        });
    }
}
