package io.larkdesk.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.SupportPlan;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Whatever is in the operator's file, it is understood or the operator is told in one line what is wrong. */
class BootstrapFuzzTest {

    private static final BootstrapReader READER = new BootstrapReader(
            Map.of("SECRET", "s2")::get,
            new SupportPlan(
                    Duration.ofMinutes(30), EscalationPolicy.standard(Duration.ofMinutes(5), Optional.empty())));

    @FuzzTest
    void aFileIsUnderstoodOrRefusedInWords(FuzzedDataProvider data) {
        String yaml = data.consumeRemainingAsString();
        try {
            BootstrapFile file = READER.read(yaml);
            assertThat(file.provider().organisation()).isNotBlank();
        } catch (BootstrapException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
