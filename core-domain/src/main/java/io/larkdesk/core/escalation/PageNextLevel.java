package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Randomness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Pages the next level of an Emergency; part of declaring and of advancing it. A level with nobody on duty is passed over at once. */
@Singleton
public final class PageNextLevel {

    private final ChoosePaged choose;
    private final Emergencies emergencies;
    private final Pages pages;
    private final NoteEscalation note;
    private final EmergencyPhone phone;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public PageNextLevel(
            ChoosePaged choose,
            Emergencies emergencies,
            Pages pages,
            NoteEscalation note,
            EmergencyPhone phone,
            Randomness randomness) {
        this.choose = choose;
        this.emergencies = emergencies;
        this.pages = pages;
        this.note = note;
        this.phone = phone;
        this.randomness = randomness;
    }

    /** {@code due}, which this transaction holds and which nobody has acknowledged, with its next step taken and stored. */
    Emergency execute(Emergency due, Instant now) {
        Emergency current = due;
        boolean somebody = choose.isAnybodyOnDuty(due.policy(), now);
        while (true) {
            if (current.isRoundOver()) {
                note.byItself(
                        current,
                        TicketEvent.EMERGENCY_UNANSWERED,
                        Optional.empty(),
                        phone.number().orElse(""));
            }
            if (current.isPolicyOver()) {
                return stored(current.unanswered(now), now);
            }
            Collection<PersonId> whom =
                    somebody ? choose.onDuty(current.nextStep().level(), now) : choose.instead();
            if (!whom.isEmpty() || !somebody) {
                page(current, whom, now);
                return stored(current.stepPaged(now), now);
            }
            note.byItself(current, TicketEvent.EMERGENCY_LEVEL_EMPTY, Optional.empty(), level(current));
            current = current.stepPassedOver(now);
        }
    }

    private Emergency stored(Emergency emergency, Instant now) {
        emergencies.save(emergency, now);
        return emergency;
    }

    private void page(Emergency emergency, Collection<PersonId> whom, Instant now) {
        Page.About about = new Page.About(Page.Kind.ALERT, emergency.steps(), emergency.nextLevel());
        List<Page> wanted = whom.stream()
                .map(person -> Page.of(new PageId(randomness.uuid()), emergency.id(), about, person, now))
                .toList();
        for (Page page : pages.add(wanted, now)) {
            note.byItself(emergency, TicketEvent.EMERGENCY_PAGED, Optional.of(page.person()), level(emergency));
        }
        if (whom.isEmpty()) {
            note.byItself(emergency, TicketEvent.EMERGENCY_LEVEL_EMPTY, Optional.empty(), level(emergency));
        }
    }

    private static String level(Emergency emergency) {
        return Integer.toString(emergency.nextLevel());
    }
}
