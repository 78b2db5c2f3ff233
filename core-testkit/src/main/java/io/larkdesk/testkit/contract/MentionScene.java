package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.reminder.MentionFacts;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.Scene;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Two people in a group, one of whom the other mentions. */
abstract class MentionScene extends StoresContract {

    static final ReminderId REMINDER = new ReminderId(new UUID(7, 1));
    static final ReminderId OTHER_REMINDER = new ReminderId(new UUID(7, 2));

    ServiceGroup group;
    Person ann;
    Person bob;
    Member anns;
    Instant now;

    @BeforeEach
    void openGroup() {
        Tenant acme = scene().customer("Acme");
        group = scene().group(acme);
        ann = scene().person(acme, "Ann");
        bob = scene().person(acme, "Bob");
        anns = scene().join(group, ann);
        scene().join(group, bob);
        now = present();
    }

    Message mention(Instant at) {
        Message message = scene().say(group, bob, "for " + Scene.at(ann));
        stores().mentions().add(message.id(), List.of(ann.id()), at);
        return message;
    }

    static Content.Words words(Content.Words before, String text) {
        return new Content.Words(before.author(), before.clientId(), MessageBody.parse(text), Optional.empty());
    }

    List<MentionFacts> pending() {
        return stores().mentions().listPending(ann.id(), 100);
    }

    MentionFacts onlyPending() {
        assertThat(pending()).hasSize(1);
        return pending().get(0);
    }

    List<MentionFacts> covered(ReminderId reminder) {
        return stores().mentions().listCovered(ann.id(), reminder);
    }
}
