package io.larkdesk.testkit.law;

import static io.larkdesk.testkit.law.FoundOut.assertFoundOut;
import static io.larkdesk.testkit.law.FoundOut.desk;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.attachment.Upload;
import io.larkdesk.testkit.Stores;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;

/** Stores of files that are known to be wrong: the law of files must find them out. */
final class BrokenFilesTest {

    /** Files: whoever looks first and counts afterwards lets several through. */
    @Example
    void uploadsThatAreCountedOnlyWhenTheyAreWholeAreFoundOut() {
        AttachmentLaw law = attachments(stores -> stores.with(Attachments.class, "begin", (files, arguments, begin) -> {
            Upload upload = (Upload) arguments[0];
            return begin.answer(
                    new Upload(
                            upload.id(),
                            upload.uploader(),
                            upload.name(),
                            1,
                            upload.storage(),
                            upload.chunk(),
                            upload.begunAt()),
                    arguments[1]);
        }));

        assertFoundOut(law.busyUploaders(), law::filesAreCountedSentOnceAndNeverLeftBehind);
    }

    /** Files: what a dead node leaves is nobody's. */
    @Example
    void uploadsOfDeadNodesThatNobodyTidiesAreFoundOut() {
        AttachmentLaw law = attachments(
                stores -> stores.with(Attachments.class, "discardOver", (files, arguments, discard) -> List.of()));

        assertFoundOut(law.busyUploaders(), law::filesAreCountedSentOnceAndNeverLeftBehind);
    }

    /** Files: who sends a file does not take it away from anybody else's message. */
    @Example
    void filesThatAreNotBoundAreFoundOut() {
        AttachmentLaw law =
                attachments(stores -> stores.with(Attachments.class, "bind", (files, arguments, bind) -> arguments));

        assertFoundOut(law.busyUploaders(), law::filesAreCountedSentOnceAndNeverLeftBehind);
    }

    /** Files: of a message that is taken back, the bytes stay. */
    @Example
    void filesThatOutliveTheirMessageAreFoundOut() {
        AttachmentLaw law = attachments(
                stores -> stores.with(Attachments.class, "discard", (files, arguments, discard) -> arguments));

        assertFoundOut(law.busyUploaders(), law::filesAreCountedSentOnceAndNeverLeftBehind);
    }

    /** Files: an id is no permission. */
    @Example
    void filesThatAnybodySendsWhoKnowsTheirIdAreFoundOut() {
        AttachmentLaw law =
                attachments(stores -> stores.with(Attachments.class, "lockUnbound", (files, arguments, lock) -> {
                    List<Attachment> found = new ArrayList<>();
                    for (Object id : (Collection<?>) arguments[1]) {
                        files.find((AttachmentId) id)
                                .filter(kept -> !kept.bound())
                                .ifPresent(kept -> found.add(kept.attachment()));
                    }
                    return found;
                }));

        assertFoundOut(law.busyUploaders(), law::filesAreCountedSentOnceAndNeverLeftBehind);
    }

    /** Files: whoever forgets a file before its objects are gone leaves them to nobody. */
    @Example
    void objectsThatOutliveTheirFileAreFoundOut() {
        AttachmentLaw law =
                attachments(stores -> stores.with(Attachments.class, "countObjects", (files, arguments, count) -> 0));

        assertFoundOut(law.busyUploaders(), law::inAnObjectStoreTheyAreKeptAsWell);
    }

    /** Files: objects that nothing tells of could never be deleted, so no file may come to be read from them. */
    @Example
    void copiesThatNobodyNotesAreFoundOut() {
        AttachmentLaw law =
                attachments(stores -> stores.with(Attachments.class, "copyOut", (files, arguments, note) -> true));

        assertFoundOut(law.busyUploaders(), law::filesAreCountedSentOnceAndNeverLeftBehind);
    }

    /** Files: what was not copied cannot be read. */
    @Example
    void filesThatAreReadFromWhereTheyWereNotCopiedAreFoundOut() {
        AttachmentLaw law =
                attachments(stores -> stores.with(Attachments.class, "copyIn", (files, arguments, copy) -> true));

        assertFoundOut(law.busyUploaders(), law::inAnObjectStoreTheyAreKeptAsWell);
    }

    private static AttachmentLaw attachments(UnaryOperator<BrokenStores> breaking) {
        return new AttachmentLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(clock, breaking);
            }
        };
    }
}
