package io.larkdesk.sandbox.internal.gate;

import java.util.List;

/**
 * One API of the platform.
 *
 * @param path as in Lark's documents, with {@code :names}
 * @param anyOf the scopes of which the app needs one; none needed when empty
 * @param counted whether a successful call counts for the monthly quota
 */
public record Endpoint(
        String method, String path, Access access, Tier tier, List<String> anyOf, boolean counted, Handler handler) {

    /** A counted API for an app's tenant token. */
    public static Endpoint counted(String method, String path, Handler handler) {
        return new Endpoint(method, path, Access.TENANT, Tier.UNPUBLISHED, List.of(), true, handler);
    }

    /** An API of authentication, which costs no quota. */
    public static Endpoint free(String method, String path, Access access, Handler handler) {
        return new Endpoint(method, path, access, Tier.UNPUBLISHED, List.of(), false, handler);
    }

    public Endpoint limited(Tier newTier) {
        return new Endpoint(method, path, access, newTier, anyOf, counted, handler);
    }

    public Endpoint needing(String... scopes) {
        return new Endpoint(method, path, access, tier, List.of(scopes), counted, handler);
    }
}
