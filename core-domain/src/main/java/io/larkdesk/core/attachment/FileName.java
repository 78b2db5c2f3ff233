package io.larkdesk.core.attachment;

import io.larkdesk.core.shared.Cut;
import java.util.regex.Pattern;

/**
 * What a file is called, safe to show and to save under: one line without folders, and without characters that change the writing
 * direction, because they can make {@code gpj.exe} read as {@code exe.jpg}.
 *
 * @param value 1 to 200 characters, neither beginning nor ending with a dot or white space
 */
public record FileName(String value) {

    /** The longest name, in characters (UTF-16). */
    public static final int LONGEST = 200;

    private static final int LONGEST_EXTENSION = 16;
    private static final Pattern FOLDERS = Pattern.compile("(?s).*[/\\\\]");

    /** Control, format (direction, zero width) and private characters, surrogates without a partner, and what no file system takes. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029:*?\"<>|]");

    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}.]+|[\\s\\p{Z}.]+$");

    /** What a file is called whose name has nothing that can be shown. */
    public static final FileName NAMELESS = new FileName("file");

    /** Refuses what {@link #clean} would not have made. */
    public FileName {
        if (value.isEmpty() || !value.equals(tidy(value))) {
            throw new IllegalArgumentException("value is not a file's name");
        }
    }

    /** The name that is in {@code text}, as a browser sends it; {@link #NAMELESS} if there is none in it. */
    public static FileName clean(String text) {
        String tidy = tidy(text);
        return tidy.isEmpty() ? NAMELESS : new FileName(tidy);
    }

    private static String tidy(String text) {
        String name = FOLDERS.matcher(text).replaceFirst("");
        return trim(shorten(trim(UNSAFE.matcher(name).replaceAll(""))));
    }

    private static String trim(String name) {
        return EDGES.matcher(name).replaceAll("");
    }

    /** Cuts the middle out of an overlong name, so that its extension stays. */
    private static String shorten(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        int end = LONGEST - extension.length();
        return Cut.to(name, end) + extension;
    }
}
