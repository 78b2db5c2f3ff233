package io.larkdesk.lark.http;

import java.util.List;

/** Takes the secrets of a call out of words that Lark answered to it. Has no text form. */
final class Scrub {

    private static final int LONGEST = 500;
    private static final int SHORTEST_SECRET = 6;

    private final List<String> secrets;

    Scrub(String... secrets) {
        this.secrets = List.of(secrets);
    }

    /** In one line of at most {@value #LONGEST} characters. */
    String clean(String words) {
        String clean = words;
        for (String secret : secrets) {
            // what is shorter stands in ordinary words, too
            clean = secret.length() < SHORTEST_SECRET ? clean : clean.replace(secret, "(hidden)");
        }
        String line = clean.replaceAll("\\p{Cntrl}+", " ").strip();
        // a cut may be in the middle of a character
        return Json.clean(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…");
    }
}
