package io.larkdesk.app.bootstrap;

import io.larkdesk.core.clock.BusinessCalendar;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.RegisterStaff;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.ConfigureTenant;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Product;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads the file, in YAML, and refuses what it does not know, so that a slip of the pen is not passed over. */
final class BootstrapReader {

    private static final Set<String> TOP = Set.of("provider", "staff", "roster", "calendars", "plans", "tenants");
    private static final Set<String> APP =
            Set.of("organisation", "app_id", "app_secret", "app_secret_env", "brand", "edition", "allowance");
    private static final Set<String> STAFF = Set.of("open_id", "name", "role");
    private static final Set<String> SHIFT = Set.of("person", "role", "from", "until");
    private static final Set<String> PROMISES = Set.of(
            "reply_within",
            "emergency",
            "rounds",
            "confirm_every",
            "calendar",
            "targets",
            "warn_at_percent",
            "reminder_window");
    private static final Set<String> STEP = Set.of("level", "acknowledge_within");
    private static final Set<StaffRole> LEVELS = Set.of(StaffRole.ENGINEER, StaffRole.TAM, StaffRole.DUTY_MANAGER);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Function<String, @Nullable String> environment;
    private final SupportPlan standard;

    /**
     * Takes the environment.
     *
     * @param environment the variable of that name, null if there is none
     * @param standard what every support plan promises
     */
    BootstrapReader(Function<String, @Nullable String> environment, SupportPlan standard) {
        this.environment = environment;
        this.standard = standard;
    }

    /**
     * What {@code yaml} says.
     *
     * @throws BootstrapException if it is not YAML, or says what makes no sense
     */
    BootstrapFile read(String yaml) {
        Section top = Section.of("", parse(yaml), TOP);
        List<RegisterStaff.Command> staff = top.sections("staff", STAFF).stream()
                .map(BootstrapReader::staff)
                .toList();
        Set<String> openIds = new HashSet<>();
        staff.forEach(person -> openIds.add(person.openId().value()));
        List<BusinessCalendar> calendars = top.sections("calendars", CalendarReader.CALENDAR).stream()
                .map(CalendarReader::read)
                .toList();
        List<CalendarName> known =
                calendars.stream().map(BusinessCalendar::name).toList();
        List<PlanName> plans = new ArrayList<>();
        Map<PlanName, SupportPlan> promises = new HashMap<>();
        for (Section section : top.sections("plans", with(PROMISES, "name"))) {
            PlanName name = section.parsed("name", PlanName::new);
            plans.add(name);
            if (PROMISES.stream().anyMatch(section::has)) {
                promises.put(name, plan(section, known));
            }
        }
        List<BootstrapFile.Customer> customers = new ArrayList<>();
        for (Section section : top.sections("tenants", with(APP, "plan", "service_team", "join_at_sign_in"))) {
            customers.add(customer(section, plans, openIds));
        }
        List<BootstrapFile.Duty> roster = new ArrayList<>();
        for (Section section : top.sections("roster", SHIFT)) {
            roster.add(duty(section, openIds));
        }
        Section provider = top.section("provider", with(APP, "products"));
        return new BootstrapFile(
                tenant(provider, Tenant.Kind.PROVIDER, Optional.empty()),
                products(provider),
                calendars,
                promises,
                staff,
                roster,
                customers);
    }

    private static Object parse(String yaml) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Object top = yaml(options).load(yaml);
            return top == null ? "" : top;
        } catch (YAMLException e) {
            throw new BootstrapException(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }

    /** What looks like a time stays the text that it is. */
    private static Yaml yaml(LoaderOptions options) {
        DumperOptions dumper = new DumperOptions();
        Resolver resolver = new Resolver() {
            @Override
            public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
                if (!tag.equals(Tag.TIMESTAMP)) {
                    super.addImplicitResolver(tag, regexp, first, limit);
                }
            }
        };
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, resolver);
    }

    private static RegisterStaff.Command staff(Section section) {
        return new RegisterStaff.Command(
                section.parsed("open_id", OpenId::new),
                PersonName.of(section.text("name")),
                section.constant("role", StaffRole.class));
    }

    private static Optional<List<Product>> products(Section provider) {
        if (!provider.has("products")) {
            return Optional.empty();
        }
        List<String> names = provider.texts("products");
        for (String name : names) {
            if (!Product.isName(name)) {
                throw provider.problem("products", "has '" + name + "', which is not one line of 1 to 60 characters");
            }
        }
        return Optional.of(names.stream().map(Product::new).toList());
    }

    /** What the plan does not say, it promises as every plan does. */
    private SupportPlan plan(Section section, List<CalendarName> calendars) {
        EscalationPolicy usual = standard.escalation();
        List<EscalationPolicy.Step> steps = new ArrayList<>();
        for (Section step : section.sections("emergency", STEP)) {
            StaffRole level = step.constant("level", StaffRole.class);
            if (!LEVELS.contains(level)) {
                throw step.problem("level", "is not engineer, tam or duty_manager");
            }
            steps.add(new EscalationPolicy.Step(level, step.parsed("acknowledge_within", BootstrapReader::time)));
        }
        if (steps.size() > EscalationPolicy.MOST_STEPS) {
            throw section.problem("emergency", "has more than " + EscalationPolicy.MOST_STEPS + " levels");
        }
        return new SupportPlan(
                section.parsed("reply_within", BootstrapReader::time, standard.replyWithin()),
                new EscalationPolicy(
                        steps.isEmpty() ? usual.steps() : steps,
                        section.parsed("rounds", text -> Optional.of(rounds(text)), usual.rounds()),
                        section.parsed("confirm_every", BootstrapReader::time, usual.confirmEvery())),
                TargetsReader.read(section, calendars),
                TargetsReader.window(section));
    }

    private static int rounds(String text) {
        int rounds = Integer.parseInt(text);
        if (rounds < 1) {
            throw new IllegalArgumentException("not positive");
        }
        return rounds;
    }

    /** An ISO 8601 duration from a minute to a day. */
    private static Duration time(String text) {
        try {
            Duration time = Duration.parse(text);
            if (time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0) {
                return time;
            }
            throw new IllegalArgumentException("not between a minute and a day");
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a duration", e);
        }
    }

    private static BootstrapFile.Duty duty(Section section, Set<String> staff) {
        String openId = section.text("person");
        if (!staff.contains(openId)) {
            throw section.problem("person", "names '" + openId + "', who is not among staff");
        }
        Instant from = section.parsed("from", BootstrapReader::instant);
        Instant until = section.parsed("until", BootstrapReader::instant);
        if (!Shift.isSpan(from, until)) {
            throw section.problem("until", "is not after from, within " + Shift.LONGEST.toDays() + " days");
        }
        return new BootstrapFile.Duty(openId, section.constant("role", StaffRole.class), from, until);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a time with an offset", e);
        }
    }

    private BootstrapFile.Customer customer(Section section, List<PlanName> plans, Set<String> staff) {
        PlanName plan = section.parsed("plan", PlanName::new);
        if (!plans.contains(plan)) {
            throw section.problem("plan", "'" + plan + "' is not among plans: " + plans);
        }
        List<String> team = section.texts("service_team");
        for (String openId : team) {
            if (!staff.contains(openId)) {
                throw section.problem("service_team", "names '" + openId + "', who is not among staff");
            }
        }
        return new BootstrapFile.Customer(tenant(section, Tenant.Kind.CUSTOMER, Optional.of(plan)), team);
    }

    private ConfigureTenant.Command tenant(Section section, Tenant.Kind kind, Optional<PlanName> plan) {
        Edition edition = section.constant("edition", Edition.class, Edition.FREE);
        return new ConfigureTenant.Command(
                kind,
                section.text("organisation"),
                section.parsed("app_id", AppId::new),
                section.constant("brand", Brand.class, Brand.LARK),
                secret(section),
                edition,
                section.parsed("allowance", calls -> new Allowance(Integer.parseInt(calls)), Allowance.of(edition)),
                plan,
                section.flag("join_at_sign_in", true));
    }

    private AppSecret secret(Section section) {
        Optional<String> inFile = section.findText("app_secret");
        Optional<String> variable = section.findText("app_secret_env");
        if (inFile.isPresent() == variable.isPresent()) {
            throw section.problem(
                    "app_secret", "or app_secret_env, the name of an environment variable: give one of them");
        }
        return inFile.or(() -> variable.map(environment))
                .filter(secret -> !secret.isBlank())
                .map(AppSecret::of)
                .orElseThrow(() -> section.problem("app_secret_env", "names a variable that is not set"));
    }

    private static Set<String> with(Set<String> keys, String... more) {
        Set<String> all = new HashSet<>(keys);
        all.addAll(List.of(more));
        return all;
    }
}
