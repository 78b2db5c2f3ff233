package io.larkdesk.core.conversation;

import io.larkdesk.core.conversation.ListMyGroups.MyGroup;
import io.larkdesk.core.conversation.ReadConversation.Stretch;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Shows a member a group as a whole: what was said, who has read it, who is who, and the person's other groups. */
@Singleton
public final class OpenGroup {

    private final Transactions transactions;
    private final ReadConversation readConversation;
    private final ListMyGroups listMyGroups;
    private final ListReaders listReaders;
    private final NamePeople namePeople;
    private final Tenants tenants;

    /** Takes its collaborators. */
    @Inject
    public OpenGroup(
            Transactions transactions,
            ReadConversation readConversation,
            ListMyGroups listMyGroups,
            ListReaders listReaders,
            NamePeople namePeople,
            Tenants tenants) {
        this.transactions = transactions;
        this.readConversation = readConversation;
        this.listMyGroups = listMyGroups;
        this.listReaders = listReaders;
        this.namePeople = namePeople;
        this.tenants = tenants;
    }

    /**
     * What to show.
     *
     * @param group which group
     * @param reader to whom
     * @param around the message to show; without it, what the reader has not read
     */
    public record Command(GroupId group, PersonId reader, Optional<Long> around) {}

    /**
     * An open group.
     *
     * @param group the group, and how much is unread
     * @param groups all groups of the reader that are not closed, in the order of {@link ListMyGroups}
     * @param stretch what was said
     * @param readers how far each member has read, in order of joining
     * @param people everybody named in the stretch, and the service team
     * @param tam who looks after the reader's organisation; empty for staff, and if no TAM is in the group
     * @param provider the provider's name, once it is set up
     */
    public record OpenedGroup(
            MyGroup group,
            List<MyGroup> groups,
            Stretch stretch,
            List<ReadCursor> readers,
            List<Person> people,
            Optional<Person> tam,
            Optional<String> provider) {

        /** Copies the lists. */
        public OpenedGroup {
            Objects.requireNonNull(group, "group");
            groups = List.copyOf(groups);
            Objects.requireNonNull(stretch, "stretch");
            readers = List.copyOf(readers);
            people = List.copyOf(people);
            Objects.requireNonNull(tam, "tam");
            Objects.requireNonNull(provider, "provider");
        }
    }

    /** Opens the group; empty if the reader is not in it, or there is none. */
    public Optional<OpenedGroup> execute(Command command) {
        return transactions.inTransaction(now -> readConversation
                .open(command.group(), command.reader(), command.around())
                .flatMap(stretch -> listReaders
                        .execute(command.group(), command.reader())
                        .flatMap(readers -> assemble(command, stretch, readers))));
    }

    private Optional<OpenedGroup> assemble(Command command, Stretch stretch, List<ReadCursor> readers) {
        List<MyGroup> groups = listMyGroups.execute(command.reader());
        List<PersonId> team = readers.stream()
                .map(ReadCursor::person)
                .filter(person -> Side.of(person, command.group()) == Side.SERVICE_TEAM)
                .toList();
        List<Person> people = namePeople.execute(command.group(), stretch.messages(), team);
        Optional<Person> tam = team.contains(command.reader()) ? Optional.empty() : findTam(team, people);
        Optional<String> provider = tenants.findProvider().map(Tenant::organisation);
        return groups.stream()
                .filter(group -> group.group().id().equals(command.group()))
                .findFirst()
                .or(() -> listMyGroups.find(command.group(), command.reader()))
                .map(group -> new OpenedGroup(group, groups, stretch, readers, people, tam, provider));
    }

    /** The first who joined. */
    private static Optional<Person> findTam(List<PersonId> team, List<Person> people) {
        return team.stream()
                .flatMap(id -> people.stream().filter(person -> person.id().equals(id)))
                .filter(person -> person.is(StaffRole.TAM))
                .findFirst();
    }
}
