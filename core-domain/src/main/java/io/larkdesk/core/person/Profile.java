package io.larkdesk.core.person;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What Lark tells of a person at sign-in.
 *
 * @param openId how Lark knows the person to this app
 * @param tenantKey Lark's key for the person's organisation
 * @param name the name in the person's own language
 * @param latinName the English name, if Lark has one
 * @param avatar the picture, 72 pixels wide, if Lark has one
 * @param unionId how Lark knows the person to all apps of the app's developer, if it tells
 */
public record Profile(
        OpenId openId,
        String tenantKey,
        PersonName name,
        Optional<PersonName> latinName,
        Optional<URI> avatar,
        Optional<UnionId> unionId) {

    /** Refuses null. */
    public Profile {
        Objects.requireNonNull(openId, "openId");
        Objects.requireNonNull(tenantKey, "tenantKey");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(latinName, "latinName");
        Objects.requireNonNull(avatar, "avatar");
        Objects.requireNonNull(unionId, "unionId");
    }
}
