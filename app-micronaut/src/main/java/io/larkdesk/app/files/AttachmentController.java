package io.larkdesk.app.files;

import io.larkdesk.app.page.Notice;
import io.larkdesk.app.scope.ScopedStream;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.ObjectStoreException;
import io.larkdesk.core.attachment.OpenAttachment;
import io.larkdesk.core.attachment.OpenAttachment.Opened;
import io.larkdesk.core.attachment.Thumbnail;
import io.larkdesk.core.group.GroupId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Gives files out, to who may see them. Whatever is in a file, it is shown as what its content is, or saved; and as a page it could do nothing
 * but lie there: without scripts, styles or requests, in an origin of its own.
 */
@Controller("/lark/{appId}/groups/{group}/attachments/{file}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
final class AttachmentController {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** By this browser only, which asks each time whether the person still may see it: then, what it is never changes. */
    private static final String KEPT = "private, no-cache";

    private static final String HARMLESS = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private final OpenAttachment openAttachment;
    private final Notices notices;

    AttachmentController(OpenAttachment openAttachment, Notices notices) {
        this.openAttachment = openAttachment;
        this.notices = notices;
    }

    static Optional<AttachmentId> id(String group, String file) {
        return ID.matcher(file).matches()
                ? GroupId.parse(group).map(id -> new AttachmentId(id, UUID.fromString(file)))
                : Optional.empty();
    }

    /** The file itself, or some of its bytes. */
    @Get
    HttpResponse<?> file(HttpRequest<?> request, Visitor visitor, String group, String file) {
        return id(group, file)
                .flatMap(id -> openAttachment.execute(id, visitor.person().id()))
                .<HttpResponse<?>>map(opened -> give(request, opened))
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    private HttpResponse<?> give(HttpRequest<?> request, Opened opened) {
        try {
            return answer(request, opened);
        } catch (ObjectStoreException e) {
            return notices.answer(request, Notice.FILES_AWAY);
        } catch (NoSuchElementException e) {
            return notices.answer(request, Notice.NOTHING_HERE);
        }
    }

    /** The small copy of a picture. */
    @Get("/thumbnail")
    HttpResponse<?> thumbnail(HttpRequest<?> request, Visitor visitor, String group, String file) {
        return id(group, file)
                .flatMap(id -> openAttachment.thumbnail(id, visitor.person().id()))
                .<HttpResponse<?>>map(thumbnail -> answer(request, thumbnail, file))
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    private static HttpResponse<?> answer(HttpRequest<?> request, Thumbnail thumbnail, String file) {
        String tag = "\"small-" + file + '"';
        return isKnown(request, tag)
                ? kept(HttpStatus.NOT_MODIFIED, tag)
                : kept(HttpStatus.OK, tag)
                        .header(HttpHeaders.CONTENT_TYPE, thumbnail.type().mediaType())
                        .header("Content-Disposition", "inline")
                        .body(thumbnail.bytes());
    }

    private static HttpResponse<?> answer(HttpRequest<?> request, Opened opened) {
        Attachment file = opened.attachment();
        String tag = '"' + file.digest() + '"';
        if (isKnown(request, tag)) {
            return kept(HttpStatus.NOT_MODIFIED, tag);
        }
        Optional<ByteRange> asked = asked(request, tag, file.size());
        if (asked.filter(ByteRange::isEmpty).isPresent()) {
            return HttpResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
        }
        ByteRange range = asked.orElse(ByteRange.whole(file.size()));
        MutableHttpResponse<?> answer = kept(asked.isPresent() ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK, tag)
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.CONTENT_TYPE, file.type().mediaType())
                .header("Content-Disposition", Disposition.of(file.picture().isPresent(), file.name()));
        asked.ifPresent(part -> answer.header(HttpHeaders.CONTENT_RANGE, part.of(file.size())));
        return answer.body(new StreamedFile(
                new ScopedStream(RangeStream.open(opened.bytes(), range)),
                MediaType.of(file.type().mediaType()),
                file.uploadedAt().toEpochMilli(),
                range.length()));
    }

    private static MutableHttpResponse<?> kept(HttpStatus status, String tag) {
        return HttpResponse.status(status)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, KEPT)
                .header(HttpHeaders.VARY, HttpHeaders.COOKIE)
                .header("Content-Security-Policy", HARMLESS);
    }

    private static boolean isKnown(HttpRequest<?> request, String tag) {
        return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream().anyMatch(known -> known.contains(tag));
    }

    /** A part of another state of the file would be of no use; but a file has one state only. */
    private static Optional<ByteRange> asked(HttpRequest<?> request, String tag, long size) {
        String condition = request.getHeaders().get(HttpHeaders.IF_RANGE);
        return Optional.ofNullable(request.getHeaders().get(HttpHeaders.RANGE))
                .filter(range -> condition == null || condition.equals(tag))
                .flatMap(range -> ByteRange.parse(range, size));
    }
}
