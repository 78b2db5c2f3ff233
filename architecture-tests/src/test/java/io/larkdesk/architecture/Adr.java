package io.larkdesk.architecture;

/** The decisions that the rules guard. */
enum Adr {
    ONE_ENGINE("0001-one-engine"),
    PORTS_AND_LANGUAGES("0002-ports-and-languages"),
    PERMIT_PROTOCOL("0003-permit-protocol"),
    MODULES_AND_LAYERS("0005-modules-and-layers"),
    FILES_IN_OBJECT_STORES("0023-files-in-object-stores");

    private final String file;

    Adr(String file) {
        this.file = file;
    }

    /** A rule's reason, with the place where more is said about it. */
    String says(String reason) {
        return reason + " (docs/adr/" + file + ".md)";
    }
}
