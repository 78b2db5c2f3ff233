package io.larkdesk.core.notice;

import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.onboarding.ClaimDrift;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.FindGaps;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The use cases of notices, and staff: Dora is a duty manager, Ada an administrator, Eva an engineer. */
final class NoticeDesk {

    final ManualClock clock = new ManualClock();
    final Stores stores = new InMemoryDesk(clock);
    final Randomness randomness = new SeededRandomness(11);
    final Scene scene = new Scene(stores, randomness);
    final Tenant provider = scene.provider("Alder Cloud");
    final Person ada = scene.staff(provider, "Ada", StaffRole.ADMIN);
    final Person dora = scene.staff(provider, "Dora", StaffRole.DUTY_MANAGER);
    final Person eva = scene.staff(provider, "Eva", StaffRole.ENGINEER);
    final Person sofia = scene.staff(provider, "Sofia", StaffRole.TAM);
    final TellPerson tellPerson = new TellPerson(stores.notices(), randomness);
    final TellGaps tellGaps = new TellGaps(
            stores.transactions(),
            stores.tenants(),
            stores.people(),
            new FindGaps(stores.people(), stores.roster()),
            new OnDuty(stores.tenants(), stores.people(), stores.roster()),
            stores.notices(),
            tellPerson);
    final TellDrift tellDrift = new TellDrift(
            stores.transactions(),
            new ClaimDrift(
                    stores.transactions(),
                    stores.preflights(),
                    stores.tenants(),
                    stores.groups(),
                    new FindTam(stores.members(), stores.people())),
            stores.onboardings(),
            stores.people(),
            tellPerson);
    final ClaimNotices claim = new ClaimNotices(
            stores.transactions(), stores.tenants(), stores.people(), stores.quietTimes(), stores.notices());
    final SettleNotice settle = new SettleNotice(stores.transactions(), stores.notices());

    void signedInFirst(Person person) {
        TellOpening tell = new TellOpening(stores.onboardings(), tellPerson);
        stores.transactions().inTransaction(now -> {
            tell.signedInFirst(person, now);
            return now;
        });
    }

    void onDuty(Person person, StaffRole role, Instant from, Duration length) {
        scene.shift(person, role, from, length);
    }

    /** All that is due, delivered at once. */
    List<Notice> delivered() {
        return claim.execute(99).stream()
                .map(claim -> claim.message().notice())
                .peek(notice -> settle.execute(notice, new NoticeChannel.Delivered("om_1")))
                .toList();
    }
}
