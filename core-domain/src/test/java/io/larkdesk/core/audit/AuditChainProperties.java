package io.larkdesk.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ChainHash;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class AuditChainProperties {

    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final AuditBook BOOK = AuditBook.of(TENANT);
    private static final PersonId ANN = new PersonId(TENANT, new UUID(2, 1));

    /** One entry before it has a place and a hash. */
    record Done(Instant at, AuditEvent event, Optional<Origin> origin) {}

    @Property
    void aBookAsItWasWrittenHoldsTogether(@ForAll("books") List<Done> done, @ForAll @IntRange(max = 100) int cut) {
        List<AuditEntry> entries = chain(done);
        assertThat(AuditChain.verify(BOOK, entries, end(entries))).isEmpty();
        int first = cut % entries.size();
        AuditEnd before = first == 0 ? AuditEnd.START : end(entries.subList(0, first));
        assertThat(AuditChain.verify(BOOK, before, entries.subList(first, entries.size())))
                .isEmpty();
    }

    @Property
    void anEntryThatTellsAnythingElseIsNamed(
            @ForAll("books") List<Done> done, @ForAll @IntRange(max = 100) int which, @ForAll("dones") Done other) {
        List<AuditEntry> entries = chain(done);
        int changed = which % entries.size();
        Assume.that(!other.equals(done.get(changed)));
        AuditEntry was = entries.get(changed);
        AuditEnd end = end(entries);
        entries.set(changed, entry(was.place(), other, was.hash()));
        assertThat(AuditChain.verify(BOOK, entries, end)).isEqualTo(OptionalLong.of(changed + 1L));
    }

    @Property
    void anEntryThatWasForgedTogetherWithItsHashBetraysTheNextOne(
            @ForAll("books") List<Done> done, @ForAll @IntRange(max = 100) int which, @ForAll("dones") Done other) {
        List<AuditEntry> entries = chain(done);
        int changed = which % entries.size();
        Assume.that(!other.equals(done.get(changed)));
        ChainHash before =
                changed == 0 ? ChainHash.START : entries.get(changed - 1).hash();
        AuditEnd end = end(entries);
        AuditEntry draft = entry(changed + 1L, other, ChainHash.START);
        entries.set(changed, entry(changed + 1L, other, AuditChain.hash(before, draft)));
        assertThat(AuditChain.verify(BOOK, entries, end)).isEqualTo(OptionalLong.of(changed + 2L));
    }

    @Property
    void anEntryThatIsMissingIsNamed(@ForAll("books") List<Done> done, @ForAll @IntRange(max = 100) int which) {
        List<AuditEntry> entries = chain(done);
        int missing = which % entries.size();
        AuditEnd end = end(entries);
        entries.remove(missing);
        assertThat(AuditChain.verify(BOOK, entries, end)).isEqualTo(OptionalLong.of(missing + 1L));
    }

    @Property
    void anEntryThatWasAddedIsNamed(
            @ForAll("books") List<Done> done, @ForAll @IntRange(max = 100) int which, @ForAll("dones") Done other) {
        List<AuditEntry> entries = chain(done);
        int added = which % entries.size();
        AuditEnd end = end(entries);
        ChainHash before = added == 0 ? ChainHash.START : entries.get(added - 1).hash();
        AuditEntry draft = entry(added + 1L, other, ChainHash.START);
        entries.add(added, entry(added + 1L, other, AuditChain.hash(before, draft)));
        assertThat(AuditChain.verify(BOOK, entries, end)).isEqualTo(OptionalLong.of(added + 2L));
    }

    @Property
    void entriesThatChangedPlacesAreNamed(@ForAll("books") List<Done> done, @ForAll @IntRange(max = 100) int which) {
        Assume.that(done.size() > 1);
        List<AuditEntry> entries = chain(done);
        int first = which % (entries.size() - 1);
        AuditEntry moved = entries.remove(first);
        entries.add(first + 1, moved);
        assertThat(AuditChain.verify(BOOK, entries, end(entries))).isEqualTo(OptionalLong.of(first + 1L));
    }

    @Property
    void anEntryOfAnotherBookIsNamed(@ForAll("books") List<Done> done) {
        List<AuditEntry> entries = chain(done);
        assertThat(AuditChain.verify(AuditBook.PROVIDER, entries, end(entries))).isEqualTo(OptionalLong.of(1));
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("dones") Done done) {
        AuditEvent event = done.event();
        assertThat(AuditActor.parse(event.actor().text())).isEqualTo(event.actor());
        assertThat(AuditSubject.parse(event.subject().text())).isEqualTo(event.subject());
        event.changes().list().forEach(change -> change.after()
                .ifPresent(
                        detail -> assertThat(AuditDetail.parse(detail.text())).isEqualTo(detail)));
    }

    private static AuditEnd end(List<AuditEntry> entries) {
        AuditEntry last = entries.get(entries.size() - 1);
        return new AuditEnd(last.place(), last.hash());
    }

    private static List<AuditEntry> chain(List<Done> done) {
        List<AuditEntry> entries = new ArrayList<>();
        ChainHash before = ChainHash.START;
        for (Done one : done) {
            AuditEntry draft = entry(entries.size() + 1L, one, ChainHash.START);
            before = AuditChain.hash(before, draft);
            entries.add(entry(draft.place(), one, before));
        }
        return entries;
    }

    private static AuditEntry entry(long place, Done done, ChainHash hash) {
        return new AuditEntry(place, done.at(), done.event(), done.origin(), hash);
    }

    @Provide
    Arbitrary<List<Done>> books() {
        return dones().list().ofMinSize(1).ofMaxSize(8);
    }

    /** Few different values, so that an entry often differs from another in one thing only. */
    @Provide
    Arbitrary<Done> dones() {
        Arbitrary<AuditEvent> events = Combinators.combine(
                        Arbitraries.of(AuditActor.of(ANN), AuditActor.GUIDE_LINK, AuditActor.DESK),
                        Arbitraries.of(AuditAction.ROLE_GIVEN, AuditAction.SIGNED_IN),
                        Arbitraries.of(AuditSubject.DEPLOYMENT, AuditSubject.of(TENANT), AuditSubject.of(ANN)),
                        changes())
                .as((actor, action, subject, changes) -> new AuditEvent(BOOK, actor, action, subject, changes));
        return Combinators.combine(
                        Arbitraries.of(Instant.ofEpochMilli(1), Instant.ofEpochMilli(2)),
                        events,
                        Arbitraries.<Optional<Origin>>of(
                                Optional.empty(),
                                Optional.of(new Origin("10.0.0.1", "a")),
                                Optional.of(new Origin("10.0.0.1", "b")),
                                Optional.of(new Origin("::1", "a"))))
                .as(Done::new);
    }

    private static Arbitrary<AuditChanges> changes() {
        Arbitrary<Optional<AuditDetail>> details = Arbitraries.<Optional<AuditDetail>>of(
                Optional.empty(),
                Optional.of(AuditDetail.HIDDEN),
                Optional.of(AuditDetail.of(1)),
                Optional.of(AuditDetail.of(new PlanName("1"))),
                Optional.of(AuditDetail.of(new PlanName("一 2"))));
        return Combinators.combine(Arbitraries.of(AuditField.NAME, AuditField.PLAN), details, details)
                .as(AuditChange::new)
                .list()
                .ofMaxSize(2)
                .map(AuditChanges::new);
    }
}
