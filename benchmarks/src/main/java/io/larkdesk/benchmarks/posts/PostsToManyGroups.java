package io.larkdesk.benchmarks.posts;

import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Database;
import io.larkdesk.benchmarks.site.Desk;
import io.larkdesk.benchmarks.site.Member;
import io.larkdesk.benchmarks.wire.Caller;
import io.larkdesk.benchmarks.wire.Loop;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** The service: people who write into the groups of their tickets, each as soon as the last message is acknowledged. */
final class PostsToManyGroups implements Worker {

    static final String WORDS = "Please look at this, it has not worked since this morning.";

    private final Desk desk;
    private final Loop loop = new Loop();
    private final List<Writer> all = new ArrayList<>();

    /** Starts so many nodes on an empty {@code database}, and has so many {@code writers} open a ticket for each of {@code groups}. */
    PostsToManyGroups(Database database, int groups, int writers, int nodes) {
        desk = Desk.start(database, writers, nodes, Map.of());
        for (int i = 0; i < writers; i++) {
            Member member = desk.signIn(i);
            List<String> own = new ArrayList<>();
            for (int group = i; group < groups; group += writers) {
                own.add(groupOf(member.openTicket("Ticket " + group)));
            }
            all.add(new Writer(member, own, desk.urls().get(i % nodes).getPort()));
        }
        // As it has been on a server that runs for longer than a minute
        database.execute("analyze");
    }

    /** The group's address, from that of the ticket's page. */
    private String groupOf(String ticket) {
        String number = ticket.replaceAll(".*\\D", "");
        String ids =
                desk.database().text("select tenant_id || ' ' || group_id from ticket where ticket_number = " + number);
        List<UUID> both = Stream.of(ids.split(" ", -1)).map(UUID::fromString).toList();
        GroupId group = new GroupId(new TenantId(both.get(0)), both.get(1));
        return ticket.replaceAll("/tickets/.*", "/groups/") + group;
    }

    @Override
    public Run run(Duration length) throws InterruptedException {
        long before = stored();
        long began = System.nanoTime();
        CountDownLatch working = new CountDownLatch(all.size());
        loop.execute(() -> all.forEach(writer -> writer.begin(began + length.toNanos(), working)));
        working.await();
        double seconds = (System.nanoTime() - began) / 1e9;
        long acknowledged =
                all.stream().mapToLong(writer -> writer.acknowledged).sum();
        long refused = all.stream().mapToLong(writer -> writer.refused).sum();
        return new Run(
                Map.of(Durable.POSTS, acknowledged / seconds),
                List.of(
                        new Check("messages stored", acknowledged, stored() - before),
                        new Check("refusals", 0, refused)));
    }

    private long stored() {
        return desk.database().count("message where body = '" + WORDS + "'");
    }

    @Override
    public void close() {
        loop.close();
        desk.close();
    }

    /** One person with one connection, who waits for each answer. All but the counts belongs to the loop's thread. */
    private final class Writer {

        private final Member member;
        private final List<String> groups;
        private final Caller caller;
        private int next;
        private long until;
        private CountDownLatch working = new CountDownLatch(0);
        private long acknowledged;
        private long refused;

        Writer(Member member, List<String> groups, int port) {
            this.member = member;
            this.groups = List.copyOf(groups);
            this.caller = new Caller(loop, port, this::answered);
        }

        void begin(long newUntil, CountDownLatch newWorking) {
            until = newUntil;
            working = newWorking;
            acknowledged = 0;
            refused = 0;
            say();
        }

        private void say() {
            String group = groups.get(next++ % groups.size());
            caller.send(member.message(group, WORDS));
        }

        private void answered(int status) {
            if (status == 200) {
                acknowledged++;
            } else {
                refused++;
            }
            if (status < 0 || System.nanoTime() >= until) {
                working.countDown();
            } else {
                say();
            }
        }
    }
}
