package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.onboarding.SetupLink;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.testkit.SeededRandomness;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.onboarding.SetupLinks}. */
public abstract class SetupLinksContract extends StoresContract {

    private static final Duration HOUR = Duration.ofHours(1);

    private final SeededRandomness randomness = new SeededRandomness(3);

    /** Made for subclasses. */
    protected SetupLinksContract() {}

    private SetupLink link(Instant expiresAt) {
        return new SetupLink(BearerToken.issue(randomness).hash(), expiresAt);
    }

    @Test
    void severalStandBesideEachOther() {
        Instant now = present();
        SetupLink one = link(now.plus(HOUR));
        SetupLink other = link(now.plus(HOUR).plusMillis(1));
        stores().setupLinks().add(one, now);
        stores().setupLinks().add(other, now);

        assertThat(stores().setupLinks().find(one.hash())).contains(one);
        assertThat(stores().setupLinks().find(other.hash())).contains(other);
        assertThat(stores().setupLinks().find(link(now).hash())).isEmpty();
    }

    @Test
    void aNewOneHasThoseForgottenThatAreOver() {
        Instant now = present();
        SetupLink over = link(now.plus(HOUR));
        SetupLink open = link(now.plus(HOUR).plusMillis(1));
        stores().setupLinks().add(over, now);
        stores().setupLinks().add(open, now);
        stores().setupLinks().add(link(now.plus(HOUR).plus(HOUR)), now.plus(HOUR));

        assertThat(stores().setupLinks().find(over.hash())).isEmpty();
        assertThat(stores().setupLinks().find(open.hash())).contains(open);
    }

    @Test
    void allAreForgottenUnlessThatIsRolledBack() {
        SetupLink link = link(present().plus(HOUR));
        stores().setupLinks().add(link, present());
        assertThatThrownBy(() -> inTransaction(now -> {
                    stores().setupLinks().clear();
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(stores().setupLinks().find(link.hash())).contains(link);

        stores().setupLinks().clear();
        assertThat(stores().setupLinks().find(link.hash())).isEmpty();
    }
}
