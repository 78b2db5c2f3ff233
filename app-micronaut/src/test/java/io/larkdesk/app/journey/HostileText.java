package io.larkdesk.app.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts by which somebody would have a page do what they want, one a line of {@code hostile.txt}, by the way in which they try. */
record HostileText(String category, String text) {

    private static final Pattern ESCAPE = Pattern.compile("(?<!\\\\)\\\\u([0-9A-F]{4})");

    static List<HostileText> all() {
        String name = "hostile.txt";
        try (InputStream file = Objects.requireNonNull(HostileText.class.getResourceAsStream(name), name)) {
            List<HostileText> all = new ArrayList<>();
            String category = "";
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("# ")) {
                    category = line.substring(2, line.indexOf(':'));
                } else {
                    all.add(new HostileText(category, unescaped(line)));
                }
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String line) {
        return ESCAPE.matcher(line)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escape.group(1), 16))));
    }

    /** Its beginning, if it has more than {@code most} characters. */
    String cut(int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
