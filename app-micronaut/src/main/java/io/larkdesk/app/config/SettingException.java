package io.larkdesk.app.config;

import java.util.Locale;

/** A setting keeps the service from starting. Its message is one line for the operator: which setting, what is wrong, what to do. */
public final class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the setting and its problem.
     *
     * @param setting its name, such as {@code larkdesk.port}
     * @param problem what is wrong with it, and what to do; never the value of a secret
     */
    public SettingException(String setting, String problem) {
        super(line(setting, problem));
    }

    /** Names the setting and its problem, and keeps what it comes from. */
    public SettingException(String setting, String problem, Throwable cause) {
        super(line(setting, problem), cause);
    }

    private static String line(String setting, String problem) {
        return setting + " (" + variable(setting) + "): " + problem;
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
