package io.larkdesk.core.queue;

import io.larkdesk.core.person.PersonId;
import java.util.List;

/** The views that people keep. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface SavedViews {

    /** Those of {@code person}, by name. */
    List<SavedView> list(PersonId person);

    /** Stores {@code view} for {@code person}, in place of one of that name. */
    void save(PersonId person, SavedView view);

    /** Takes one away, if it is there. */
    void remove(PersonId person, ViewName name);
}
