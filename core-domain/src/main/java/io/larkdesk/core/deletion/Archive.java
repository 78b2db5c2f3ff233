package io.larkdesk.core.deletion;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * All that there is of a tenant, for whoever takes it along, page by page in an order of its own: after what was the last of a page comes the
 * next one, without gap or duplicate. Methods join the running transaction, or are one of their own. Thread-safe.
 */
public interface Archive {

    /** At most {@code limit} of the tenant's people. */
    List<Person> listPeople(TenantId tenant, Optional<PersonId> after, int limit);

    /** At most {@code limit} of its groups, closed ones too. */
    List<Group> listGroups(TenantId tenant, Optional<GroupId> after, int limit);

    /** At most {@code limit} who are in {@code group}, or were. */
    List<Member> listMembers(GroupId group, Optional<PersonId> after, int limit);

    /** At most {@code limit} of the tenant's files that were sent. */
    List<Attachment> listFiles(TenantId tenant, Optional<AttachmentId> after, int limit);
}
