package io.larkdesk.testkit.law;

/** How the bytes of a file stop coming. */
enum UploadEnd {
    WHOLE("wholly"),
    BROKEN_OFF("but the connection breaks"),
    NODE_DIES("but the node dies"),
    STORE_FAILS("but something fails"),
    /** Of the last piece it is not known whether it is stored; nothing is different where files are in the database. */
    OBJECT_STORE_AWAY("but the object store falls silent");

    private final String said;

    UploadEnd(String said) {
        this.said = said;
    }

    @Override
    public String toString() {
        return said;
    }
}
