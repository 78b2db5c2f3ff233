package io.larkdesk.core.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.tenant.TenantId;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GroupIdProperties {

    @Property
    void textFormHas43CharactersAndComesBack(@ForAll("uuids") UUID tenant, @ForAll("uuids") UUID value) {
        GroupId id = new GroupId(new TenantId(tenant), value);

        assertThat(id.toString()).hasSize(43).matches("[A-Za-z0-9_-]*");
        assertThat(GroupId.parse(id.toString())).contains(id);
    }

    @Provide
    Arbitrary<UUID> uuids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    @Property
    void otherTextIsNoGroup(@ForAll String text) {
        assertThat(GroupId.parse(text)).isEmpty();
    }

    /** The last character carries two bits that mean nothing: only one of the four ways to write them is the id's. */
    @Example
    void oneGroupHasOneTextForm() {
        String text = new GroupId(new TenantId(new UUID(0, 0)), new UUID(0, 0)).toString();

        assertThat(text).endsWith("A");
        assertThat(GroupId.parse(text.substring(0, 42) + "B")).isEmpty();
        assertThat(GroupId.parse(text + "A")).isEmpty();
        assertThat(GroupId.parse(text.substring(1))).isEmpty();
    }
}
