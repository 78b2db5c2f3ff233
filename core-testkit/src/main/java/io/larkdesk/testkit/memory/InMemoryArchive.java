package io.larkdesk.testkit.memory;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.deletion.Archive;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Pages in the order of ids, as text. */
final class InMemoryArchive implements Archive {

    private final InMemoryPeople people;
    private final InMemoryGroups groups;
    private final InMemoryMembers members;
    private final InMemoryAttachments attachments;

    InMemoryArchive(
            InMemoryPeople people, InMemoryGroups groups, InMemoryMembers members, InMemoryAttachments attachments) {
        this.people = people;
        this.groups = groups;
        this.members = members;
        this.attachments = attachments;
    }

    @Override
    public List<Person> listPeople(TenantId tenant, Optional<PersonId> after, int limit) {
        return page(people.all(tenant), Person::id, id -> id.value().toString(), after, limit);
    }

    @Override
    public List<Group> listGroups(TenantId tenant, Optional<GroupId> after, int limit) {
        return page(groups.all(tenant), Group::id, id -> id.value().toString(), after, limit);
    }

    @Override
    public List<Member> listMembers(GroupId group, Optional<PersonId> after, int limit) {
        return page(members.all(group), Member::person, id -> id.tenant() + " " + id.value(), after, limit);
    }

    @Override
    public List<Attachment> listFiles(TenantId tenant, Optional<AttachmentId> after, int limit) {
        return page(attachments.bound(tenant), Attachment::id, id -> id.value().toString(), after, limit);
    }

    static <T, I> List<T> page(
            Stream<? extends T> all, Function<T, I> id, Function<I, String> order, Optional<I> after, int limit) {
        Function<T, String> text = id.andThen(order);
        return all.<T>map(one -> one)
                .filter(one -> after.map(order)
                        .filter(last -> text.apply(one).compareTo(last) <= 0)
                        .isEmpty())
                .sorted(Comparator.comparing(text))
                .limit(limit)
                .toList();
    }
}
