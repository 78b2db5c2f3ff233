package io.larkdesk.core.fence;

import io.larkdesk.core.escalation.Emergencies;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.Pages;
import io.larkdesk.core.fence.Held.Kind;
import io.larkdesk.core.fence.Held.Thing;
import io.larkdesk.core.notice.Notices;
import io.larkdesk.core.reminder.MentionFacts;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.Permit;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.ticket.Tickets;
import io.larkdesk.core.webhook.Webhooks;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists what waits behind the fence; inside a transaction. Part of showing it. */
@Singleton
public final class ListHeld {

    private static final Instant EVER = Expire.EVER;
    private static final int MOST_MENTIONS = 99;

    private final Permits permits;
    private final Mentions mentions;
    private final Emergencies emergencies;
    private final Pages pages;
    private final Tickets tickets;
    private final Notices notices;
    private final Webhooks webhooks;

    /** Takes its collaborators. */
    @Inject
    public ListHeld(
            Permits permits,
            Mentions mentions,
            Emergencies emergencies,
            Pages pages,
            Tickets tickets,
            Notices notices,
            Webhooks webhooks) {
        this.permits = permits;
        this.mentions = mentions;
        this.emergencies = emergencies;
        this.pages = pages;
        this.tickets = tickets;
        this.notices = notices;
        this.webhooks = webhooks;
    }

    Held execute() {
        List<List<Thing>> kinds = List.of(reminders(), escalations(), pages(), notices(), events());
        List<Thing> all = kinds.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Thing::since))
                .toList();
        return new Held(all, kinds.stream().allMatch(kind -> kind.size() < Held.MOST));
    }

    private List<Thing> reminders() {
        return permits.lockDue(EVER, Held.MOST, Held.MOST).stream()
                .flatMap(permit -> mentioned(permit).stream())
                .toList();
    }

    private Optional<Thing> mentioned(Permit permit) {
        List<MentionFacts> waiting = Stream.concat(
                        permit instanceof Permit.Held held
                                ? mentions.listCovered(held.person(), held.reminder()).stream()
                                : Stream.<MentionFacts>empty(),
                        mentions.listPending(permit.person(), MOST_MENTIONS).stream())
                .toList();
        return waiting.stream()
                .map(MentionFacts::mentionedAt)
                .min(Instant::compareTo)
                .map(since -> new Thing(
                        Kind.REMINDER, Optional.of(permit.person()), Integer.toString(waiting.size()), since));
    }

    private List<Thing> escalations() {
        return emergencies.lockDue(EVER, Held.MOST).stream()
                .map(emergency -> new Thing(
                        Kind.EMERGENCY,
                        Optional.empty(),
                        number(emergency.id()),
                        emergency.start().at()))
                .toList();
    }

    private List<Thing> pages() {
        return pages.lockDue(EVER, Held.MOST).stream()
                .map(page -> new Thing(
                        Kind.PAGE,
                        Optional.of(page.person()),
                        number(page.emergency()),
                        page.state().due().orElseThrow()))
                .toList();
    }

    private String number(EmergencyId emergency) {
        return tickets.find(emergency.ticket())
                .map(ticket -> ticket.number().toString())
                .orElse("");
    }

    private List<Thing> notices() {
        return notices.lockDue(EVER, Held.MOST).stream()
                .map(notice -> new Thing(
                        Kind.NOTICE,
                        Optional.of(notice.person()),
                        notice.matter().getClass().getSimpleName().toUpperCase(Locale.ROOT),
                        notice.delivery().due().orElseThrow()))
                .toList();
    }

    private List<Thing> events() {
        return webhooks.lockDue(EVER, Held.MOST, Held.MOST, List.of()).stream()
                .map(delivery ->
                        new Thing(Kind.EVENT, Optional.empty(), delivery.type().text(), delivery.at()))
                .toList();
    }
}
