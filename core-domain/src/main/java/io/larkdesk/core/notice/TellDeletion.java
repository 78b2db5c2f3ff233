package io.larkdesk.core.notice;

import io.larkdesk.core.deletion.DeletionObserver;
import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells the TAM of a customer that it is to be deleted, or is not to be after all. */
@Singleton
public final class TellDeletion implements DeletionObserver {

    private final Groups groups;
    private final FindTam findTam;
    private final TellPerson tellPerson;

    /** Takes its collaborators. */
    @Inject
    public TellDeletion(Groups groups, FindTam findTam, TellPerson tellPerson) {
        this.groups = groups;
        this.findTam = findTam;
        this.tellPerson = tellPerson;
    }

    @Override
    public void decided(TenantId customer, Optional<Instant> due, Instant now) {
        groups.findServiceGroupOf(customer)
                .flatMap(group -> findTam.execute(group.id()))
                .map(Person::id)
                .ifPresent(tam -> tellPerson.execute(List.of(tam), new Matter.Leaving(customer, due), now));
    }
}
