package io.larkdesk.app.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Comma-separated values (RFC 4180) for spreadsheets. */
public final class Csv {

    /** By it spreadsheets know that the file is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Before what a spreadsheet would take for a formula, and compute; a number is none. Where commas are decimal, a semicolon begins the next cell, and
     * so does a tab; what a cell begins with may be dropped.
     */
    private static final Pattern FORMULA =
            Pattern.compile("(?:^|(?<=[;\\t\\r\\n]))(?=\\s*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])|^(?=[\\t\\r])");

    private Csv() {}

    /** The line that stands above the columns, with which a file begins. */
    public static String head(List<String> columns) {
        return BYTE_ORDER_MARK + rows(List.of(columns));
    }

    /** A line for each row; nothing in them is a formula. */
    public static String rows(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecords(rows.stream()
                    .map(row -> row.stream().map(Csv::harmless).toList())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A whole file. */
    public static byte[] file(List<String> columns, List<List<String>> rows) {
        return (head(columns) + rows(rows)).getBytes(StandardCharsets.UTF_8);
    }

    private static String harmless(String text) {
        return FORMULA.matcher(text).replaceAll("'");
    }
}
