package io.larkdesk.app.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Serves the assets. */
@Controller("/assets")
final class AssetController {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    /** The asset; while nodes of two versions run side by side, the other version's page gets ours, but may not keep it. */
    @Get("/{hash}/{name}")
    HttpResponse<?> get(
            String hash, String name, @Header(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptedEncodings) {
        Optional<Asset> found = assets.find(name);
        if (found.isEmpty()) {
            return HttpResponse.notFound();
        }
        Asset asset = found.get();
        boolean zipped = acceptedEncodings != null && acceptedEncodings.contains("gzip");
        var answer = HttpResponse.ok(zipped ? asset.zipped() : asset.content())
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .header(HttpHeaders.CACHE_CONTROL, asset.hash().equals(hash) ? FOR_EVER : "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return zipped ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
    }
}
