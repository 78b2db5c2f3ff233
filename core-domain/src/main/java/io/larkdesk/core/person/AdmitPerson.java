package io.larkdesk.core.person;

import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes or updates the person whom Lark vouches for, opens a session, and tells the observers; part of signing in. */
@Singleton
public final class AdmitPerson {

    private final People people;
    private final OpenSession openSession;
    private final Randomness randomness;
    private final SignInObserver observer;
    private final FirstSignInObserver firstObserver;
    private final RecognitionObserver recognitionObserver;
    private final StaffRecord record;

    /** Takes its collaborators. */
    @Inject
    public AdmitPerson(
            People people,
            OpenSession openSession,
            Randomness randomness,
            SignInObserver observer,
            FirstSignInObserver firstObserver,
            RecognitionObserver recognitionObserver,
            StaffRecord record) {
        this.people = people;
        this.openSession = openSession;
        this.randomness = randomness;
        this.observer = observer;
        this.firstObserver = firstObserver;
        this.recognitionObserver = recognitionObserver;
        this.record = record;
    }

    SignInPerson.SignedIn execute(TenantId tenant, Profile profile, Language language, Instant now) {
        boolean isFirst = !people.hasAny(tenant);
        Optional<Person> known = people.findByOpenId(tenant, profile.openId());
        Optional<Person> recognised = known.isPresent() ? Optional.empty() : recognise(tenant, profile);
        Person person = known.or(() -> recognised)
                .orElseGet(() -> new Person(
                        new PersonId(tenant, randomness.uuid()),
                        profile.openId(),
                        profile.name(),
                        profile.latinName(),
                        profile.avatar(),
                        language,
                        Optional.empty()))
                .updatedFrom(profile);
        people.save(person);
        observer.signedIn(person);
        if (recognised.isPresent()) {
            recognitionObserver.recognised(person, now);
        }
        if (isFirst) {
            firstObserver.signedInFirst(person, now);
        }
        SignInPerson.SignedIn signedIn = new SignInPerson.SignedIn(person, openSession.execute(person.id(), now));
        record.signedIn(person.id());
        return signedIn;
    }

    /** Whoever has come through an earlier app of the tenant, if it is certain who that is. */
    private Optional<Person> recognise(TenantId tenant, Profile profile) {
        List<Person> same = profile.unionId()
                .map(unionId -> people.listLeftBehind(tenant, unionId))
                .orElse(List.of());
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }
}
