package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A customer says that all works again, and so asks those who work on the Emergency to end it. Saying it again changes nothing. */
@Singleton
public final class SayWeAreBack {

    private final Transactions transactions;
    private final Members members;
    private final Emergencies emergencies;
    private final NoteEscalation note;

    /** Takes its collaborators. */
    @Inject
    public SayWeAreBack(Transactions transactions, Members members, Emergencies emergencies, NoteEscalation note) {
        this.transactions = transactions;
        this.members = members;
        this.emergencies = emergencies;
        this.note = note;
    }

    /**
     * Notes it.
     *
     * @return the Emergency as it is now; empty if none is active, or {@code person} is no customer's member of the group
     */
    public Optional<Emergency> execute(GroupId ticket, PersonId person) {
        return transactions.inTransaction(now -> members.find(ticket, person)
                .filter(member -> member.isIn() && member.side() == Side.CUSTOMER)
                .flatMap(member -> emergencies.findActive(ticket))
                .flatMap(active -> emergencies.lock(active.id()))
                .filter(Emergency::isActive)
                .map(emergency -> emergency.back().isPresent() ? emergency : say(emergency, person, now)));
    }

    private Emergency say(Emergency before, PersonId person, Instant now) {
        Emergency after = before.sayBack(person, now);
        emergencies.save(after, now);
        Set<PersonId> told = new HashSet<>();
        after.acknowledgement().ifPresent(held -> {
            told.add(held.by());
            told.addAll(held.joined());
        });
        NoteEscalation.Line notice =
                new NoteEscalation.Line(TicketEvent.EMERGENCY_BACK, Optional.of(person), Optional.empty(), "");
        note.execute(after.id().ticket(), notice, told);
        return after;
    }
}
