package io.larkdesk.benchmarks.wire;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Finds numbered marks in whatever comes, and looks at nothing else. */
public final class Marks implements Link.Reader {

    private static final int DIGITS = 8;

    private final IntConsumer found;
    private int matched;
    private int number;

    /** Tells {@code found} the number of each. */
    public Marks(IntConsumer found) {
        this.found = found;
    }

    /** How number {@code n} is marked in a text. */
    public static String of(int n) {
        return String.format(Locale.ROOT, "@@%08d@@", n);
    }

    @Override
    public void read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            next(bytes.get());
        }
    }

    private void next(byte next) {
        boolean digit = next >= '0' && next <= '9';
        if (matched >= 2 && matched < 2 + DIGITS) {
            // A third @ may be the second one of a mark
            matched = digit ? matched + 1 : next == '@' && matched == 2 ? 2 : 0;
            number = digit ? 10 * number + next - '0' : 0;
        } else if (next != '@') {
            matched = 0;
        } else if (++matched == DIGITS + 4) {
            found.accept(number);
            matched = 0;
            number = 0;
        }
    }
}
