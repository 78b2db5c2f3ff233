package io.larkdesk.app.bootstrap;

import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.RegisterStaff;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.ConfigureTenant;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.Tenant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the file, in YAML, and refuses what it does not know, so that a slip of the pen is not passed over. */
final class BootstrapReader {

    private static final Set<String> TOP = Set.of("provider", "staff", "plans", "tenants");
    private static final Set<String> APP =
            Set.of("organisation", "app_id", "app_secret", "app_secret_env", "brand", "edition", "allowance");
    private static final Set<String> STAFF = Set.of("open_id", "name", "role");
    private static final Set<String> PLAN = Set.of("name");

    private final Function<String, @Nullable String> environment;

    /**
     * Takes the environment.
     *
     * @param environment the variable of that name, null if there is none
     */
    BootstrapReader(Function<String, @Nullable String> environment) {
        this.environment = environment;
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
        List<String> plans = top.sections("plans", PLAN).stream()
                .map(plan -> plan.text("name"))
                .toList();
        List<BootstrapFile.Customer> customers = new ArrayList<>();
        for (Section section : top.sections("tenants", with(APP, "plan", "service_team"))) {
            customers.add(customer(section, plans, openIds));
        }
        return new BootstrapFile(tenant(top.section("provider", APP), Tenant.Kind.PROVIDER, ""), staff, customers);
    }

    private static Object parse(String yaml) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Object top = new Yaml(new SafeConstructor(options)).load(yaml);
            return top == null ? "" : top;
        } catch (YAMLException e) {
            throw new BootstrapException(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }

    private static RegisterStaff.Command staff(Section section) {
        return new RegisterStaff.Command(
                section.parsed("open_id", OpenId::new),
                PersonName.of(section.text("name")),
                section.constant("role", StaffRole.class));
    }

    private BootstrapFile.Customer customer(Section section, List<String> plans, Set<String> staff) {
        String plan = section.text("plan");
        if (!plans.contains(plan)) {
            throw section.problem("plan", "'" + plan + "' is not among plans: " + plans);
        }
        List<String> team = section.texts("service_team");
        for (String openId : team) {
            if (!staff.contains(openId)) {
                throw section.problem("service_team", "names '" + openId + "', who is not among staff");
            }
        }
        return new BootstrapFile.Customer(tenant(section, Tenant.Kind.CUSTOMER, plan), team);
    }

    private ConfigureTenant.Command tenant(Section section, Tenant.Kind kind, String plan) {
        Edition edition = section.constant("edition", Edition.class, Edition.FREE);
        return new ConfigureTenant.Command(
                kind,
                section.text("organisation"),
                section.parsed("app_id", AppId::new),
                section.constant("brand", Brand.class, Brand.LARK),
                secret(section),
                edition,
                section.parsed("allowance", calls -> new Allowance(Integer.parseInt(calls)), Allowance.of(edition)),
                plan);
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
