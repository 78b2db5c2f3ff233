package io.larkdesk.testkit.law;

/** The organisations of a history: two customers and the provider. */
enum Company {
    ACME("Acme"),
    GLOBEX("Globex"),
    PROVIDER("the provider");

    private final String organisation;

    Company(String organisation) {
        this.organisation = organisation;
    }

    @Override
    public String toString() {
        return organisation;
    }
}
