package io.larkdesk.app.console.audit;

import io.larkdesk.app.scope.ScopedStream;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditEnd;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.auditing.ExportAudit;
import io.larkdesk.core.auditing.ShowAudit.Shown;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the audit log into files, page by page as they are read, so that many entries need no more memory than few. */
@Singleton
final class AuditFiles {

    private static final int PAGE = 500;

    private final AuditPages auditPages;
    private final ExportAudit exportAudit;

    AuditFiles(AuditPages auditPages, ExportAudit exportAudit) {
        this.auditPages = auditPages;
        this.exportAudit = exportAudit;
    }

    /** What {@code filter} finds, for a spreadsheet; empty if it is not for {@code staff}. The caller closes it. */
    Optional<InputStream> csv(Staff staff, AuditFilter filter) {
        return exportAudit
                .begin(staff.id(), filter.book(), ExportAudit.Format.CSV)
                .map(end -> new ScopedStream(new SequenceInputStream(new Table(staff, filter.fromTheStart()))));
    }

    /** The whole book, a JSON object in each line; empty if it is not for {@code staff}. The caller closes it. */
    Optional<InputStream> lines(Staff staff, AuditBook book) {
        return exportAudit
                .begin(staff.id(), Optional.of(book), ExportAudit.Format.JSON_LINES)
                .map(end -> new ScopedStream(new SequenceInputStream(new Lines(staff, book, end))));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else
    private final class Table implements Enumeration<InputStream> {

        private final Staff staff;
        private final AuditCsv csv;
        private Optional<AuditFilter> next;
        private boolean begun;

        Table(Staff staff, AuditFilter filter) {
            this.staff = staff;
            this.csv = new AuditCsv(staff.viewer().texts());
            this.next = Optional.of(filter);
        }

        @Override
        public boolean hasMoreElements() {
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            AuditFilter filter = next.orElseThrow();
            Shown shown = auditPages
                    .list(staff, filter, PAGE)
                    .orElseThrow(() -> new IllegalStateException("the reader has lost the role meanwhile"));
            AuditWords words = new AuditWords(staff.viewer(), shown);
            String head = begun ? "" : csv.head();
            begun = true;
            next = shown.next().map(filter::after);
            return bytes(
                    head + csv.rows(shown.entries().stream().map(words::row).toList()));
        }
    }

    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else
    private final class Lines implements Enumeration<InputStream> {

        private final Staff staff;
        private final AuditBook book;
        private final AuditEnd end;
        private long place;

        Lines(Staff staff, AuditBook book, AuditEnd end) {
            this.staff = staff;
            this.book = book;
            this.end = end;
        }

        @Override
        public boolean hasMoreElements() {
            return place < end.place();
        }

        @Override
        public InputStream nextElement() {
            List<AuditEntry> page =
                    exportAudit.listAfter(staff.id(), book, place, (int) Math.min(PAGE, end.place() - place));
            if (page.isEmpty()) {
                throw new IllegalStateException("the reader has lost the role meanwhile");
            }
            place = page.get(page.size() - 1).place();
            return bytes(page.stream().map(AuditLine::write).collect(Collectors.joining()));
        }
    }
}
