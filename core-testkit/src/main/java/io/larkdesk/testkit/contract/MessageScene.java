package io.larkdesk.testkit.contract;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;

/** Two people in a group in which messages are sent. */
abstract class MessageScene extends StoresContract {

    static final int WRITERS = 8;

    ServiceGroup group;
    Person ann;
    Person bob;

    @BeforeEach
    void openGroup() {
        Tenant acme = scene().customer("Acme");
        group = scene().group(acme);
        ann = scene().person(acme, "Ann");
        bob = scene().person(acme, "Bob");
        scene().join(group, ann);
        scene().join(group, bob);
    }

    List<Message> said(int messages) {
        return LongStream.rangeClosed(1, messages)
                .mapToObj(i -> scene().say(group, ann, "message " + i))
                .toList();
    }

    Message edited(Message message) {
        Content.Words words = message.words().orElseThrow();
        MessageBody body = MessageBody.parse(words.body().text() + "!");
        return transactions().inTransaction(now -> stores().messages()
                .replace(message.id(), new Content.Words(words.author(), words.clientId(), body, Optional.of(now))));
    }
}
