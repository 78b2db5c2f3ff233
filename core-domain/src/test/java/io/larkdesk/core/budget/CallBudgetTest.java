package io.larkdesk.core.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallBudgetTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private static CallBudget budget(int used, boolean exhausted) {
        return new CallBudget(TENANT, MARCH, new Allowance(10), used, 0, exhausted);
    }

    @Test
    void monthsChangeAtMidnightOfUtcWhereverTheMachineIs() {
        Instant april = Instant.parse("2026-04-01T00:00:00Z");

        assertThat(CallBudget.monthOf(april.minusMillis(1))).isEqualTo(MARCH);
        assertThat(CallBudget.monthOf(april)).isEqualTo(YearMonth.of(2026, 4));
        assertThat(budget(0, false).monthEnds()).isEqualTo(april);
        assertThat(budget(0, false).monthBegan()).isEqualTo("2026-03-01T00:00:00Z");
    }

    @Test
    void whatIsLeftIsNeverNegative() {
        assertThat(budget(9, false).left()).isEqualTo(1);
        assertThat(budget(10, false).left()).isZero();
        assertThat(budget(11, false).left()).isZero();
    }

    @Test
    void nothingIsLeftOnceLarkSaysSo() {
        assertThat(budget(1, true).left()).isZero();
    }

    @Test
    void countsAreNotNegative() {
        assertThatThrownBy(() -> new CallBudget(TENANT, MARCH, new Allowance(10), -1, 0, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CallBudget(TENANT, MARCH, new Allowance(10), 0, -1, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
