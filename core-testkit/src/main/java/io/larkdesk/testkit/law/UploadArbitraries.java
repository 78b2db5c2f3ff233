package io.larkdesk.testkit.law;

import io.larkdesk.core.attachment.Storage;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What people may do with files. */
final class UploadArbitraries {

    /** The largest file, and room for two and a half. */
    static final int LARGEST = 8;

    /** See {@link #LARGEST}. */
    static final int QUOTA = 20;

    /** In pieces of so many bytes. */
    static final int CHUNK = 3;

    private UploadArbitraries() {}

    static Arbitrary<Step> uploads() {
        Arbitrary<Integer> sizes = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(1, LARGEST)),
                Tuple.of(1, Arbitraries.of(0, LARGEST + 1, 3 * LARGEST)));
        Arbitrary<UploadEnd> ends = Arbitraries.frequency(
                Tuple.of(6, UploadEnd.WHOLE),
                Tuple.of(1, UploadEnd.BROKEN_OFF),
                Tuple.of(1, UploadEnd.NODE_DIES),
                Tuple.of(1, UploadEnd.STORE_FAILS),
                Tuple.of(1, UploadEnd.OBJECT_STORE_AWAY));
        return Combinators.combine(people(), groups(), sizes, Arbitraries.of(true, false), ends)
                .as(UploadSteps.Upload::new);
    }

    static Arbitrary<Step> sendings() {
        return Combinators.combine(
                        people(), groups(), recent().list().ofMinSize(1).ofMaxSize(3))
                .as(UploadSteps.Send::new);
    }

    static Arbitrary<Step> cancellations() {
        return Combinators.combine(people(), recent()).as(UploadSteps.Cancel::new);
    }

    static Arbitrary<Step> unsayings() {
        return recent().map(UploadSteps.Unsay::new);
    }

    static Arbitrary<Step> looks() {
        return Combinators.combine(Arbitraries.of(Who.class), recent()).as(UploadSteps.Look::new);
    }

    static Arbitrary<Step> tidyings() {
        return Arbitraries.create(UploadSteps.Tidy::new);
    }

    static Arbitrary<Step> relocations() {
        return Combinators.combine(Arbitraries.of(Storage.class), Arbitraries.of(true, false))
                .as(UploadSteps.Relocate::new);
    }

    static Arbitrary<Step> passesUntilOver() {
        return Combinators.combine(recent(), Arbitraries.of(-1, 0, 1)).as(UploadSteps.PassUntilOver::new);
    }

    private static Arbitrary<Who> people() {
        return Arbitraries.frequency(
                Tuple.of(6, Who.ANN), Tuple.of(3, Who.TAM), Tuple.of(1, Who.GIL), Tuple.of(1, Who.DAN));
    }

    private static Arbitrary<Where> groups() {
        return Arbitraries.frequency(Tuple.of(6, Where.ACME), Tuple.of(1, Where.GLOBEX));
    }

    private static Arbitrary<Integer> recent() {
        return Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(2, 1), Tuple.of(1, 2));
    }
}
