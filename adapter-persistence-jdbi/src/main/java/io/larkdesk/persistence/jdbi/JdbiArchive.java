package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.deletion.Archive;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/** Reads tables of a tenant in the order of their keys. */
final class JdbiArchive implements Archive {

    private static final String LIST_PEOPLE = """
            select * from person where tenant_id = :tenant and person_id > :after order by person_id limit :limit
            """;
    private static final String LIST_GROUPS = "select * from ("
            + JdbiGroups.GROUPS.formatted("tenant_id = :tenant and group_id > :after")
            + ") as known order by group_id limit :limit";
    private static final String LIST_MEMBERS = """
            select * from member
            where tenant_id = :tenant and group_id = :group and (person_tenant_id, person_id) > (:personTenant, :person)
            order by person_tenant_id, person_id
            limit :limit
            """;
    private static final String LIST_FILES = """
            select * from attachment
            where tenant_id = :tenant and attachment_id > :after and state = 'BOUND'
            order by attachment_id
            limit :limit
            """;

    private final JdbiTransactions transactions;

    JdbiArchive(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Person> listPeople(TenantId tenant, Optional<PersonId> after, int limit) {
        return transactions.with(handle -> handle.createQuery(LIST_PEOPLE)
                .bind("tenant", tenant)
                .bind("after", after.map(PersonId::value).orElse(Arguments.BEFORE_ALL))
                .bind("limit", limit)
                .map(JdbiPeople.PERSON)
                .list());
    }

    @Override
    public List<Group> listGroups(TenantId tenant, Optional<GroupId> after, int limit) {
        return transactions.with(handle -> handle.createQuery(LIST_GROUPS)
                .bind("tenant", tenant)
                .bind("after", after.map(GroupId::value).orElse(Arguments.BEFORE_ALL))
                .bind("limit", limit)
                .map(JdbiGroups.GROUP)
                .list());
    }

    @Override
    public List<Member> listMembers(GroupId group, Optional<PersonId> after, int limit) {
        PersonId last = after.orElseGet(() -> new PersonId(new TenantId(Arguments.BEFORE_ALL), Arguments.BEFORE_ALL));
        return transactions.with(
                handle -> Arguments.person(Arguments.group(handle.createQuery(LIST_MEMBERS), group), last)
                        .bind("limit", limit)
                        .map(JdbiMembers.MEMBER)
                        .list());
    }

    @Override
    public List<Attachment> listFiles(TenantId tenant, Optional<AttachmentId> after, int limit) {
        return transactions.with(handle -> handle.createQuery(LIST_FILES)
                .bind("tenant", tenant)
                .bind("after", after.map(AttachmentId::value).orElse(Arguments.BEFORE_ALL))
                .bind("limit", limit)
                .map(AttachmentRow.ATTACHMENT)
                .list());
    }
}
