package io.larkdesk.app.files;

import io.larkdesk.core.attachment.FileName;
import java.nio.charset.StandardCharsets;

/** Says what a browser is to do with a file, and what it is called. */
final class Disposition {

    private static final String PLAIN = "!#$&+-.^_`|~";

    private Disposition() {}

    /**
     * The value of {@code Content-Disposition}, with the name for old browsers and for all others.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6266">RFC 6266</a>
     */
    static String of(boolean inline, FileName name) {
        String ascii = name.value().replaceAll("[^ -~]", "_").replaceAll("[\"\\\\%]", "_");
        return (inline ? "inline" : "attachment") + "; filename=\"" + ascii + "\"; filename*=UTF-8''"
                + encoded(name.value());
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean plain = character < 0x80 && (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0);
            encoded.append(plain ? String.valueOf(character) : String.format("%%%02X", (int) character));
        }
        return encoded.toString();
    }
}
