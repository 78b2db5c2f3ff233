package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.queue.SavedView;
import io.larkdesk.core.queue.ViewName;
import io.larkdesk.core.tenant.Tenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.queue.SavedViews}. */
public abstract class SavedViewsContract extends StoresContract {

    private static final SavedView MINE = new SavedView(new ViewName("Mine"), "?view=mine");
    private static final SavedView ALL = new SavedView(new ViewName("all"), "");

    private PersonId eva;
    private PersonId eli;

    /** Made for subclasses. */
    protected SavedViewsContract() {}

    @BeforeEach
    void hireStaff() {
        Tenant provider = scene().provider("Alder Cloud");
        eva = scene().staff(provider, "Eva", StaffRole.ENGINEER).id();
        eli = scene().staff(provider, "Eli", StaffRole.ENGINEER).id();
    }

    @Test
    void eachPersonHasTheirOwnByName() {
        stores().savedViews().save(eva, ALL);
        stores().savedViews().save(eva, MINE);
        stores().savedViews().save(eli, MINE);
        assertThat(stores().savedViews().list(eva)).containsExactly(MINE, ALL);
        assertThat(stores().savedViews().list(eli)).containsExactly(MINE);
    }

    @Test
    void oneOfTheSameNameIsReplaced() {
        SavedView other = new SavedView(MINE.name(), "?view=mine&risk=1");
        stores().savedViews().save(eva, MINE);
        stores().savedViews().save(eva, other);
        assertThat(stores().savedViews().list(eva)).containsExactly(other);
    }

    @Test
    void whatIsTakenAwayIsGoneAlone() {
        stores().savedViews().save(eva, MINE);
        stores().savedViews().save(eva, ALL);
        stores().savedViews().save(eli, MINE);
        stores().savedViews().remove(eva, MINE.name());
        stores().savedViews().remove(eva, new ViewName("Nothing"));
        assertThat(stores().savedViews().list(eva)).containsExactly(ALL);
        assertThat(stores().savedViews().list(eli)).containsExactly(MINE);
    }
}
