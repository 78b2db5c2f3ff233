package io.larkdesk.core.person;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** A person chooses the language in which the desk, and its bot, speaks. */
@Singleton
public final class ChooseLanguage {

    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ChooseLanguage(People people) {
        this.people = people;
    }

    /**
     * Notes the choice.
     *
     * @throws java.util.NoSuchElementException if there is no such person
     */
    public void execute(PersonId person, Language language) {
        people.noteLanguage(person, language);
    }
}
