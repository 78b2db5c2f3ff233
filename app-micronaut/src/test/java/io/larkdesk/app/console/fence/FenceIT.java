package io.larkdesk.app.console.fence;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.fence.FenceWatch;
import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditTrail;
import io.larkdesk.core.fence.Fence;
import io.larkdesk.core.fence.Fences;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on which an administrator decides after a backup was restored, and what others can do until then. */
class FenceIT {

    private static final String FENCE = "/console/fence";

    private static RunningDesk desk;

    private SignedIn ines;
    private SignedIn daniel;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void raise() {
        SignedIn before = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        desk.node().bean(FenceWatch.class).raise();
        assertThat(before.say("Am I still in?").status()).isEqualTo(503);
        ines = SignedIn.toConsole(desk.node(), "ou_ines");
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        assertThat(before.page("").status()).isNotEqualTo(200);
    }

    private static Fence fence() {
        return desk.node().bean(Fences.class).get();
    }

    private static Map<String, String> decision(String waiting) {
        return new HashMap<>(Map.of(
                "waiting",
                waiting,
                "raised",
                Long.toString(fence().mark().epoch().toEpochMilli())));
    }

    @Test
    void peopleReadAndChangeNothingUntilAnAdministratorDecides() {
        assertThat(daniel.page("").status()).isEqualTo(200);
        assertThat(daniel.say("Hello").status()).isEqualTo(503);
        assertThat(daniel.say("Hello").header("Retry-After")).isEqualTo("60");
        assertThat(ines.browser().get("/console/queue").body()).contains("id=\"fenced\"", "href=\"/console/fence\"");
        assertThat(ines.browser().get(FENCE).body()).contains("The operator said that a backup was restored");

        assertThat(ines.submit(FENCE, decision("drop")).location()).isEqualTo(FENCE + "?done=lifted");

        assertThat(fence().state()).isEqualTo(Fence.State.LIFTED);
        assertThat(desk.node().bean(AuditTrail.class).listAfter(AuditBook.PROVIDER, 0, 10_000).stream()
                        .filter(entry -> entry.event().action() == AuditAction.FENCE_LIFTED)
                        .map(entry -> entry.event().actor()))
                .contains(AuditActor.of(ines.person().id()));
        assertThat(ines.browser().get(FENCE).body()).contains("id=\"open\"");
    }

    @Test
    void onlyAdministratorsDecide() {
        SignedIn sofia = SignedIn.toConsole(desk.node(), "ou_sofia");

        assertThat(sofia.browser().get(FENCE).status()).isEqualTo(403);
        assertThat(sofia.browser().get("/console/queue").body())
                .contains("id=\"fenced\"")
                .doesNotContain("href=\"/console/fence\"");
        assertThat(sofia.submit(FENCE, decision("send")).status()).isEqualTo(403);
        assertThat(fence().isRaised()).isTrue();
    }

    @Test
    void aDecisionSaysWhatBecomesOfWhatWaitsAndAboutWhichRestoring() {
        Map<String, String> old = decision("send");
        assertThat(ines.submit(FENCE, decision("perhaps")).status()).isEqualTo(422);
        Map<String, String> nothing = decision("send");
        nothing.remove("raised");
        assertThat(ines.submit(FENCE, nothing).status()).isEqualTo(422);

        desk.node().bean(FenceWatch.class).raise();
        SignedIn again = SignedIn.toConsole(desk.node(), "ou_ines");
        assertThat(again.submit(FENCE, old).status()).isEqualTo(409);
        assertThat(fence().isRaised()).isTrue();
        assertThat(again.submit(FENCE, decision("send")).status()).isEqualTo(303);
        assertThat(again.submit(FENCE, decision("send")).status()).isEqualTo(409);
    }
}
