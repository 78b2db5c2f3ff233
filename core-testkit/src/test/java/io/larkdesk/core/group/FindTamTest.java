package io.larkdesk.core.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindTamTest {

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final Scene scene = new Scene(desk, new SeededRandomness(21));
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Person amara = scene.staff(provider, "Amara", StaffRole.ENGINEER);
    private final Person sofia = scene.staff(provider, "Sofia", StaffRole.TAM);
    private final Person otto = scene.staff(provider, "Otto", StaffRole.TAM);

    /** As a database may: in another order than asked for. */
    private People inAnotherOrder() {
        return (People) Proxy.newProxyInstance(
                People.class.getClassLoader(), new Class<?>[] {People.class}, (proxy, method, arguments) -> {
                    Object found = method.invoke(desk.people(), arguments);
                    if (!method.getName().equals("listAll")) {
                        return found;
                    }
                    List<Object> other = new ArrayList<>((List<?>) found);
                    Collections.reverse(other);
                    return other;
                });
    }

    private Optional<Person> tamOf(String customer, Person... team) {
        Tenant tenant = scene.customer(customer);
        ServiceGroup group = scene.group(tenant);
        scene.join(group, scene.person(tenant, "Ann"));
        for (Person person : team) {
            clock.advance(Duration.ofMinutes(1));
            scene.join(group, person);
        }
        Optional<Person> tam = new FindTam(desk.members(), desk.people()).execute(group.id());
        assertThat(new FindTam(desk.members(), inAnotherOrder()).execute(group.id()))
                .isEqualTo(tam);
        return tam;
    }

    @Test
    void theTamWhoJoinedFirstLooksAfterTheCustomer() {
        assertThat(tamOf("Acme", amara, sofia, otto)).contains(sofia);
        assertThat(tamOf("Globex", amara, otto, sofia)).contains(otto);
    }

    @Test
    void whoHasNoTamInTheGroupHasNone() {
        assertThat(tamOf("Acme", amara)).isEmpty();
    }
}
