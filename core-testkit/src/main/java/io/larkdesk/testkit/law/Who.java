package io.larkdesk.testkit.law;

import java.util.List;

/** The people of a history, and the groups in which they are when it begins. */
enum Who {
    ANN("Ann", Company.ACME),
    BOB("Bob", Company.ACME),
    TAM("Tam", Company.PROVIDER),
    GIL("Gil", Company.GLOBEX),
    DAN("Dan", Company.ACME);

    private final String said;
    private final Company company;

    Who(String said, Company company) {
        this.said = said;
        this.company = company;
    }

    Company company() {
        return company;
    }

    List<Where> groups() {
        return switch (this) {
            case ANN, BOB -> List.of(Where.ACME);
            case TAM -> List.of(Where.ACME, Where.GLOBEX);
            case GIL -> List.of(Where.GLOBEX);
            case DAN -> List.of();
        };
    }

    @Override
    public String toString() {
        return said;
    }
}
