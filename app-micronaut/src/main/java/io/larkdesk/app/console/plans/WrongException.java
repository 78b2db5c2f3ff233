package io.larkdesk.app.console.plans;

/** Something is wrong in a field of a form. */
final class WrongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    /**
     * Says what.
     *
     * @param problem the end of a text's key
     */
    WrongException(String field, String problem) {
        super(field + ": " + problem, null, false, false);
        this.field = field;
        this.problem = problem;
    }

    String field() {
        return field;
    }

    String problem() {
        return problem;
    }
}
