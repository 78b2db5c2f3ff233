package io.larkdesk.core.notice;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.FindGaps;
import io.larkdesk.core.roster.Gap;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Tells whoever is duty manager when nobody will be on duty within the next two weeks; the administrators if nobody is duty manager. Of each
 * gap once, and at most once a day: what is found in between is told then. This is to be asked now and then, on any node.
 */
@Singleton
public final class TellGaps {

    private final Transactions transactions;
    private final Tenants tenants;
    private final People people;
    private final FindGaps findGaps;
    private final OnDuty onDuty;
    private final Notices notices;
    private final TellPerson tellPerson;

    /** Takes its collaborators. */
    @Inject
    public TellGaps(
            Transactions transactions,
            Tenants tenants,
            People people,
            FindGaps findGaps,
            OnDuty onDuty,
            Notices notices,
            TellPerson tellPerson) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.people = people;
        this.findGaps = findGaps;
        this.onDuty = onDuty;
        this.notices = notices;
        this.tellPerson = tellPerson;
    }

    /** The gaps that are told now; none if there is nothing new, or nobody to tell. */
    public List<Gap> execute() {
        return transactions.inTransaction(now -> tenants.findProvider()
                .map(Tenant::id)
                .map(provider -> look(provider, now))
                .orElseGet(List::of));
    }

    private List<Gap> look(TenantId provider, Instant now) {
        ToldGaps told = notices.lockGaps(provider);
        List<Gap> found = findGaps.execute(provider, now, now.plus(ToldGaps.AHEAD));
        List<Gap> news = told.news(found);
        Collection<PersonId> recipients = news.isEmpty() || !told.mayTell(now) ? List.of() : recipients(now);
        if (recipients.isEmpty()) {
            List<Gap> known = found.stream().filter(gap -> !news.contains(gap)).toList();
            keep(told, told.seen(known, now));
            return List.of();
        }
        tellPerson.execute(recipients, new Matter.Unstaffed(news, now.plus(ToldGaps.AHEAD)), now);
        notices.save(told.seen(found, now).told(now));
        return news;
    }

    private void keep(ToldGaps before, ToldGaps after) {
        if (!after.equals(before)) {
            notices.save(after);
        }
    }

    private Collection<PersonId> recipients(Instant now) {
        Collection<PersonId> managers =
                onDuty.execute(StaffRole.DUTY_MANAGER, now).keySet();
        return managers.isEmpty() ? administrators() : managers;
    }

    private List<PersonId> administrators() {
        return people.listStaff().stream()
                .filter(person -> person.is(StaffRole.ADMIN))
                .map(Person::id)
                .toList();
    }
}
