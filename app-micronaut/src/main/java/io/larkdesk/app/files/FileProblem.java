package io.larkdesk.app.files;

import io.larkdesk.app.config.Settings;
import io.larkdesk.app.page.Bytes;
import io.larkdesk.core.attachment.AttachFiles;
import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.attachment.FileName;
import io.larkdesk.core.attachment.UploadAttachment;
import java.util.Map;

/**
 * What stands in the way of a file, as pages and machines are told.
 *
 * @param status the status of an answer over HTTP
 * @param key the end of the key of its text, which begins with {@code problem.}
 * @param words what the text names
 */
public record FileProblem(int status, String key, Map<String, Object> words) {

    /** Copies the words. */
    public FileProblem {
        words = Map.copyOf(words);
    }

    /** Why the file called {@code name} was not taken. */
    public static FileProblem of(UploadAttachment.Problem problem, FileName name, Settings settings) {
        AttachmentPolicy policy = settings.attachments();
        int status =
                switch (problem) {
                    case EMPTY -> 422;
                    case TOO_LARGE -> 413;
                    case NOT_A_PICTURE -> 415;
                    case NO_ROOM -> 507;
                    case BROKEN_OFF -> 400;
                    case STORE_AWAY -> 503;
                };
        return new FileProblem(
                status,
                "FILE_" + problem.name(),
                Map.of(
                        "name", name.value(),
                        "most", Bytes.say(policy.maxSize()),
                        "quota", Bytes.say(policy.quota())));
    }

    /** Why files cannot go with a message. */
    public static FileProblem of(AttachFiles.Problem problem) {
        return new FileProblem(422, problem.name(), Map.of("most", AttachmentPolicy.MOST_IN_A_MESSAGE));
    }
}
