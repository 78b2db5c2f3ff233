package io.larkdesk.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.token.AuthenticateToken.Bearer;
import io.larkdesk.core.token.IssueToken.Issued;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom tokens let in, and for how long. */
class TokensTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final SeededRandomness randomness = new SeededRandomness(6);
    private final Scene scene = new Scene(desk, randomness);
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Person tam = scene.staff(provider, "Sofia", StaffRole.TAM);
    private final Person admin = scene.staff(provider, "Amara", StaffRole.ADMIN);
    private final Person engineer = scene.staff(provider, "Tomas", StaffRole.ENGINEER);

    private final IssueToken issue =
            new IssueToken(desk.transactions(), desk.people(), desk.apiTokens(), randomness, Records.audit(desk));
    private final AuthenticateToken authenticate =
            new AuthenticateToken(desk.transactions(), desk.apiTokens(), desk.people());
    private final RevokeToken revoke =
            new RevokeToken(desk.transactions(), desk.people(), desk.apiTokens(), Records.audit(desk));
    private final ListTokens list = new ListTokens(desk.transactions(), desk.people(), desk.apiTokens());

    private IssueToken.Result issue(Person owner) {
        return issue.execute(
                new IssueToken.Command(owner.id(), new TokenLabel("Warehouse"), Set.of(TokenScope.TICKETS_READ), DAY));
    }

    private Issued issued(Person owner) {
        return (Issued) issue(owner);
    }

    private Optional<PersonId> bearer(TokenSecret secret) {
        return authenticate.execute(secret).map(Bearer::person).map(Person::id);
    }

    private Optional<ApiToken> revoke(Person revoker, Issued issued) {
        return revoke.execute(
                new RevokeToken.Command(revoker.id(), issued.token().id()));
    }

    @Test
    void aTokenActsForWhoMadeItUntilItExpires() {
        Issued issued = issued(tam);
        assertThat(issued.secret().reveal()).startsWith("lkd_");
        assertThat(TokenSecret.parse(issued.secret().reveal())).contains(issued.secret());
        clock.advance(DAY.minusMillis(1));
        assertThat(bearer(issued.secret())).contains(tam.id());
        clock.advance(Duration.ofMillis(1));
        assertThat(bearer(issued.secret())).isEmpty();
    }

    @Test
    void itOpensNothingOnceItsOwnerHasNoRoleForIt() {
        Issued issued = issued(tam);
        desk.people().save(tam.inRole(Optional.of(StaffRole.ENGINEER)));
        assertThat(bearer(issued.secret())).isEmpty();
        assertThat(list.execute(admin.id()).orElseThrow()).singleElement().matches(entry -> !entry.works());
        desk.people().save(tam.inRole(Optional.empty()));
        assertThat(bearer(issued.secret())).isEmpty();
        desk.people().save(tam);
        assertThat(bearer(issued.secret())).contains(tam.id());
    }

    @Test
    void engineersAndCustomersHaveNone() {
        assertThat(issue(engineer)).isEqualTo(new IssueToken.NotAllowed());
        assertThat(issue(scene.person(scene.customer("Harbour"), "Daniel"))).isEqualTo(new IssueToken.NotAllowed());
        assertThat(list.execute(engineer.id())).isEmpty();
        assertThat(revoke(engineer, issued(tam))).isEmpty();
    }

    @Test
    void oneWithdrawsOnesOwnAndAnAdministratorAll() {
        Issued tams = issued(tam);
        Issued admins = issued(admin);

        assertThat(revoke(tam, admins)).isEmpty();
        assertThat(bearer(admins.secret())).contains(admin.id());
        assertThat(revoke(admin, tams)).isPresent();
        assertThat(bearer(tams.secret())).isEmpty();
        assertThat(revoke(admin, admins)).isPresent();
        assertThat(bearer(admins.secret())).isEmpty();
    }

    @Test
    void oneSeesOnesOwnAndAnAdministratorAll() {
        issued(tam);
        issued(admin);

        assertThat(list.execute(tam.id()).orElseThrow()).hasSize(1);
        assertThat(list.execute(admin.id()).orElseThrow()).hasSize(2);
    }

    @Test
    void noMoreThanTwentyWorkAtOnce() {
        Issued first = issued(tam);
        for (int i = 1; i < ApiToken.MOST_OPEN; i++) {
            issued(tam);
        }
        assertThat(issue(tam)).isEqualTo(new IssueToken.TooMany(ApiToken.MOST_OPEN));
        revoke(tam, first);
        assertThat(issue(tam)).isInstanceOf(Issued.class);
    }

    @Test
    void theDayOfItsLastUseIsKnown() {
        Issued issued = issued(tam);
        assertThat(list.execute(tam.id()).orElseThrow().get(0).token().usedOn()).isEmpty();
        bearer(issued.secret());
        assertThat(list.execute(tam.id()).orElseThrow().get(0).token().usedOn())
                .contains(ApiToken.dayOf(clock.instant()));
    }
}
