package io.larkdesk.testkit.law;

import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.testkit.Scene;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An organisation of the simulated month.
 *
 * @param tenant itself
 * @param group its service group
 * @param ticket one on which Emergencies are declared; the first of its people opened it
 * @param people its people
 * @param mentionsADay how often each of them is mentioned on a working day, about
 */
record Firm(Tenant tenant, ServiceGroup group, Ticket ticket, List<Person> people, int mentionsADay) {

    static Firm found(Scene scene, String name, int size, int mentionsADay, Person tam) {
        Tenant tenant = scene.customer(name);
        ServiceGroup group = scene.group(tenant);
        List<Person> people = IntStream.range(0, size)
                .mapToObj(number -> scene.person(tenant, name + " " + number))
                .toList();
        people.forEach(person -> scene.join(group, person));
        scene.join(group, tam);
        return new Firm(tenant, group, scene.ticket(group, people.get(0)), people, mentionsADay);
    }
}
