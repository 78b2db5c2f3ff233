package io.larkdesk.core.group;

import io.larkdesk.core.tenant.TenantId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Identifies a group, together with the customer's tenant that it belongs to; so nothing can look for a group in the wrong
 * tenant. Its text form, for addresses, has 43 characters.
 *
 * @param tenant the customer's tenant, also when staff look at it
 * @param value unique in the deployment
 */
public record GroupId(TenantId tenant, UUID value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Refuses null. */
    public GroupId {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(value, "value");
    }

    /** The id that {@link #toString} wrote as {@code text}, or nothing. */
    public static Optional<GroupId> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        TenantId tenant = new TenantId(new UUID(bytes.getLong(), bytes.getLong()));
        GroupId id = new GroupId(tenant, new UUID(bytes.getLong(), bytes.getLong()));
        return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    }

    @Override
    public String toString() {
        ByteBuffer bytes = ByteBuffer.allocate(4 * Long.BYTES);
        bytes.putLong(tenant.value().getMostSignificantBits());
        bytes.putLong(tenant.value().getLeastSignificantBits());
        bytes.putLong(value.getMostSignificantBits());
        bytes.putLong(value.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
