package io.larkdesk.lark;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.tenant.Organisations;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LarkOrganisationsTest {

    private final ScriptedLark lark = new ScriptedLark();
    private final LarkOrganisations organisations = new LarkOrganisations(lark, Duration.ofSeconds(5));

    @Test
    void knowsTheOrganisationByNameAndKey() {
        lark.tenant = new LarkResult.Success<>(new TenantInfo("Harbour Retail Group", "tk_1"));

        assertThat(organisations.lookUp(Samples.APP))
                .isEqualTo(new Organisations.Known("Harbour Retail Group", "tk_1"));
        assertThat(lark.purposes).containsExactly(CallPurpose.SETUP);
    }

    @Test
    void anOrganisationWithoutNameGoesByItsKey() {
        lark.tenant = new LarkResult.Success<>(new TenantInfo("", "tk_1"));

        assertThat(organisations.lookUp(Samples.APP)).isEqualTo(new Organisations.Known("tk_1", "tk_1"));
    }

    @Test
    void saysWhyItIsNotKnown() {
        lark.tenant = ScriptedLark.failing(LarkError.Kind.SCOPE_MISSING);
        assertThat(organisations.lookUp(Samples.APP))
                .isEqualTo(new Organisations.NotKnown("SCOPE_MISSING, code 4711, request log-1"));

        lark.tenant = new LarkResult.Unknown<>("timeout");
        assertThat(organisations.lookUp(Samples.APP)).isEqualTo(new Organisations.NotKnown("timeout"));
    }
}
