package io.larkdesk.app.console.audit;

import io.larkdesk.app.page.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Entries of the audit log as comma-separated values (RFC 4180), in the reader's words, for a spreadsheet. */
final class AuditCsv {

    /** By it spreadsheets know that the file is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a spreadsheet would take for a formula, and compute. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private final Texts texts;

    AuditCsv(Texts texts) {
        this.texts = texts;
    }

    /** What stands above the columns. */
    String head() {
        return BYTE_ORDER_MARK
                + write(List.of(Stream.of(
                                "time", "who", "action", "what", "book", "changes", "address", "request", "place",
                                "hash")
                        .map(column -> texts.say("audit." + column))
                        .toList()));
    }

    /** A line for each entry. */
    String rows(List<AuditRow> rows) {
        return write(rows.stream().map(AuditCsv::row).toList());
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
                .map(AuditCsv::safe)
                .toList();
    }

    private static String safe(String text) {
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }

    private static String write(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
