package io.larkdesk.testkit.law;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.attachment.BrokenOffException;
import io.larkdesk.core.attachment.ByteSource;
import io.larkdesk.core.attachment.FileName;
import io.larkdesk.core.attachment.ObjectStoreException;
import io.larkdesk.core.attachment.OpenAttachment;
import io.larkdesk.core.attachment.RelocateFiles;
import io.larkdesk.core.attachment.Storage;
import io.larkdesk.core.attachment.UploadAttachment;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.EditMessage;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.PostMessage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/** What people do with files, each act noted; the desk must answer as the notes say, and store what they say and no more. */
final class Uploads {

    private final World world;
    private final AttachmentPolicy policy;
    private final List<Held> held = new ArrayList<>();

    Uploads(World world) {
        this.world = world;
        this.policy = world.setting().attachments();
    }

    /** A node died: its threads stop where they are, and nothing is cleared up. */
    private static final class NodeDied extends Error {

        private static final long serialVersionUID = 1L;
    }

    private Desk desk() {
        return world.desk();
    }

    Optional<Held> newest(int back) {
        return back < held.size() ? Optional.of(held.get(held.size() - 1 - back)) : Optional.empty();
    }

    void upload(Who who, Where where, int size, boolean announced, UploadEnd end) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) held.size());
        long room = policy.quota() - used(where.company());
        UploadAttachment.Command command = new UploadAttachment.Command(
                world.cast().group(where),
                world.cast().id(who),
                FileName.NAMELESS,
                "",
                announced ? Optional.of((long) size) : Optional.empty());
        try {
            UploadAttachment.Result result = desk().uploadAttachment.execute(command, source(bytes, end));
            world.objects().setAway(false);
            world.tell(result.toString());
            requireExpected(result, who, where, size, announced, end, room);
            if (result instanceof UploadAttachment.Uploaded uploaded) {
                held.add(new Held(uploaded.attachment().id(), who, where, bytes, world.now(), policy.storage()));
            }
        } catch (NodeDied died) {
            world.tell("what came of it stays until it is tidied");
        } catch (IllegalStateException failed) {
            LawBroken.unless(end == UploadEnd.STORE_FAILS, "an upload fails: " + failed);
        }
        requireWithinQuota(where.company());
    }

    private void requireExpected(
            UploadAttachment.Result result,
            Who who,
            Where where,
            int size,
            boolean announced,
            UploadEnd end,
            long room) {
        if (!world.model().isIn(who, where)) {
            LawBroken.unless(
                    result instanceof UploadAttachment.NotAMember, who + " uploads into " + where + ": " + result);
            return;
        }
        Optional<UploadAttachment.Problem> problem =
                result instanceof UploadAttachment.Refused refused ? Optional.of(refused.problem()) : Optional.empty();
        LawBroken.unless(
                problem.equals(expected(size, announced, end, room)), "a file of " + size + " bytes ends as " + result);
    }

    private Optional<UploadAttachment.Problem> expected(int size, boolean announced, UploadEnd end, long room) {
        if (announced && size > policy.maxSize()) {
            return Optional.of(UploadAttachment.Problem.TOO_LARGE);
        }
        if (announced && size == 0) {
            return Optional.of(UploadAttachment.Problem.EMPTY);
        }
        if ((announced ? size : policy.maxSize()) > room) {
            return Optional.of(UploadAttachment.Problem.NO_ROOM);
        }
        if (size > policy.maxSize()) {
            return Optional.of(UploadAttachment.Problem.TOO_LARGE);
        }
        if (end == UploadEnd.BROKEN_OFF) {
            return Optional.of(UploadAttachment.Problem.BROKEN_OFF);
        }
        if (size == 0) {
            return Optional.of(UploadAttachment.Problem.EMPTY);
        }
        return end == UploadEnd.OBJECT_STORE_AWAY && isInObjectStore() && size % policy.chunk() != 0
                ? Optional.of(UploadAttachment.Problem.STORE_AWAY)
                : Optional.empty();
    }

    private boolean isInObjectStore() {
        return policy.storage() == Storage.OBJECT_STORE;
    }

    /** Gives the bytes one by one, and then ends. */
    private ByteSource source(byte[] bytes, UploadEnd end) {
        int[] next = {0};
        return (into, from, length) -> {
            if (next[0] < bytes.length) {
                into[from] = bytes[next[0]++];
                return 1;
            }
            return switch (end) {
                case WHOLE -> -1;
                case BROKEN_OFF -> throw new BrokenOffException("on purpose", new IllegalStateException());
                case NODE_DIES -> throw new NodeDied();
                case STORE_FAILS -> throw new IllegalStateException("on purpose");
                case OBJECT_STORE_AWAY -> {
                    world.objects().setAway(true);
                    yield -1;
                }
            };
        };
    }

    /** {@code who} sends some of the newest files, somebody's perhaps, some perhaps sent already. */
    void send(Who who, Where where, List<Integer> backs) {
        List<Held> wanted =
                backs.stream().flatMap(back -> newest(back).stream()).toList();
        if (wanted.isEmpty()) {
            return;
        }
        List<AttachmentId> ids = wanted.stream().map(Held::id).toList();
        PostMessage.Command command = new PostMessage.Command(
                world.cast().group(where),
                world.cast().id(who),
                new ClientId(world.randomness().uuid()),
                MessageBody.NONE,
                ids);
        boolean right = ids.stream().distinct().count() == ids.size()
                && wanted.stream().allMatch(file -> file.isLoose() && file.who() == who && file.where() == where);
        PostMessage.Result result = desk().postMessage.execute(command);
        world.tell(result.toString());
        if (!world.model().isIn(who, where)) {
            LawBroken.unless(
                    result instanceof PostMessage.NotAMember, who + " sends files to " + where + ": " + result);
        } else if (right) {
            LawBroken.unless(result instanceof PostMessage.Posted, who + " may send these files, but: " + result);
            Message message = ((PostMessage.Posted) result).message();
            requireFiles(message, wanted);
            wanted.forEach(file -> file.sentWith(message.id()));
            LawBroken.unless(desk().postMessage.execute(command).equals(result), "tried again, it is another message");
        } else {
            LawBroken.unless(
                    result instanceof PostMessage.FilesRefused, who + " sends what is not to be sent: " + result);
        }
    }

    private static void requireFiles(Message message, List<Held> wanted) {
        Content.Words words = (Content.Words) message.content();
        LawBroken.unless(
                words.attachments().stream()
                        .map(Attachment::id)
                        .toList()
                        .equals(wanted.stream().map(Held::id).toList()),
                "a message has other files than were sent with it");
    }

    void cancel(Who who, Held file) {
        boolean cancelled = desk().discardUpload.execute(file.id(), world.cast().id(who));
        boolean may = file.isLoose() && file.who() == who && world.model().isIn(who, file.where());
        LawBroken.unless(cancelled == may, "who may take a file away: " + who + " was told " + cancelled);
        if (cancelled) {
            file.takeAway();
        }
    }

    /** The author takes back the message with which the file was sent. */
    void unsay(Held file) {
        file.message().ifPresent(message -> {
            boolean deleted = desk().editMessage
                    .execute(new EditMessage.Command(message, world.cast().id(file.who()), Optional.empty()))
                    .message()
                    .isPresent();
            LawBroken.unless(
                    deleted == (file.isThere() && world.model().isIn(file.who(), file.where())),
                    "whether a message with files can be taken back: " + deleted);
            if (deleted) {
                held.stream()
                        .filter(other -> other.message().equals(file.message()))
                        .forEach(Held::takeAway);
            }
        });
    }

    /** {@code who} looks at the file; whoever may not, does not see that there is one. */
    void look(Who who, Held file) {
        Optional<OpenAttachment.Opened> opened =
                desk().openAttachment.execute(file.id(), world.cast().id(who));
        boolean may = file.isThere()
                && world.model().isIn(who, file.where())
                && (file.message().isPresent() || file.who() == who);
        LawBroken.unless(opened.isPresent() == may, "who may see a file: " + who + " got " + opened);
        opened.ifPresent(
                found -> LawBroken.unless(Arrays.equals(read(found), file.bytes()), "a file has other bytes now"));
    }

    private static byte[] read(OpenAttachment.Opened opened) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long at = 0; at < opened.bytes().size(); at += opened.bytes().chunk()) {
            bytes.writeBytes(opened.bytes().chunkAt(at));
        }
        return bytes.toByteArray();
    }

    void tidy() {
        desk().tidyAttachments.execute();
        held.stream()
                .filter(Held::isLoose)
                .filter(file -> !file.at().plus(policy.unboundFor()).isAfter(world.now()))
                .forEach(Held::takeAway);
    }

    /** The operator has what was sent brought into {@code storage}, of which nothing comes while the object store is away. */
    void relocate(Storage storage, boolean away) {
        List<Held> outside = held.stream()
                .filter(file -> file.isBound() && file.storage() != storage)
                .toList();
        List<RelocateFiles.Looked> looked = new ArrayList<>();
        world.objects().setAway(away);
        try {
            desk().relocateFiles.execute(storage, looked::add);
            LawBroken.unless(
                    !away || outside.isEmpty(), "files are relocated while the object store is away: " + looked);
        } catch (ObjectStoreException e) {
            LawBroken.unless(
                    away && !outside.isEmpty(), "nothing is to be asked of the object store, or it is there: " + e);
            if (storage == Storage.OBJECT_STORE) {
                outside.forEach(Held::mayBeCopied);
            }
            return;
        } finally {
            world.objects().setAway(false);
        }
        LawBroken.unless(
                looked.size() == outside.size()
                        && looked.stream().allMatch(one -> one.outcome() == RelocateFiles.Outcome.RELOCATED),
                outside.size() + " files are to be relocated: " + looked);
        outside.forEach(file -> file.relocate(storage));
    }

    /** At the end: what uploads left that died is tidied in time, and then each tenant uses what its files have, to the byte. */
    void requireNothingLeftBehind() {
        world.pass(policy.silentFor());
        tidy();
        // Of what was copied in part the rest comes now
        relocate(Storage.OBJECT_STORE, false);
        for (Company company : Company.values()) {
            long expected = held.stream()
                    .filter(file -> file.isThere() && file.where().company() == company)
                    .mapToLong(file -> file.bytes().length)
                    .sum();
            LawBroken.unless(
                    used(company) == expected,
                    company + " uses " + used(company) + " bytes, but its files have " + expected);
        }
        requireObjectsOfFilesOnly();
        held.forEach(file -> {
            for (Who who : Who.values()) {
                look(who, file);
            }
            if (!file.isThere() || file.storage() == Storage.OBJECT_STORE) {
                requireSwept(file.id());
            }
        });
    }

    private void requireObjectsOfFilesOnly() {
        int most = countPieces(Held::hasObjects);
        int least = most - countPieces(Held::mayHaveLostObjects);
        int count = world.objects().count();
        LawBroken.unless(
                least <= count && count <= most,
                "there are " + count + " objects, and the files have from " + least + " to " + most);
    }

    private int countPieces(Predicate<Held> which) {
        return held.stream()
                .filter(which)
                .mapToInt(file -> (file.bytes().length + policy.chunk() - 1) / policy.chunk())
                .sum();
    }

    private void requireSwept(AttachmentId id) {
        try {
            world.stores().attachments().chunk(id, 0);
        } catch (NoSuchElementException gone) {
            return;
        }
        throw new LawBroken("a file that is taken away, or was relocated, is stored still");
    }

    private void requireWithinQuota(Company company) {
        LawBroken.unless(used(company) <= policy.quota(), company + " uses " + used(company) + " of " + policy.quota());
    }

    private long used(Company company) {
        return world.stores().attachments().used(world.cast().tenant(company));
    }
}
