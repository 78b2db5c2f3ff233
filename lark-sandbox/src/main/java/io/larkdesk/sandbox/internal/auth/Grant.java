package io.larkdesk.sandbox.internal.auth;

import java.time.Instant;

/**
 * What a person allowed: the app may exchange the code for a token of theirs, once, while it is valid.
 *
 * @param scope what was asked for beyond identity, as it was written
 */
record Grant(
        String code,
        String appId,
        String openId,
        String redirectUri,
        Challenge challenge,
        String scope,
        Instant expiresAt) {}
