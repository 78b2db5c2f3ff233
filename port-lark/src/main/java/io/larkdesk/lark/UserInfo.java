package io.larkdesk.lark;

import io.larkdesk.core.person.OpenId;
import java.util.Objects;

/**
 * What Lark tells of a person without any scope.
 *
 * @param openId how Lark knows the person to the app
 * @param tenantKey Lark's key for the person's organisation
 * @param name may be empty
 * @param enName may be empty
 * @param avatarThumb the address of a picture 72 pixels wide, as Lark gives it; may be empty
 * @param unionId how Lark knows the person to all apps of the app's developer; may be empty
 */
public record UserInfo(
        OpenId openId, String tenantKey, String name, String enName, String avatarThumb, String unionId) {

    /** Refuses null, and an empty key. */
    public UserInfo {
        Objects.requireNonNull(openId, "openId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(enName, "enName");
        Objects.requireNonNull(avatarThumb, "avatarThumb");
        Objects.requireNonNull(unionId, "unionId");
        if (tenantKey.isEmpty()) {
            throw new IllegalArgumentException("tenantKey is empty");
        }
    }
}
