package io.larkdesk.app.console.plans;

/** Something is wrong in a form. */
final class WrongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Wrong wrong;

    WrongException(String field, String problem) {
        super(field + ": " + problem, null, false, false);
        this.wrong = new Wrong(field, problem);
    }

    Wrong wrong() {
        return wrong;
    }
}
