package io.larkdesk.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.core.tenant.Organisations;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.PlainSecrets;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who somebody is taken for who signs in. */
class SignInPersonTest {

    private static final UnionId UNION_ID = new UnionId("on_ann");

    private final InMemoryDesk desk = new InMemoryDesk(new ManualClock());
    private final SeededRandomness randomness = new SeededRandomness(5);
    private final Scene scene = new Scene(desk, randomness);
    private final PlainSecrets secrets = new PlainSecrets();
    private final List<Person> first = new ArrayList<>();
    private final List<Person> recognised = new ArrayList<>();
    private Tenant acme = scene.customer("Acme").withTenantKey("key");
    private Runnable meanwhile = () -> {};

    SignInPersonTest() {
        acme = acme.withApp(acme.appId(), secrets.seal(acme.id(), AppSecret.of("secret")));
        desk.tenants().save(acme);
    }

    private SignInPerson.Result signIn(String openId, Optional<UnionId> unionId) {
        return signIn(openId, unionId, new TokenHash(HexFormat.of().formatHex(randomness.bytes(32))));
    }

    private SignInPerson.Result signIn(String openId, Optional<UnionId> unionId, TokenHash attempt) {
        Profile profile = new Profile(
                new OpenId(openId), "key", PersonName.of("Ann"), Optional.empty(), Optional.empty(), unionId);
        AdmitPerson admit = new AdmitPerson(
                desk.people(),
                new OpenSession(desk.sessions(), randomness),
                randomness,
                person -> {},
                (person, now) -> first.add(person),
                (person, now) -> recognised.add(person),
                Records.staff(desk));
        return new SignInPerson(
                        desk.transactions(),
                        desk.tenants(),
                        desk.sessions(),
                        secrets,
                        new Lark(profile),
                        app -> new Organisations.NotKnown("not asked"),
                        admit)
                .execute(new SignInPerson.Command(
                        acme.id(), URI.create("https://desk.example/"), attempt, "code", "verifier", Language.EN));
    }

    private final class Lark implements SignIn {

        private final Profile profile;

        Lark(Profile profile) {
            this.profile = profile;
        }

        @Override
        public URI authorizePage(LarkApp app, URI callback, String state, String codeChallenge) {
            return callback;
        }

        @Override
        public Answer identify(LarkApp app, URI callback, String code, String codeVerifier) {
            meanwhile.run();
            return new Identified(profile);
        }
    }

    private Person signedIn(String openId, Optional<UnionId> unionId) {
        return ((SignInPerson.SignedIn) signIn(openId, unionId)).person();
    }

    private void changeApp() {
        desk.transactions().inTransaction(now -> {
            Tenant current = desk.tenants().lock(acme.id());
            desk.tenants().save(current.withApp(new AppId("cli_next"), current.secret()));
            desk.people().leaveBehind(acme.id());
            return current;
        });
    }

    @Test
    void anAttemptIsTakenToLarkOnce() {
        AtomicInteger asked = new AtomicInteger();
        meanwhile = asked::incrementAndGet;
        TokenHash attempt = new TokenHash("a1".repeat(32));

        assertThat(signIn("ou_ann", Optional.empty(), attempt)).isInstanceOf(SignInPerson.SignedIn.class);
        assertThat(signIn("ou_ann", Optional.empty(), attempt))
                .isEqualTo(new SignInPerson.Refused(SignIn.Why.STALE, "the attempt has ended already"));

        assertThat(asked).hasValue(1);
    }

    @Test
    void theFirstIsToldApartFromThoseWhoFollow() {
        Person ann = signedIn("ou_ann", Optional.of(UNION_ID));
        signedIn("ou_ann", Optional.of(UNION_ID));
        signedIn("ou_bob", Optional.empty());

        assertThat(first).containsExactly(ann);
        assertThat(recognised).isEmpty();
    }

    @Test
    void whoeverHasTheUnionIdIsRecognisedInAnotherApp() {
        Person ann = signedIn("ou_ann", Optional.of(UNION_ID));
        changeApp();

        Person again = signedIn("ou_ann2", Optional.of(UNION_ID));

        assertThat(again.id()).isEqualTo(ann.id());
        assertThat(again.openId()).isEqualTo(new OpenId("ou_ann2"));
        assertThat(again.reachable()).isTrue();
        assertThat(recognised).containsExactly(again);
        assertThat(signedIn("ou_ann2", Optional.of(UNION_ID)).id()).isEqualTo(ann.id());
        assertThat(recognised).hasSize(1);
    }

    @Test
    void nothingElseMakesSomebodyAnotherPerson() {
        Person ann = signedIn("ou_ann", Optional.of(UNION_ID));
        Person bob = signedIn("ou_bob", Optional.empty());
        changeApp();

        // The same open_id, the same name
        assertThat(signedIn("ou_ann", Optional.empty()).id()).isNotEqualTo(ann.id());
        assertThat(signedIn("ou_bob", Optional.of(new UnionId("on_else"))).id()).isNotEqualTo(bob.id());
        assertThat(recognised).isEmpty();
        assertThat(desk.people().find(ann.id()).orElseThrow().reachable()).isFalse();
    }

    @Test
    void ofTwoWithTheSameUnionIdNeitherIsRecognised() {
        Person ann = signedIn("ou_ann", Optional.of(UNION_ID));
        Person other = signedIn("ou_other", Optional.of(UNION_ID));
        changeApp();

        assertThat(signedIn("ou_ann2", Optional.of(UNION_ID)).id()).isNotIn(ann.id(), other.id());
    }

    @Test
    void whoCameThroughTheAppThatWasReplacedMeanwhileIsNotLetIn() {
        Person ann = signedIn("ou_ann", Optional.of(UNION_ID));
        meanwhile = this::changeApp;

        assertThat(signIn("ou_ann", Optional.of(UNION_ID)))
                .isInstanceOfSatisfying(SignInPerson.Refused.class, refused -> assertThat(refused.why())
                        .isEqualTo(SignIn.Why.STALE));

        assertThat(desk.people().find(ann.id()).orElseThrow().reachable()).isFalse();
    }
}
