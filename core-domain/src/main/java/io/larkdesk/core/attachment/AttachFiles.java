package io.larkdesk.core.attachment;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes uploaded files part of what is being written, inside the writer's transaction: all of them or none, and each once only, however
 * many try at once. Taken back with what was written, they are discarded.
 */
@Singleton
public final class AttachFiles {

    private final Transactions transactions;
    private final Attachments attachments;

    /** Takes its collaborators. */
    @Inject
    public AttachFiles(Transactions transactions, Attachments attachments) {
        this.transactions = transactions;
        this.attachments = attachments;
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * The files are bound, if the transaction is committed.
     *
     * @param attachments in the order in which they were asked for
     */
    public record Attached(List<Attachment> attachments) implements Result {

        /** Copies the list. */
        public Attached {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * None is bound.
     *
     * @param problem why
     */
    public record Refused(Problem problem) implements Result {}

    /** Why files cannot be attached. */
    public enum Problem {
        /** They are more than {@value AttachmentPolicy#MOST_IN_A_MESSAGE}. */
        TOO_MANY_FILES,
        /** One of them is named twice. */
        FILE_TWICE,
        /** One of them is not there: never uploaded into this group by this person, sent already, discarded, or too old. */
        FILE_NOT_THERE
    }

    /**
     * Binds {@code files} to what {@code author} writes in {@code group}; whether the author may write there is the caller's to know.
     *
     * @param files in order
     */
    public Result execute(GroupId group, PersonId author, List<AttachmentId> files) {
        return withUnbound(group, author, files, (found, now) -> {
            attachments.bind(found.stream().map(Attachment::id).toList(), now);
            return found;
        });
    }

    /**
     * Takes {@code files} along into another group, to be bound to what {@code author} writes there.
     *
     * @param from where the author uploaded them
     * @param to a group of the same tenant
     * @param files in order
     * @return as {@link Attached} the files, not bound yet, as they are to be found from then on
     */
    public Result move(GroupId from, GroupId to, PersonId author, List<AttachmentId> files) {
        return withUnbound(from, author, files, (found, now) -> {
            attachments.move(found.stream().map(Attachment::id).toList(), to);
            return found.stream().map(file -> file.in(to)).toList();
        });
    }

    private Result withUnbound(
            GroupId group,
            PersonId author,
            List<AttachmentId> files,
            BiFunction<List<Attachment>, Instant, List<Attachment>> act) {
        if (files.size() > AttachmentPolicy.MOST_IN_A_MESSAGE) {
            return new Refused(Problem.TOO_MANY_FILES);
        }
        if (new HashSet<>(files).size() < files.size()) {
            return new Refused(Problem.FILE_TWICE);
        }
        if (files.isEmpty()) {
            return new Attached(List.of());
        }
        if (!files.stream().allMatch(file -> file.group().equals(group))) {
            return new Refused(Problem.FILE_NOT_THERE);
        }
        return transactions.inTransaction(now -> {
            Map<AttachmentId, Attachment> found = attachments.lockUnbound(author, files).stream()
                    .collect(Collectors.toMap(Attachment::id, Function.identity()));
            if (found.size() < files.size()) {
                return new Refused(Problem.FILE_NOT_THERE);
            }
            List<Attachment> inOrder = files.stream()
                    .map(file -> Objects.requireNonNull(found.get(file)))
                    .toList();
            return new Attached(act.apply(inOrder, now));
        });
    }

    /** Discards what was attached to something that is taken back. */
    public void discard(Collection<Attachment> taken, Instant now) {
        if (!taken.isEmpty()) {
            attachments.discard(taken.stream().map(Attachment::id).toList(), now);
        }
    }
}
