package io.larkdesk.core.answer;

import java.util.List;

/** The provider's canned answers. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface CannedAnswers {

    /** All of them, by name. */
    List<CannedAnswer> list();

    /**
     * All of them, by name, held until the running transaction ends, waiting for others: nobody adds one meanwhile.
     *
     * @throws IllegalStateException outside a transaction
     */
    List<CannedAnswer> lock();

    /** Stores {@code answer}, new or as it stands now. */
    void save(CannedAnswer answer);

    /** Takes one away, if it is there. */
    void remove(AnswerName name);
}
