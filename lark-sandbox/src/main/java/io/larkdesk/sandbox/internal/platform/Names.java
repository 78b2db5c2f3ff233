package io.larkdesk.sandbox.internal.platform;

import java.util.random.RandomGenerator;

/** Makes ids, keys and tokens out of one source of randomness. Safe for threads when the source is. */
public final class Names {

    private static final String HEX = "0123456789abcdef";
    private static final String DIGITS = "0123456789";
    private static final String URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final RandomGenerator random;

    public Names(RandomGenerator random) {
        this.random = random;
    }

    /** An id such as {@code om_…}: the prefix and 32 hexadecimal digits. */
    public String id(String prefix) {
        return prefix + draw(HEX, 32);
    }

    public String hex(int length) {
        return draw(HEX, length);
    }

    /** A decimal number of so many digits, not beginning with zero. */
    public String number(int length) {
        return (1 + random.nextInt(9)) + draw(DIGITS, length - 1);
    }

    public String token(int length) {
        return draw(URL_SAFE, length);
    }

    private String draw(String alphabet, int length) {
        StringBuilder drawn = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return drawn.toString();
    }
}
