package io.larkdesk.core.person;

import java.util.Locale;

/** The languages that the desk speaks. */
public enum Language {
    /** English. */
    EN(Locale.ENGLISH),
    /** Simplified Chinese. */
    ZH(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language as the JDK knows it. */
    public Locale locale() {
        return locale;
    }

    /** The language to speak to somebody who prefers {@code locale}: Chinese for any Chinese, else English. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? ZH : EN;
    }
}
