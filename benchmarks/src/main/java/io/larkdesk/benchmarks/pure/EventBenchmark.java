package io.larkdesk.benchmarks.pure;

import io.larkdesk.app.page.Assets;
import io.larkdesk.app.page.Audience;
import io.larkdesk.app.page.MessageView;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.page.PersonView;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** How long it takes to draw what was said, which a node does once for all pages at the same place that look the same. */
public class EventBenchmark extends Reckoning {

    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final PersonId ANN = new PersonId(TENANT, new UUID(1, 2));
    private static final GroupId GROUP = new GroupId(TENANT, new UUID(1, 3));
    private static final MessageBody WORDS = MessageBody.parse(
            "<@" + ANN.value() + "> could you please look at the tills in Aarhus? They have been offline since eight.");

    private final Pages pages = new Pages(new Assets());
    private final Audience audience = new Audience(Language.EN, "/lark/cli_quay", Optional.empty());
    private final Map<UUID, PersonView> people = Map.of(
            ANN.value(), new PersonView(ANN.value(), "Ann Example", Optional.empty(), Side.CUSTOMER, Optional.empty()));

    /** How many messages are new. */
    @Param({"1", "20"})
    public int messages;

    /** From what the database tells to what is sent. */
    @Benchmark
    public String draw() {
        List<MessageView> views = LongStream.rangeClosed(1, messages)
                .mapToObj(seq -> MessageView.of(message(seq), people))
                .toList();
        return pages.messages(audience, views);
    }

    private static Message message(long seq) {
        ClientId client = new ClientId(new UUID(2, seq));
        Content.Words words = new Content.Words(ANN, client, WORDS, List.of(), Optional.empty());
        return new Message(new MessageId(GROUP, seq), seq, Instant.EPOCH.plusSeconds(seq), words);
    }
}
