package io.larkdesk.core.person;

import java.util.List;

/** Knows what people type to find a person. Thread-safe. */
public interface NameKeys {

    /** What {@code person} is found by, at least the name and the English name; whoever looks leaves the case aside. */
    List<String> of(Person person);
}
