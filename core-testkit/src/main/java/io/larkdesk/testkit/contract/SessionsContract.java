package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.Session;
import io.larkdesk.core.person.SessionKey;
import io.larkdesk.core.person.Sessions;
import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.person.Sessions}. */
public abstract class SessionsContract extends StoresContract {

    /** Made for subclasses. */
    protected SessionsContract() {}

    @Test
    void aSessionIsFoundAsSaved() {
        Session session = session("a1", ann(), present());

        stores().sessions().save(session);

        assertThat(stores().sessions().find(session.key())).contains(session);
        assertThat(stores().sessions().find(key("b2"))).isEmpty();
    }

    @Test
    void itIsFoundWithWhoHoldsIt() {
        Tenant acme = scene().customer("Acme");
        Person ann = scene().person(acme, "Ann");
        scene().person(acme, "Bob");
        Session session = saved("a1", ann, present());

        assertThat(stores().sessions().findHeld(session.key())).contains(new Sessions.Held(session, ann, acme));
        assertThat(stores().sessions().findHeld(key("b2"))).isEmpty();
    }

    @Test
    void manyAreFoundAtOnceAndThoseThatAreGoneAreMissing() {
        Person ann = ann();
        Session one = saved("a1", ann, present());
        Session other = saved("b2", ann, present());
        saved("c3", ann, present());

        assertThat(stores().sessions().listAll(List.of(one.key(), other.key(), one.key(), key("d4"))))
                .containsExactlyInAnyOrder(one, other);
        assertThat(stores().sessions().listAll(List.of())).isEmpty();
    }

    @Test
    void oneThatIsForgottenWhileItIsUsedStaysSo() {
        Session session = saved("a1", ann(), present());
        Session used = new Session(
                session.key(),
                session.person(),
                session.openedAt(),
                session.seenAt().plusSeconds(60),
                session.expiresAt().plusSeconds(60));
        stores().sessions().update(used);
        assertThat(stores().sessions().find(session.key())).contains(used);

        CompletableFuture<Void> use =
                waitingFor(() -> stores().sessions().delete(session.key()), () -> stores().sessions()
                        .update(used));

        assertThat(use).succeedsWithin(Duration.ofSeconds(20));
        assertThat(stores().sessions().find(session.key())).isEmpty();
    }

    @Test
    void savingAgainChanges() {
        Session session = session("a1", ann(), present());
        stores().sessions().save(session);
        Session seen = new Session(
                session.key(),
                session.person(),
                session.openedAt(),
                session.seenAt().plusSeconds(90),
                session.expiresAt());

        stores().sessions().save(seen);

        assertThat(stores().sessions().find(session.key())).contains(seen);
    }

    @Test
    void aDeletedSessionIsGoneAndOthersStay() {
        Person ann = ann();
        Session one = saved("a1", ann, present());
        Session other = saved("b2", ann, present());

        stores().sessions().delete(one.key());
        stores().sessions().delete(one.key());

        assertThat(stores().sessions().find(one.key())).isEmpty();
        assertThat(stores().sessions().find(other.key())).contains(other);
    }

    @Test
    void allOfAPersonGoAtOnce() {
        Tenant acme = scene().customer("Acme");
        Person ann = scene().person(acme, "Ann");
        Session first = saved("a1", ann, present());
        Session second = saved("b2", ann, present());
        Session bobs = saved("c3", scene().person(acme, "Bob"), present());

        stores().sessions().deleteAllOf(ann.id());

        assertThat(stores().sessions().find(first.key())).isEmpty();
        assertThat(stores().sessions().find(second.key())).isEmpty();
        assertThat(stores().sessions().find(bobs.key())).contains(bobs);
    }

    @Test
    void allSessionsOfATenantsPeopleAreForgottenAtOnce() {
        Tenant acme = scene().customer("Acme");
        Session anns = saved("a1", scene().person(acme, "Ann"), present());
        Session bobs = saved("b2", scene().person(acme, "Bob"), present());
        Session elsewhere = saved("c3", scene().person(scene().customer("Other"), "Eve"), present());

        stores().sessions().deleteAllOf(acme.id());

        assertThat(stores().sessions().find(anns.key())).isEmpty();
        assertThat(stores().sessions().find(bobs.key())).isEmpty();
        assertThat(stores().sessions().find(elsewhere.key())).contains(elsewhere);
    }

    @Test
    void aSessionIsExpiredAtTheInstantItExpiresAndNotBefore() {
        Person ann = ann();
        Instant now = present();
        Session earlier = saved("a1", ann, now.minusMillis(1).minus(Session.LASTS));
        Session exactly = saved("b2", ann, now.minus(Session.LASTS));
        Session later = saved("c3", ann, now.plusMillis(1).minus(Session.LASTS));

        assertThat(stores().sessions().deleteExpired(now)).isEqualTo(2);

        assertThat(stores().sessions().find(earlier.key())).isEmpty();
        assertThat(stores().sessions().find(exactly.key())).isEmpty();
        assertThat(stores().sessions().find(later.key())).contains(later);
        assertThat(stores().sessions().deleteExpired(now)).isZero();
    }

    @Test
    void anAttemptEndsOnceWithinATenant() {
        Tenant acme = scene().customer("Acme");
        Tenant other = scene().customer("Other");
        TokenHash attempt = attempt("a1");
        Instant until = present().plusSeconds(60);

        assertThat(stores().sessions().endAttempt(acme.id(), attempt, until)).isTrue();

        assertThat(stores().sessions().endAttempt(acme.id(), attempt, until.plusSeconds(60)))
                .isFalse();
        assertThat(stores().sessions().endAttempt(acme.id(), attempt("b2"), until))
                .isTrue();
        assertThat(stores().sessions().endAttempt(other.id(), attempt, until)).isTrue();
    }

    @Test
    void ofManyWhoEndAnAttemptAtOnceOneDoes() {
        Tenant acme = scene().customer("Acme");
        Instant until = present().plusSeconds(60);

        List<Boolean> ended =
                Together.run(8, worker -> stores().sessions().endAttempt(acme.id(), attempt("a1"), until));

        assertThat(ended).containsOnlyOnce(true);
    }

    @Test
    void anAttemptIsKeptInMindUntilThatInstant() {
        Tenant acme = scene().customer("Acme");
        Instant now = present();
        stores().sessions().endAttempt(acme.id(), attempt("a1"), now);
        stores().sessions().endAttempt(acme.id(), attempt("b2"), now.plusMillis(1));

        assertThat(stores().sessions().deleteExpired(now)).isZero();

        assertThat(stores().sessions().endAttempt(acme.id(), attempt("a1"), now))
                .isTrue();
        assertThat(stores().sessions().endAttempt(acme.id(), attempt("b2"), now))
                .isFalse();
    }

    private static TokenHash attempt(String digits) {
        return new TokenHash(digits.repeat(32));
    }

    private Person ann() {
        return scene().person(scene().customer("Acme"), "Ann");
    }

    private Session saved(String digits, Person person, Instant openedAt) {
        Session session = session(digits, person, openedAt);
        stores().sessions().save(session);
        return session;
    }

    private static Session session(String digits, Person person, Instant openedAt) {
        return new Session(key(digits), person.id(), openedAt, openedAt, openedAt.plus(Session.LASTS));
    }

    private static SessionKey key(String digits) {
        return new SessionKey(digits.repeat(32));
    }
}
