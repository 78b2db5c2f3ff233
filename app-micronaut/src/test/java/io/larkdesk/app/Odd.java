package io.larkdesk.app;

import java.util.List;
import java.util.Random;

/** What nobody types, and some send. */
public final class Odd {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "a\uDC00",
            "\u202Eabc",
            "\u200B",
            "\uFEFF",
            "\u2028",
            "\r\nSet-Cookie: a=b",
            "null",
            "undefined",
            "true",
            "-1",
            "0",
            "1.5",
            "1e400",
            "NaN",
            "9223372036854775807",
            "9223372036854775808",
            "999999999999999999",
            "2147483648",
            "00000001",
            "٣",
            "0x10",
            "' or '1'='1",
            "\"; drop table ticket; --",
            "%00",
            "%",
            "%s%n",
            "${7*7}",
            "{{7*7}}",
            "{0}",
            "..",
            "../../etc/passwd",
            "//elsewhere.example",
            "<script>alert(1)</script>",
            "İıſK",
            "+999999999-12-31T23:59:59-18:00",
            "-999999999-01-01T00:00:00+18:00",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:60Z",
            "2031-02-30T00:00:00Z",
            "999999-01-01T00:00:00Z",
            "294277-01-01T00:00:00Z",
            "2031-03-01",
            "P1D",
            "PT999999999999H",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "ADMIN",
            "CLOSED");

    private Odd() {}

    /** A text; long ones are rare. */
    public static String text(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> letters(random, random.nextInt(40));
            case 1 -> TEXTS.get(random.nextInt(TEXTS.size())) + TEXTS.get(random.nextInt(TEXTS.size()));
            case 2 -> "9".repeat(1 + random.nextInt(400));
            case 3 -> random.nextInt(4) == 0 ? "x".repeat(9_000) : "é".repeat(200);
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    /** Any characters at all. */
    private static String letters(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) (random.nextInt(3) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80)));
        }
        return text.toString();
    }
}
