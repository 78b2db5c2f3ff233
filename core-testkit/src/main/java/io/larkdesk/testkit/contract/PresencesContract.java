package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.conversation.Presences} beyond what mentions learn of them. */
public abstract class PresencesContract extends StoresContract {

    private ServiceGroup here;
    private ServiceGroup there;
    private Person ann;
    private Person bob;

    /** Made for subclasses. */
    protected PresencesContract() {}

    @BeforeEach
    void openGroups() {
        Tenant acme = scene().customer("Acme");
        here = scene().group(acme);
        there = scene().group(scene().customer("Other"));
        ann = scene().person(acme, "Ann");
        bob = scene().person(acme, "Bob");
    }

    @Test
    void theGroupLookedAtLastIsFound() {
        look(here, ann, 10);
        look(there, ann, 20);
        look(here, bob, 30);

        assertThat(stores().presences().findLast(ann.id(), List.of(here.id(), there.id())))
                .contains(there.id());

        look(here, ann, 21);
        assertThat(stores().presences().findLast(ann.id(), List.of(here.id(), there.id())))
                .contains(here.id());
    }

    @Test
    void onlyTheGroupsInQuestionCount() {
        look(here, ann, 10);
        look(there, ann, 20);

        assertThat(stores().presences().findLast(ann.id(), List.of(here.id()))).contains(here.id());
        assertThat(stores().presences().findLast(ann.id(), List.of())).isEmpty();
        assertThat(stores().presences().findLast(bob.id(), List.of(here.id(), there.id())))
                .isEmpty();
    }

    @Test
    void anEarlierInstantThanKnownChangesNothing() {
        look(here, ann, 20);
        look(there, ann, 10);
        look(here, ann, 5);

        assertThat(stores().presences().findLast(ann.id(), List.of(here.id(), there.id())))
                .contains(here.id());
    }

    private void look(ServiceGroup group, Person person, long second) {
        stores().presences().extend(group.id(), person.id(), Instant.ofEpochSecond(second));
    }
}
