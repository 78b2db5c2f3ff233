package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds the people whose names are needed to show messages to somebody who may see them: authors, mentioned, noticed. */
@Singleton
public final class NamePeople {

    private final Transactions transactions;
    private final People people;
    private final Tenants tenants;

    /** Takes its collaborators. */
    @Inject
    public NamePeople(Transactions transactions, People people, Tenants tenants) {
        this.transactions = transactions;
        this.people = people;
        this.tenants = tenants;
    }

    /** The people in {@code messages} of {@code group}, each once, in any order; also those who have left it. */
    public List<Person> execute(GroupId group, Collection<Message> messages) {
        return execute(group, messages, Set.of());
    }

    /** The people in {@code messages} of {@code group}, and {@code others}. */
    public List<Person> execute(GroupId group, Collection<Message> messages, Collection<PersonId> others) {
        Set<PersonId> wanted = new HashSet<>(others);
        messages.forEach(message -> wanted.addAll(message.content().subjects()));
        Set<UUID> mentioned = messages.stream()
                .flatMap(message -> message.words().stream())
                .flatMap(words -> words.body().mentionedPersons().stream())
                .collect(Collectors.toSet());
        return transactions.inTransaction(now -> {
            // A body names a person without the tenant: only the group's own people and the provider's can be meant
            mentioned.forEach(person -> wanted.add(new PersonId(group.tenant(), person)));
            providerOf(mentioned)
                    .ifPresent(provider -> mentioned.forEach(person -> wanted.add(new PersonId(provider, person))));
            return people.listAll(wanted);
        });
    }

    private Optional<TenantId> providerOf(Set<UUID> mentioned) {
        return mentioned.isEmpty() ? Optional.empty() : tenants.findProvider().map(Tenant::id);
    }
}
