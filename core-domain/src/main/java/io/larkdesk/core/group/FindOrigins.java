package io.larkdesk.core.group;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells from which service groups tickets were opened, so that whoever shows those groups' tickets knows that some have changed. */
@Singleton
public final class FindOrigins {

    private final Transactions transactions;
    private final Groups groups;

    /** Takes its collaborators. */
    @Inject
    public FindOrigins(Transactions transactions, Groups groups) {
        this.transactions = transactions;
        this.groups = groups;
    }

    /** The service groups from which those of {@code changed} were opened that are tickets' groups. */
    public Set<GroupId> execute(Collection<GroupId> changed) {
        return transactions.inTransaction(now -> groups.listAll(changed).stream()
                .flatMap(group ->
                        group.fold(service -> Set.<GroupId>of(), ticket -> Set.of(ticket.openedFrom())).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }
}
