package io.larkdesk.app.console.audit;

import io.larkdesk.app.page.Csv;
import io.larkdesk.app.page.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries of the audit log as comma-separated values (RFC 4180), in the reader's words, for a spreadsheet. */
final class AuditCsv {

    private final Texts texts;

    AuditCsv(Texts texts) {
        this.texts = texts;
    }

    /** What stands above the columns. */
    String head() {
        return Csv.head(
                Stream.of("time", "who", "action", "what", "book", "changes", "address", "request", "place", "hash")
                        .map(column -> texts.say("audit." + column))
                        .toList());
    }

    /** A line for each entry. */
    String rows(List<AuditRow> rows) {
        return Csv.rows(rows.stream().map(AuditCsv::row).toList());
    }

    private static List<String> row(AuditRow row) {
        return Stream.of(
                        row.instant(),
                        row.who(),
                        row.action(),
                        row.what(),
                        row.owner(),
                        row.changes().stream().map(AuditRow.Changed::line).collect(Collectors.joining("; ")),
                        row.address().orElse(""),
                        row.request().orElse(""),
                        Long.toString(row.place()),
                        row.hash())
                .toList();
    }
}
