package io.larkdesk.architecture;

import java.nio.file.Path;

/** A Maven module, where its classes are, and how many there must be at least, so that no rule runs on nothing. */
enum Module {
    CORE("core-domain", Place.CORE, 100),
    TESTKIT("core-testkit", Place.TESTKIT, 40),
    PORT("port-lark", Place.PORT, 30),
    HTTP("adapter-lark-http", Place.HTTP, 25),
    JDBI("adapter-persistence-jdbi", Place.JDBI, 30),
    S3("adapter-storage-s3", Place.S3, 3),
    SANDBOX("lark-sandbox", Place.SANDBOX, 100),
    APP("app-micronaut", Place.APP, 80),
    FAULTS("fault-tests", Place.FAULTS, 3),
    BENCHMARKS("benchmarks", Place.BENCHMARKS, 20),
    ARCHITECTURE("architecture-tests", Place.ARCHITECTURE, 0);

    private final String folder;
    private final Place place;
    private final int classesAtLeast;

    Module(String folder, Place place, int classesAtLeast) {
        this.folder = folder;
        this.place = place;
        this.classesAtLeast = classesAtLeast;
    }

    Place place() {
        return place;
    }

    int classesAtLeast() {
        return classesAtLeast;
    }

    Path classes() {
        return target().resolve("classes");
    }

    Path testClasses() {
        return target().resolve("test-classes");
    }

    private Path target() {
        return Path.of("..", folder, "target");
    }
}
