package io.larkdesk.testkit.law;

/** The service groups of a history, one of each customer. */
enum Where {
    ACME(Company.ACME),
    GLOBEX(Company.GLOBEX);

    private final Company company;

    Where(Company company) {
        this.company = company;
    }

    Company company() {
        return company;
    }

    @Override
    public String toString() {
        return company + "'s group";
    }
}
