package io.larkdesk.core.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The bounds of invites. */
class InviteTest {

    private static final TenantId ACME = new TenantId(new UUID(0, 1));
    private static final InviteId ID = new InviteId(new GroupId(ACME, new UUID(0, 2)), new UUID(0, 3));
    private static final PersonId ANN = new PersonId(ACME, new UUID(0, 4));
    private static final InviteKey KEY = new InviteKey("0".repeat(64));
    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");

    private static Invite invite(Instant end, int most) {
        return new Invite(ID, KEY, ANN, NOW, end, Optional.of(most), Optional.empty());
    }

    @Test
    void aLimitIsOneToAThousand() {
        assertThat(Invite.isLimit(0)).isFalse();
        assertThat(Invite.isLimit(1)).isTrue();
        assertThat(Invite.isLimit(Invite.HIGHEST_LIMIT)).isTrue();
        assertThat(Invite.isLimit(Invite.HIGHEST_LIMIT + 1)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> invite(NOW.plusMillis(1), 0));
    }

    @Test
    void anInviteEndsAfterItsBeginning() {
        assertThat(invite(NOW.plusMillis(1), 1).isExpiredAt(NOW)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> invite(NOW, 1));
    }

    @Test
    void itIsExpiredAtItsEndAndNotBefore() {
        Invite invite = invite(NOW.plusSeconds(1), 1);

        assertThat(invite.isExpiredAt(NOW.plusMillis(999))).isFalse();
        assertThat(invite.isExpiredAt(NOW.plusSeconds(1))).isTrue();
    }

    @Test
    void itIsUsedUpByAsManyAsMay() {
        Invite invite = invite(NOW.plusSeconds(1), 2);

        assertThat(invite.isUsedUpBy(1)).isFalse();
        assertThat(invite.isUsedUpBy(2)).isTrue();
        assertThat(new ListInvites.Open(invite, Optional.empty(), List.of()).isUsedUp())
                .isFalse();
    }

    @Test
    void aKeyIsAHash() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InviteKey("not a hash"));
        assertThat(ID).hasToString(new UUID(0, 3).toString());
    }

    @Test
    void aPolicyAllowsOneAtLeast() {
        assertThat(new InvitePolicy(Duration.ofMillis(1), 1).mostOpen()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new InvitePolicy(Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new InvitePolicy(Duration.ofMillis(1), 0));
    }
}
