package io.larkdesk.lark.http;

import io.larkdesk.core.tenant.Brand;
import io.larkdesk.lark.LarkHosts;
import io.larkdesk.lark.http.HttpLark.Api;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Where the API of each brand is. Asks for the addresses once, so that a wrong one is found at the start. */
final class Platforms {

    private final Map<Brand, String> bases = new EnumMap<>(Brand.class);

    Platforms(Function<Brand, LarkHosts> hosts) {
        for (Brand brand : Brand.values()) {
            String base = hosts.apply(brand).open().toString();
            HttpUrl.get(base);
            bases.put(brand, base);
        }
    }

    Request.Builder request(Brand brand, Api api) {
        return request(brand, api, "");
    }

    /** A request to an address whose path goes on with {@code id}, which must need no encoding. */
    Request.Builder request(Brand brand, Api api, String id) {
        return new Request.Builder().url(bases.get(brand) + api.address(id)).header("User-Agent", "larkdesk");
    }
}
