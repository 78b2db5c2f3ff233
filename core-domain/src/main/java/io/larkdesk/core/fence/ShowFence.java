package io.larkdesk.core.fence;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows an administrator whether the fence is raised, and what waits behind it. */
@Singleton
public final class ShowFence {

    private final Transactions transactions;
    private final StaffAdministrators administrators;
    private final Fences fences;
    private final ListHeld listHeld;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ShowFence(
            Transactions transactions,
            StaffAdministrators administrators,
            Fences fences,
            ListHeld listHeld,
            People people) {
        this.transactions = transactions;
        this.administrators = administrators;
        this.fences = fences;
        this.listHeld = listHeld;
        this.people = people;
    }

    /**
     * The fence.
     *
     * @param fence as it is
     * @param held what waits; nothing while the fence is not raised
     * @param people who would be told
     */
    public record Shown(Fence fence, Held held, Map<PersonId, Person> people) {

        /** Copies the map. */
        public Shown {
            Objects.requireNonNull(fence, "fence");
            Objects.requireNonNull(held, "held");
            people = Map.copyOf(people);
        }
    }

    /** The fence; empty if {@code asker} is no administrator. */
    public Optional<Shown> execute(PersonId asker) {
        return administrators.include(asker)
                ? Optional.of(transactions.inTransaction(now -> show(fences.get())))
                : Optional.empty();
    }

    private Shown show(Fence fence) {
        Held held = fence.isRaised() ? listHeld.execute() : new Held(List.of(), true);
        List<PersonId> told = held.things().stream()
                .flatMap(thing -> thing.to().stream())
                .distinct()
                .toList();
        return new Shown(
                fence, held, people.listAll(told).stream().collect(Collectors.toMap(Person::id, Function.identity())));
    }
}
