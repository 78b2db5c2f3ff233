package io.larkdesk.sandbox.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.gate.Quota;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.Brand;
import io.larkdesk.sandbox.internal.platform.Edition;
import io.larkdesk.sandbox.internal.platform.Organisation;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.util.Optional;

/** {@code /sandbox/organisations}: shows organisations, and changes their edition and what is used of their quota. */
final class OrganisationsApi {

    /** What may be posted; the brand tells apart two organisations of one name. */
    record Change(String organisation, Brand brand) {}

    private final Platform platform;
    private final Quota quota;

    OrganisationsApi(Platform platform, Quota quota) {
        this.platform = platform;
        this.quota = quota;
    }

    Reply list(Request request) {
        ObjectNode body = Json.object();
        var all = body.putArray("organisations");
        platform.organisations().forEach(one -> all.add(describe(one)));
        return Reply.json(200, body);
    }

    Reply post(Request request) {
        ObjectNode given = Input.object(request);
        Optional<Edition> edition =
                Optional.ofNullable(given.remove("edition")).map(value -> AppsApi.edition(value.asText("")));
        Optional<Long> monthlyQuota = number(given, "monthly_quota");
        Optional<Long> quotaUsed = number(given, "quota_used");
        if (!given.has("brand")) {
            given.put("brand", "lark");
        }
        Input.text(given, "organisation");
        Change change = Input.read(given, Change.class);
        Organisation known = platform.organisation(change.brand(), change.organisation())
                .orElseThrow(() -> new BadField("organisation", "there is none called " + change.organisation()));
        Organisation changed = platform.change(known, one -> {
            Organisation next = edition.map(one::with).orElse(one);
            return monthlyQuota.map(next::withMonthlyQuota).orElse(next);
        });
        quotaUsed.ifPresent(used -> quota.set(changed, used));
        return Reply.json(200, describe(changed));
    }

    private static Optional<Long> number(ObjectNode given, String field) {
        Optional<Long> value =
                given.has(field) ? Optional.of(Input.number(given, field, 0, Integer.MAX_VALUE)) : Optional.empty();
        given.remove(field);
        return value;
    }

    private ObjectNode describe(Organisation one) {
        return Json.tree(one).put("quota_used", quota.used(one));
    }
}
