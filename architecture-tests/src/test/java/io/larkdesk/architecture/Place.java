package io.larkdesk.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** A part of the house that rules speak of. */
enum Place {
    CORE("core.."),
    TESTKIT("testkit.."),
    PORT("lark..", "lark.http.."),
    HTTP("lark.http.."),
    JDBI("persistence.jdbi.."),
    S3("storage.s3.."),
    SANDBOX("sandbox.."),
    SANDBOX_INSIDE("sandbox.internal.."),
    APP("app.."),
    APP_MAIN("app"),
    APP_WIRING("app.wiring"),
    FAULTS("faults.."),
    BENCHMARKS("benchmarks.."),
    ARCHITECTURE("architecture..");

    private final String packages;
    private final String without;

    Place(String packages) {
        this(packages, "");
    }

    Place(String packages, String without) {
        this.packages = packages;
        this.without = without;
    }

    /** Its classes, below a root package. */
    DescribedPredicate<JavaClass> below(String root) {
        DescribedPredicate<JavaClass> all = resideInAPackage(root + "." + packages);
        return without.isEmpty() ? all : all.and(not(resideInAPackage(root + "." + without)));
    }
}
