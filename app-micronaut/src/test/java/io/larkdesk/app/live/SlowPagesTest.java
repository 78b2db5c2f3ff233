package io.larkdesk.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.Position;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Pages that do not keep up, and connections on which nothing comes for long. */
class SlowPagesTest extends OneGroup {

    @Test
    void whoDidNotKeepUpHearsWhoLeftMeanwhile() {
        Browser slow = node.connectSlowly(live.follower(group, ann, Optional.empty()));
        slow.request(3);
        live.run();
        assertThat(slow.data("read")).containsExactly(cursors(ann, 0, bob, 0));
        node.pages.all().iterator().next().outbox().put(new byte[Outbox.ROOM]);

        live.leave(group, bob);
        live.run();
        assertThat(slow.data("read")).hasSize(1);
        slow.request(Long.MAX_VALUE);
        live.run();

        assertThat(slow.data("read")).last().isEqualTo("{\"" + bob.id() + "\":null}");
    }

    @Test
    void aPageThatDoesNotKeepUpWaitsForNothingAndMissesNothing() {
        Browser slow = node.connectSlowly(live.follower(group, ann, Optional.of(Position.START)));
        for (int i = 0; i < 120; i++) {
            live.post(group, bob, "x".repeat(8_000));
            live.run();
        }
        OpenPage page = node.pages.all().iterator().next();
        assertThat(page.outbox().hasRoom()).isFalse();

        slow.request(Long.MAX_VALUE);
        live.run();

        assertThat(slow.pieces()).hasSizeLessThan(60);
        assertThat(Seen.places(slow)).hasSize(120).isSorted().doesNotHaveDuplicates();
        assertThat(slow.lastId()).contains("120.120");
        assertThat(slow.data("read")).isNotEmpty();
    }

    @Test
    void aPageThatTakesNothingIsCutOff() {
        long began = System.nanoTime();
        Browser dead = node.connectSlowly(live.follower(group, ann, Optional.empty()));
        Browser alive = connect(bob);
        live.run();
        node.caretaker.tend(began + TimeUnit.SECONDS.toNanos(29));
        assertThat(dead.isBroken()).isFalse();

        node.caretaker.tend(System.nanoTime() + TimeUnit.SECONDS.toNanos(31));

        assertThat(dead.isBroken()).isTrue();
        assertThat(alive.isBroken()).isFalse();
        assertThat(node.pages.all()).hasSize(1);
        assertThat(node.meters.get("larkdesk.live.slow").counter().count()).isEqualTo(1);
        assertThat(node.meters.get("larkdesk.live.pages").gauge().value()).isEqualTo(1);
    }

    @Test
    void silentConnectionsAreKeptAlive() {
        long began = System.nanoTime();
        Browser browser = connect(ann);
        live.run();
        int before = browser.comments();
        node.caretaker.tend(began + TimeUnit.SECONDS.toNanos(14));
        assertThat(browser.comments()).isEqualTo(before);

        node.caretaker.tend(System.nanoTime() + TimeUnit.SECONDS.toNanos(16));

        assertThat(browser.comments()).isEqualTo(before + 1);
    }
}
