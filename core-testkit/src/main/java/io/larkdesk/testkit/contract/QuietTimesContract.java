package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.QuietHours;
import io.larkdesk.core.reminder.QuietTime;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.reminder.QuietTimes}. */
public abstract class QuietTimesContract extends StoresContract {

    private static final Optional<QuietHours> NIGHT =
            Optional.of(new QuietHours(LocalTime.of(21, 30), LocalTime.of(7, 0), ZoneId.of("Asia/Kathmandu")));

    private PersonId ann;
    private PersonId bob;

    /** Made for subclasses. */
    protected QuietTimesContract() {}

    @BeforeEach
    void invitePeople() {
        ann = scene().person(scene().customer("Acme"), "Ann").id();
        bob = scene().person(scene().customer("Other"), "Bob").id();
    }

    @Test
    void whoNeverChoseHasNone() {
        assertThat(stores().quietTimes().get(ann)).isEqualTo(QuietTime.none(ann));
    }

    @Test
    void eachPersonsChoiceIsKeptAsItIs() {
        QuietTime both = new QuietTime(ann, NIGHT, Optional.of(Instant.parse("2026-03-09T09:00:00Z")));
        QuietTime hours = new QuietTime(bob, NIGHT, Optional.empty());
        stores().quietTimes().save(both);
        stores().quietTimes().save(hours);

        assertThat(stores().quietTimes().get(ann)).isEqualTo(both);
        assertThat(stores().quietTimes().get(bob)).isEqualTo(hours);
    }

    @Test
    void aLaterChoiceReplacesTheEarlier() {
        stores().quietTimes().save(new QuietTime(ann, NIGHT, Optional.of(Instant.EPOCH)));
        stores().quietTimes().save(QuietTime.none(ann));

        assertThat(stores().quietTimes().get(ann)).isEqualTo(QuietTime.none(ann));
    }
}
