package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.deletion.Archive;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.FullTenant;
import io.larkdesk.testkit.SeededRandomness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link Archive}. */
public abstract class ArchiveContract extends StoresContract {

    private Person eva;
    private FullTenant acme;
    private FullTenant other;

    /** Made for subclasses. */
    protected ArchiveContract() {}

    @BeforeEach
    void fill() {
        Tenant provider = scene().provider("Provider");
        eva = scene().staff(provider, "Eva", StaffRole.ENGINEER);
        SeededRandomness randomness = new SeededRandomness(30);
        acme = FullTenant.in(stores(), randomness, eva, "acme");
        other = FullTenant.in(stores(), randomness, eva, "other");
    }

    private static <T, I> List<T> all(BiFunction<Optional<I>, Integer, List<T>> pages, Function<T, I> id) {
        List<T> all = new ArrayList<>();
        for (List<T> page = pages.apply(Optional.empty(), 2);
                !page.isEmpty();
                page = pages.apply(Optional.of(id.apply(all.get(all.size() - 1))), 2)) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            all.addAll(page);
        }
        return all;
    }

    private Archive archive() {
        return stores().archive();
    }

    @Test
    void thePeopleOfTheTenantAreReadWithoutGapOrDuplicate() {
        List<Person> more = IntStream.range(0, 6)
                .mapToObj(number -> scene().person(acme.tenant(), "P" + number))
                .toList();
        List<Person> wanted = new ArrayList<>(more);
        wanted.add(acme.person());

        assertThat(all(
                        (Optional<PersonId> after, Integer limit) ->
                                archive().listPeople(acme.tenant().id(), after, limit),
                        Person::id))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void itsGroupsAreReadClosedOnesToo() {
        List<GroupId> wanted =
                new ArrayList<>(List.of(acme.group().id(), acme.ticket().id()));
        IntStream.range(0, 4)
                .forEach(number ->
                        wanted.add(scene().ticket(acme.group(), acme.person()).id()));

        assertThat(all(
                        (Optional<GroupId> after, Integer limit) ->
                                archive().listGroups(acme.tenant().id(), after, limit),
                        Group::id))
                .extracting(Group::id)
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void whoIsInAGroupIsReadAndWhoWas() {
        Person gone = scene().person(acme.tenant(), "Gone");
        Member left = scene().leave(scene().join(acme.group(), gone));

        assertThat(all(
                        (Optional<PersonId> after, Integer limit) ->
                                archive().listMembers(acme.group().id(), after, limit),
                        Member::person))
                .contains(left)
                .extracting(Member::person)
                .containsExactlyInAnyOrder(acme.person().id(), eva.id(), gone.id());
    }

    @Test
    void itsFilesAreRead() {
        assertThat(all(
                        (Optional<AttachmentId> after, Integer limit) ->
                                archive().listFiles(acme.tenant().id(), after, limit),
                        Attachment::id))
                .containsExactly(acme.file())
                .doesNotContain(other.file());
    }
}
