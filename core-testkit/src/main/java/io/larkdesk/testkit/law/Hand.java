package io.larkdesk.testkit.law;

/** Who has to do with the tickets of a history: its people, and three engineers who serve no service group. */
enum Hand {
    ANN("Ann"),
    BOB("Bob"),
    TAM("Tam"),
    GIL("Gil"),
    DAN("Dan"),
    EVA("Eva, engineer"),
    ELI("Eli, engineer"),
    EMA("Ema, engineer");

    private final String said;

    Hand(String said) {
        this.said = said;
    }

    static Hand of(Who who) {
        return valueOf(who.name());
    }

    boolean isEngineer() {
        return this == EVA || this == ELI || this == EMA;
    }

    boolean isStaff() {
        return isEngineer() || this == TAM;
    }

    @Override
    public String toString() {
        return said;
    }
}
