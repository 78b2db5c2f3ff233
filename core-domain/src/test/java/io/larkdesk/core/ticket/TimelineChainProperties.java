package io.larkdesk.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ChainHash;
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

final class TimelineChainProperties {

    private static final GroupId TICKET = new GroupId(new TenantId(new UUID(1, 1)), new UUID(1, 2));

    /** One entry before it has a place and a hash. */
    record Said(Instant at, TimelineEntry.Kind kind, Optional<PersonId> by, Optional<PersonId> about, String words) {}

    @Property
    void aTimelineAsItWasWrittenHoldsTogether(@ForAll("timelines") List<Said> said) {
        List<TimelineEntry> entries = chain(said);
        assertThat(TimelineChain.verify(entries)).isEmpty();
        assertThat(TimelineChain.verify(entries, end(entries))).isEmpty();
    }

    @Property
    void anEntryThatSaysAnythingElseIsNamed(
            @ForAll("timelines") List<Said> said, @ForAll @IntRange(max = 100) int which, @ForAll("saids") Said other) {
        List<TimelineEntry> entries = chain(said);
        int changed = which % entries.size();
        Assume.that(!other.equals(said.get(changed)));
        TimelineEntry was = entries.get(changed);
        entries.set(changed, entry(was.ticket(), was.place(), other, was.hash()));
        assertThat(TimelineChain.verify(entries)).isEqualTo(OptionalLong.of(changed + 1L));
    }

    @Property
    void anEntryThatWasForgedTogetherWithItsHashBetraysTheNextOne(
            @ForAll("timelines") List<Said> said, @ForAll @IntRange(max = 100) int which, @ForAll("saids") Said other) {
        List<TimelineEntry> entries = chain(said);
        int changed = which % entries.size();
        Assume.that(!other.equals(said.get(changed)));
        ChainHash before =
                changed == 0 ? ChainHash.START : entries.get(changed - 1).hash();
        ChainHash end = end(entries);
        TimelineEntry draft = entry(TICKET, changed + 1L, other, ChainHash.START);
        entries.set(changed, entry(TICKET, changed + 1L, other, TimelineChain.hash(before, draft)));
        assertThat(TimelineChain.verify(entries, end)).isEqualTo(OptionalLong.of(changed + 2L));
    }

    @Property
    void anEntryThatIsMissingIsNamed(@ForAll("timelines") List<Said> said, @ForAll @IntRange(max = 100) int which) {
        List<TimelineEntry> entries = chain(said);
        int missing = which % entries.size();
        ChainHash end = end(entries);
        entries.remove(missing);
        assertThat(TimelineChain.verify(entries, end)).isEqualTo(OptionalLong.of(missing + 1L));
    }

    @Property
    void entriesThatChangedPlacesAreNamed(
            @ForAll("timelines") List<Said> said, @ForAll @IntRange(max = 100) int which) {
        Assume.that(said.size() > 1);
        List<TimelineEntry> entries = chain(said);
        int first = which % (entries.size() - 1);
        TimelineEntry moved = entries.remove(first);
        entries.add(first + 1, moved);
        assertThat(TimelineChain.verify(entries)).isEqualTo(OptionalLong.of(first + 1L));
    }

    @Property
    void anEntryOfAnotherTicketIsNamed(@ForAll("timelines") List<Said> said, @ForAll @IntRange(max = 100) int which) {
        List<TimelineEntry> entries = chain(said);
        int changed = which % entries.size();
        TimelineEntry was = entries.get(changed);
        GroupId other = new GroupId(TICKET.tenant(), new UUID(9, 9));
        entries.set(changed, entry(other, was.place(), said.get(changed), was.hash()));
        assertThat(TimelineChain.verify(entries)).isEqualTo(OptionalLong.of(changed + 1L));
    }

    private static ChainHash end(List<TimelineEntry> entries) {
        return entries.get(entries.size() - 1).hash();
    }

    private static List<TimelineEntry> chain(List<Said> said) {
        List<TimelineEntry> entries = new ArrayList<>();
        ChainHash before = ChainHash.START;
        for (Said one : said) {
            TimelineEntry draft = entry(TICKET, entries.size() + 1L, one, ChainHash.START);
            before = TimelineChain.hash(before, draft);
            entries.add(entry(TICKET, draft.place(), one, before));
        }
        return entries;
    }

    private static TimelineEntry entry(GroupId ticket, long place, Said said, ChainHash hash) {
        return new TimelineEntry(ticket, place, said.at(), said.kind(), said.by(), said.about(), said.words(), hash);
    }

    @Provide
    Arbitrary<List<Said>> timelines() {
        return saids().list().ofMinSize(1).ofMaxSize(8);
    }

    /** Few different values, so that an entry often differs from another in one thing only. */
    @Provide
    Arbitrary<Said> saids() {
        Arbitrary<Optional<PersonId>> people = Arbitraries.of(
                Optional.empty(),
                Optional.of(new PersonId(TICKET.tenant(), new UUID(2, 1))),
                Optional.of(new PersonId(new TenantId(new UUID(3, 3)), new UUID(2, 1))));
        return Combinators.combine(
                        Arbitraries.of(Instant.ofEpochMilli(1), Instant.ofEpochMilli(2)),
                        Arbitraries.of(TimelineEntry.Kind.CREATED, TimelineEntry.Kind.EMERGENCY_ENDED),
                        people,
                        people,
                        Arbitraries.of("", "a", "ab", "数据"))
                .as(Said::new);
    }
}
