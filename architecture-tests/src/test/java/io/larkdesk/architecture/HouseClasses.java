package io.larkdesk.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The classes of the house, read once. They come from the modules' folders, so a class belongs to the module that made it. */
final class HouseClasses {

    /** What annotation processing and templates write is as its generator wants it. */
    private static final ImportOption WRITTEN_BY_HAND = location -> !location.contains("/$")
            && !location.contains("/app/page/jte/Jte")
            && !location.contains("/jmh_generated/");

    private static final ImportOption NO_FIXTURE = location -> !location.contains("/architecture/fixture/");

    private static final JavaClasses MAIN = read(Arrays.stream(Module.values()).map(Module::classes));

    private static final JavaClasses TESTS = read(Stream.concat(
            Stream.of(Module.TESTKIT.classes()), Arrays.stream(Module.values()).map(Module::testClasses)));

    private HouseClasses() {}

    static JavaClasses of(HouseRule.About about) {
        return switch (about) {
            case MAIN -> MAIN;
            case TESTS -> TESTS;
        };
    }

    static JavaClasses of(Module module) {
        return read(Stream.of(module.classes()));
    }

    static JavaClasses of(Layout fixture) {
        return new ClassFileImporter().importPackages(fixture.root());
    }

    private static JavaClasses read(Stream<Path> folders) {
        List<Path> present = folders.toList();
        return new ClassFileImporter(List.of(WRITTEN_BY_HAND, NO_FIXTURE)).importPaths(present);
    }
}
