package io.larkdesk.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.group.ServiceGroup;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a page hears though nobody gave its node a hint. */
class LostHintsTest extends OneGroup {

    @Test
    void aLostHintIsMadeUpFor() {
        Browser browser = connect(ann);
        live.run();
        node.watch();
        live.hinting(false);
        live.post(group, bob, "unheard");
        live.run();
        assertThat(browser.data("messages")).isEmpty();

        node.watch();

        assertThat(browser.data("messages")).hasSize(1);
        assertThat(browser.data("groups")).last().asString().contains("\"unread\":1");
    }

    @Test
    void cursorsOfLostHintsComeLater() {
        live.post(group, bob, "one");
        Browser browser = connect(ann);
        live.run();
        live.hinting(false);
        live.read(group, bob, 1);
        node.caretaker.watch(System.nanoTime() + TimeUnit.SECONDS.toNanos(31));
        node.run();

        assertThat(browser.data("read")).last().isEqualTo("{\"" + bob.id() + "\":1}");
    }

    @Test
    void afterABrokenConnectionToTheHintsAllIsLookedAt() {
        Browser browser = connect(ann);
        live.run();
        live.hinting(false);
        live.post(group, bob, "unheard");
        node.live.catchUp();
        node.run();

        assertThat(browser.data("messages")).hasSize(1);
    }

    @Test
    void afterABrokenConnectionToTheHintsNewGroupsComeToo() {
        ServiceGroup other = live.scene.group(live.scene.customer("Other"));
        Browser browser = connect(ann);
        live.run();
        live.hinting(false);
        live.join(other, ann);
        node.live.catchUp();
        node.run();

        assertThat(browser.data("mine")).last().asString().contains(other.id().toString());
    }
}
