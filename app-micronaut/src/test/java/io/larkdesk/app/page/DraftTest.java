package io.larkdesk.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final UUID LI = new UUID(1, 1);
    private static final UUID LI_WEI = new UUID(1, 2);
    private static final UUID OTHER_LI = new UUID(1, 3);

    @Test
    void whatIsWrittenWithNamesIsTheSameBody() {
        String body = "<@" + LI + "> and <@" + LI_WEI + ">, not <@" + OTHER_LI + ">";
        Draft draft = new Draft(body, Map.of(LI, "Li", LI_WEI, "Li Wei", OTHER_LI, "Li"), Optional.empty());

        assertThat(draft.written()).doesNotContain("<").startsWith("@Li and @Li Wei, not @Li");
        assertThat(Draft.bodyOf(draft.written(), draft.calls())).isEqualTo(body);
    }

    @Test
    void howeverManyAreCalledTheBodyDoesNotGrowWithoutEnd() {
        String written = "@0".repeat(4_000);

        assertThat(Draft.bodyOf(written, (LI + "=0\n").repeat(10_000)).length()).isLessThan(10_000_000);
        assertThat(Draft.bodyOf(written + "!", LI + "=0")).isEqualTo(written + "!");
    }

    @Test
    void linesThatMakeNoSenseCallNobody() {
        assertThat(Draft.bodyOf("@Li", "nobody=Li\n=Li\n" + LI + "=")).isEqualTo("@Li");
    }
}
