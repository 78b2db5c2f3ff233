package io.larkdesk.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TenantStateTest {

    private static final Set<String> MOVES =
            Set.of("DRAFT VERIFIED", "VERIFIED DRAFT", "VERIFIED ACTIVE", "ACTIVE SUSPENDED", "SUSPENDED ACTIVE");

    private static Tenant tenant(TenantState state) {
        return new Tenant(
                new TenantId(new UUID(1, 1)),
                Tenant.Kind.CUSTOMER,
                "Acme",
                new AppId("cli_1"),
                Brand.LARK,
                new SealedSecret("c2VhbGVk"),
                Edition.FREE,
                Allowance.FREE_EDITION,
                Optional.of(new PlanName("Enterprise")),
                state,
                Optional.empty(),
                false);
    }

    @ParameterizedTest
    @EnumSource
    void tenantMovesAlongTheKnownWaysOnly(TenantState state) {
        for (TenantState next : TenantState.values()) {
            if (MOVES.contains(state + " " + next)) {
                assertThat(state.canBecome(next)).isTrue();
                assertThat(tenant(state).become(next)).isEqualTo(tenant(next));
            } else {
                assertThat(state.canBecome(next)).isFalse();
                assertThatThrownBy(() -> tenant(state).become(next)).isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnActiveTenantIsInService(TenantState state) {
        assertThat(tenant(state).isInService()).isEqualTo(state == TenantState.ACTIVE);
    }
}
