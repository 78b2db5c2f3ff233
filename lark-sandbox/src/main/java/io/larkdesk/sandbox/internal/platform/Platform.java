package io.larkdesk.sandbox.internal.platform;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The organisations, apps and people of the platform. Safe for threads. */
public final class Platform {

    private record OrganisationKey(Brand brand, String name) {}

    private record Registered(AppSettings settings, String versionId, String botOpenId) {}

    private final Names names;
    private final Map<OrganisationKey, Organisation> organisations = new ConcurrentHashMap<>();
    private final Map<String, Registered> apps = new ConcurrentHashMap<>();
    private final Map<String, Person> people = new ConcurrentHashMap<>();

    public Platform(Names names) {
        this.names = names;
    }

    /** Adds the app, or puts these settings in the place of its former ones; its organisation comes into being with it. */
    public App put(AppSettings settings) {
        organisations.computeIfAbsent(
                new OrganisationKey(settings.brand(), settings.organisation()),
                key -> new Organisation(
                        key.name(),
                        key.brand(),
                        tenantKey(key),
                        "F" + names.number(11),
                        Edition.FREE,
                        Organisation.FREE_QUOTA));
        apps.compute(
                settings.appId(),
                (id, known) -> known == null
                        ? new Registered(settings, names.id("oav_"), names.id("ou_"))
                        : new Registered(settings, known.versionId(), known.botOpenId()));
        return app(settings.appId()).orElseThrow();
    }

    public Organisation change(Organisation organisation, UnaryOperator<Organisation> change) {
        return organisations.compute(
                new OrganisationKey(organisation.brand(), organisation.name()),
                (key, current) -> change.apply(current == null ? organisation : current));
    }

    public void put(Person person) {
        people.put(person.openId(), person);
    }

    public Optional<App> app(String appId) {
        return Optional.ofNullable(apps.get(appId)).map(this::toApp);
    }

    public Optional<Person> person(String openId) {
        return Optional.ofNullable(people.get(openId));
    }

    public List<Organisation> organisations() {
        return organisations.values().stream()
                .sorted(Comparator.comparing(Organisation::name).thenComparing(Organisation::brand))
                .toList();
    }

    public List<App> apps() {
        return apps.values().stream()
                .map(this::toApp)
                .sorted(Comparator.comparing(App::id))
                .toList();
    }

    public List<Person> peopleOf(String appId) {
        return people.values().stream()
                .filter(person -> person.appId().equals(appId))
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::openId))
                .toList();
    }

    public Optional<Organisation> organisation(Brand brand, String name) {
        return Optional.ofNullable(organisations.get(new OrganisationKey(brand, name)));
    }

    private App toApp(Registered registered) {
        AppSettings settings = registered.settings();
        Organisation organisation =
                organisation(settings.brand(), settings.organisation()).orElseThrow();
        return new App(settings, organisation, registered.versionId(), registered.botOpenId());
    }

    /** The same after each start, so that a program that keeps its data recognises the organisation. */
    private static String tenantKey(OrganisationKey organisation) {
        byte[] name = (organisation.brand() + " " + organisation.name()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().replace("-", "").substring(0, 16);
    }
}
