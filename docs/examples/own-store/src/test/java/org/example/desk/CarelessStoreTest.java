package org.example.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.InvitesContract;
import io.larkdesk.testkit.law.InviteLaw;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A store that is nearly right: its columns keep whole seconds. Both kits find that out, and say what is wrong. */
class CarelessStoreTest {

    private static final String SECONDS = "timestamp(0) with time zone";

    static class Contract extends InvitesContract {

        @Override
        protected Stores emptyStores() {
            ManualClock clock = new ManualClock();
            clock.advance(Duration.ofMillis(250));
            return H2Stores.empty(clock, SECONDS);
        }
    }

    static class Law extends InviteLaw {

        @Override
        protected Stores freshStores(Clock clock) {
            return H2Stores.empty(clock, SECONDS);
        }
    }

    @Test
    void theContractNamesThePromiseThatIsBroken() {
        assertThat(failures(Contract.class))
                .containsKey("anInviteIsFoundAsSavedByItsIdAndByItsKey()")
                .doesNotContainKey("whoHoldsAnInviteLeavesItToTheNextWithAllThatWasDone()");
    }

    @Test
    void theLawIsNamedAndAShortestHistoryShown() {
        assertThat(failures(Law.class).get("aLinkLastsItsTimeToTheMillisecond"))
                .startsWith("Law 5: by an invite join only people of the same tenant, before its end,")
                .contains("It is broken:", "What happened, in true time:", "makes a link into");
    }

    /** What went wrong, by the test that found it. */
    private static Map<String, String> failures(Class<?> kit) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(kit))
                                .build(),
                        summary);
        return summary.getSummary().getFailures().stream()
                .collect(Collectors.toMap(
                        failure -> failure.getTestIdentifier().getDisplayName(),
                        failure -> failure.getException().getMessage()));
    }
}
