package io.larkdesk.core.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.tenant.TenantId;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EmergencyIdProperties {

    @Property
    void anIdIsReadAsItWasWrittenAndFitsIntoAnAddress(
            @ForAll long one, @ForAll long two, @ForAll long three, @ForAll long four) {
        EmergencyId id = new EmergencyId(
                new GroupId(new TenantId(new UUID(one, two)), new UUID(two, three)), new UUID(three, four));

        assertThat(EmergencyId.parse(id.toString())).contains(id);
        assertThat(id.toString()).matches("[A-Za-z0-9._-]{80}");
        assertThat(EmergencyId.parse(id + "0")).isEmpty();
        assertThat(EmergencyId.parse(id.toString().substring(1))).isEmpty();
    }

    @Property
    void whatIsNoIdIsNone(@ForAll String text) {
        assertThat(EmergencyId.parse(text)).isEmpty();
        assertThat(EmergencyId.parse(text.toLowerCase(Locale.ROOT))).isEmpty();
    }
}
