package io.larkdesk.core.person;

import java.time.Instant;

/** Is told of whoever is recognised in the app to which the tenant changed, inside the transaction in which it happens. */
public interface RecognitionObserver {

    /** {@code person}, whom nothing could reach since then, is reached from {@code now} on. */
    void recognised(Person person, Instant now);
}
