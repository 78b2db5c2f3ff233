package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.clock.BusinessCalendar;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Holiday;
import io.larkdesk.core.clock.Hours;
import io.larkdesk.core.clock.KeptCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.clock.Calendars}. */
public abstract class CalendarsContract extends StoresContract {

    private static final BusinessCalendar OFFICE = new BusinessCalendar(
            new CalendarName("Office 'x'"),
            ZoneId.of("Asia/Kathmandu"),
            Map.of(
                    DayOfWeek.MONDAY,
                    List.of(
                            new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                            new Hours(LocalTime.of(13, 30), LocalTime.MIDNIGHT)),
                    DayOfWeek.SUNDAY,
                    List.of(Hours.ALL_DAY)),
            List.of(new Holiday(LocalDate.of(2027, 1, 1), "元旦"), new Holiday(LocalDate.of(2027, 12, 25), "Christmas")));
    private static final BusinessCalendar ALWAYS =
            BusinessCalendar.alwaysOpen(new CalendarName("Always"), ZoneOffset.UTC);

    /** Made for subclasses. */
    protected CalendarsContract() {}

    @BeforeEach
    void setUpProvider() {
        scene().provider("Alder Cloud");
    }

    @Test
    void thereAreNoneUntilThereAre() {
        assertThat(stores().calendars().list()).isEmpty();
        assertThat(stores().calendars().find(OFFICE.name())).isEmpty();
    }

    @Test
    void thoseThatAreStoredAreFoundAsTheyAre() {
        KeptCalendar office = new KeptCalendar(
                OFFICE, Optional.of(BusinessCalendar.alwaysOpen(OFFICE.name(), ZoneId.of("Asia/Shanghai"))), 7);
        KeptCalendar always = new KeptCalendar(ALWAYS, Optional.empty(), 1);
        stores().calendars().save(office);
        stores().calendars().save(always);
        assertThat(stores().calendars().list()).containsExactly(always, office);
        inTransaction(now -> assertThat(stores().calendars().lock()).containsExactly(always, office));
        assertThat(stores().calendars().find(OFFICE.name())).contains(OFFICE);
        KeptCalendar changed = new KeptCalendar(
                BusinessCalendar.alwaysOpen(OFFICE.name(), ZoneId.of("Asia/Shanghai")), Optional.empty(), 8);
        stores().calendars().save(changed);
        assertThat(stores().calendars().list()).containsExactly(always, changed);
    }

    @Test
    void oneThatIsHeldChangesAfterwardsOnly() {
        KeptCalendar office = new KeptCalendar(OFFICE, Optional.empty(), 1);
        stores().calendars().save(office);
        CompletableFuture<Void> change = new CompletableFuture<>();
        inTransaction(now -> {
            assertThat(stores().calendars().hold(OFFICE.name())).contains(OFFICE);
            assertThat(stores().calendars().hold(new CalendarName("Nothing"))).isEmpty();
            Thread other = new Thread(() -> {
                stores().calendars()
                        .save(new KeptCalendar(
                                BusinessCalendar.alwaysOpen(OFFICE.name(), ZoneOffset.UTC), Optional.empty(), 2));
                change.complete(null);
            });
            other.start();
            assertThatThrownBy(() -> change.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(stores().calendars().find(OFFICE.name())).contains(OFFICE);
        });
        assertThat(change).succeedsWithin(Duration.ofSeconds(20));
        assertThat(stores().calendars().find(OFFICE.name()))
                .contains(BusinessCalendar.alwaysOpen(OFFICE.name(), ZoneOffset.UTC));
    }

    @Test
    void theyCanBeHeldInATransactionOnly() {
        assertThatThrownBy(() -> stores().calendars().hold(OFFICE.name())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stores().calendars().lock()).isInstanceOf(IllegalStateException.class);
    }
}
