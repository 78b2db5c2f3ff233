package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.LogQuery;
import io.larkdesk.core.reminder.LogSpot;
import io.larkdesk.core.reminder.LoggedMention;
import io.larkdesk.core.reminder.Outcome;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.testkit.Scene;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link io.larkdesk.core.reminder.Mentions#listLog} promises. */
public abstract class MentionLogContract extends StoresContract {

    private static final ReminderId REMINDER = new ReminderId(new UUID(7, 1));

    private ServiceGroup group;
    private Person ann;
    private Person bob;
    private Instant now;

    /** Made for subclasses. */
    protected MentionLogContract() {}

    @BeforeEach
    void openGroup() {
        Tenant acme = scene().customer("Acme");
        group = scene().group(acme);
        ann = scene().person(acme, "Ann");
        bob = scene().person(acme, "Bob");
        scene().join(group, ann);
        scene().join(group, bob);
        now = present();
    }

    private Message mention(Instant at) {
        Message message = scene().say(group, bob, "for " + Scene.at(ann));
        stores().mentions().add(message.id(), List.of(ann.id()), at);
        return message;
    }

    @Test
    void theLogHasWhatBecameOfEachMention() {
        MessageId waiting = mention(now).id();
        MessageId first = mention(now.minusMillis(1)).id();
        MessageId second = mention(now.minusMillis(2)).id();
        MessageId dropped = mention(now.minusMillis(3)).id();
        MessageId failed = mention(now.minusMillis(4)).id();
        stores().mentions().cover(ann.id(), REMINDER, List.of(first, second, failed));
        Decision reminded = new Decision.Reminded(REMINDER, true, now);
        Decision left = new Decision.NotReminded(Reason.LEFT_GROUP, now);
        Decision broken = new Decision.NotReminded(Reason.APP_BROKEN, now);
        stores().mentions().decide(List.of(first), ann.id(), reminded);
        stores().mentions().decide(List.of(second), ann.id(), reminded);
        stores().mentions().decide(List.of(dropped), ann.id(), left);
        stores().mentions().decide(List.of(failed), ann.id(), broken);
        stores().messages()
                .replace(
                        dropped,
                        new Content.Deleted(bob.id(), scene().words(bob, "x").clientId(), now));

        assertThat(log(Optional.empty()))
                .containsExactly(
                        logged(waiting, now, Optional.empty(), 1),
                        logged(first, now.minusMillis(1), Optional.of(reminded), 2),
                        logged(second, now.minusMillis(2), Optional.of(reminded), 2),
                        logged(dropped, now.minusMillis(3), Optional.of(left), 1),
                        logged(failed, now.minusMillis(4), Optional.of(broken), 1));
        assertThat(log(Optional.of(Outcome.WAITING)))
                .extracting(LoggedMention::message)
                .containsExactly(waiting);
        assertThat(log(Optional.of(Outcome.DELIVERED)))
                .extracting(LoggedMention::message)
                .containsExactly(first, second);
        assertThat(log(Optional.of(Outcome.NOT_SENT)))
                .extracting(LoggedMention::message)
                .containsExactly(dropped);
        assertThat(log(Optional.of(Outcome.FAILED)))
                .extracting(LoggedMention::message)
                .containsExactly(failed);
    }

    private LoggedMention logged(MessageId message, Instant at, Optional<Decision> decision, int together) {
        return new LoggedMention(message, ann.id(), at, Optional.of(bob.id()), decision, together);
    }

    private List<LoggedMention> log(Optional<Outcome> outcome) {
        return stores().mentions()
                .listLog(
                        new LogQuery(
                                Set.of(group.id().tenant()),
                                Optional.empty(),
                                Optional.empty(),
                                outcome,
                                now.minusMillis(4),
                                now.plusMillis(1),
                                Optional.empty()),
                        100);
    }

    @Test
    void theLogIsOfTenantsPersonsGroupsAndTimes() {
        ServiceGroup second = scene().group(scene().customer("Other"));
        scene().join(second, ann);
        GroupId ticket = scene().ticket(group, ann).id();
        MessageId here = mention(now).id();
        MessageId bobs = scene().say(group, ann, Scene.at(bob)).id();
        stores().mentions().add(bobs, List.of(bob.id()), now.minusMillis(1));
        MessageId there = scene().say(second, bob, Scene.at(ann)).id();
        stores().mentions().add(there, List.of(ann.id()), now.minusMillis(2));
        MessageId inTicket = stores().transactions()
                .inTransaction(at -> stores().messages().append(ticket, at, scene().words(bob, Scene.at(ann))))
                .id();
        stores().mentions().add(inTicket, List.of(ann.id()), now.minusMillis(3));
        TenantId acme = group.id().tenant();
        TenantId other = second.id().tenant();
        Instant from = now.minusMillis(3);
        Instant until = now.plusMillis(1);

        assertThat(messages(query(Set.of(acme, other), from, until))).containsExactly(here, bobs, there, inTicket);
        assertThat(messages(query(Set.of(acme), from, until))).containsExactly(here, bobs, inTicket);
        assertThat(messages(query(Set.of(other), from, until))).containsExactly(there);
        assertThat(messages(query(Set.of(), from, until))).isEmpty();
        assertThat(messages(query(Set.of(acme, other), now.minusMillis(2), now)))
                .containsExactly(bobs, there);
        assertThat(messages(new LogQuery(
                        Set.of(acme, other),
                        Optional.of(bob.id()),
                        Optional.empty(),
                        Optional.empty(),
                        from,
                        until,
                        Optional.empty())))
                .containsExactly(bobs);
        assertThat(messages(new LogQuery(
                        Set.of(acme, other),
                        Optional.of(ann.id()),
                        Optional.of(ticket),
                        Optional.empty(),
                        from,
                        until,
                        Optional.empty())))
                .containsExactly(inTicket);
    }

    private List<MessageId> messages(LogQuery query) {
        return stores().mentions().listLog(query, 100).stream()
                .map(LoggedMention::message)
                .toList();
    }

    private static LogQuery query(Set<TenantId> tenants, Instant from, Instant until) {
        return new LogQuery(
                tenants, Optional.empty(), Optional.empty(), Optional.empty(), from, until, Optional.empty());
    }

    /** At the same instant in two groups of two tenants, two persons at once. */
    @Test
    void theLogIsReadPageByPageWithoutGapOrDuplicate() {
        Person tam = scene().staff(scene().provider("Provider"), "Tam", StaffRole.TAM);
        ServiceGroup second = scene().group(scene().customer("Other"));
        for (int message = 0; message < 4; message++) {
            ServiceGroup in = message % 2 == 0 ? group : second;
            Message words = scene().say(in, bob, Scene.at(ann) + " " + Scene.at(tam));
            stores().mentions().add(words.id(), List.of(ann.id(), tam.id()), now);
        }
        LogQuery all = query(Set.of(group.id().tenant(), second.id().tenant()), now, now.plusMillis(1));

        List<LoggedMention> whole = stores().mentions().listLog(all, 100);
        List<LoggedMention> pages = new ArrayList<>();
        for (Optional<LogSpot> spot =
                        Optional.of(new LogSpot(now.plusMillis(1), new MessageId(group.id(), 1), ann.id()));
                spot.isPresent(); ) {
            List<LoggedMention> page = stores().mentions()
                    .listLog(
                            new LogQuery(
                                    all.tenants(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    all.fromInclusive(),
                                    all.untilExclusive(),
                                    spot),
                            3);
            pages.addAll(page);
            spot = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.get(page.size() - 1).spot());
        }

        assertThat(whole).hasSize(8).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(whole);
    }
}
