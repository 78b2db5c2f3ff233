package io.larkdesk.core.group;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Finds who looks after a customer: of the TAMs in its service group the one who joined first. Part of what names the TAM. */
@Singleton
public final class FindTam {

    private final Members members;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public FindTam(Members members, People people) {
        this.members = members;
        this.people = people;
    }

    /** The TAM; empty if nobody in {@code serviceGroup} is one. */
    public Optional<Person> execute(GroupId serviceGroup) {
        List<Member> team = members.list(serviceGroup).stream()
                .filter(member -> member.side() == Side.SERVICE_TEAM)
                .toList();
        List<Person> tams = people.listAll(team.stream().map(Member::person).toList()).stream()
                .filter(person -> person.is(StaffRole.TAM))
                .toList();
        return team.stream()
                .flatMap(member -> tams.stream().filter(tam -> tam.id().equals(member.person())))
                .findFirst();
    }
}
