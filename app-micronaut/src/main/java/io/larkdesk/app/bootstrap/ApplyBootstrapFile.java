package io.larkdesk.app.bootstrap;

import io.larkdesk.app.config.SettingException;
import io.larkdesk.app.config.Settings;
import io.larkdesk.core.clock.OfferCalendars;
import io.larkdesk.core.escalation.OfferPlans;
import io.larkdesk.core.group.BindServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.RegisterStaff;
import io.larkdesk.core.roster.PlanShift;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.tenant.ConfigureTenant;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.OfferProducts;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies the operator's file; what is so already stays untouched, and what the file does not mention, too. */
@Singleton
public final class ApplyBootstrapFile {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyBootstrapFile.class);

    private final Settings settings;
    private final ConfigureTenant configureTenant;
    private final RegisterStaff registerStaff;
    private final BindServiceGroup bindServiceGroup;
    private final OfferProducts offerProducts;
    private final OfferCalendars offerCalendars;
    private final OfferPlans offerPlans;
    private final PlanShift planShift;

    ApplyBootstrapFile(
            Settings settings,
            ConfigureTenant configureTenant,
            RegisterStaff registerStaff,
            BindServiceGroup bindServiceGroup,
            OfferProducts offerProducts,
            OfferCalendars offerCalendars,
            OfferPlans offerPlans,
            PlanShift planShift) {
        this.settings = settings;
        this.configureTenant = configureTenant;
        this.registerStaff = registerStaff;
        this.bindServiceGroup = bindServiceGroup;
        this.offerProducts = offerProducts;
        this.offerCalendars = offerCalendars;
        this.offerPlans = offerPlans;
        this.planShift = planShift;
    }

    /**
     * Applies the file that the settings name; does nothing if they name none.
     *
     * @throws SettingException if the file cannot be read, or makes no sense
     */
    public void execute() {
        settings.bootstrapFile().ifPresent(path -> {
            BootstrapFile file = read(path, settings);
            try {
                apply(file);
            } catch (BootstrapException | IllegalStateException e) {
                throw unusable(path, String.valueOf(e.getMessage()), e);
            }
        });
    }

    /**
     * Reads the file that {@code settings} name, if they name one, and applies nothing.
     *
     * @throws SettingException if the file cannot be read, or makes no sense
     */
    public static void check(Settings settings) {
        settings.bootstrapFile().ifPresent(path -> read(path, settings));
    }

    private static BootstrapFile read(Path path, Settings settings) {
        try {
            return new BootstrapReader(System::getenv, settings.escalations().plan()).read(Files.readString(path));
        } catch (IOException e) {
            throw unusable(path, "cannot be read: " + e.getMessage(), e);
        } catch (BootstrapException | IllegalStateException e) {
            throw unusable(path, String.valueOf(e.getMessage()), e);
        }
    }

    private static SettingException unusable(Path path, String problem, Exception cause) {
        return new SettingException(Settings.BOOTSTRAP_FILE, path + ": " + problem, cause);
    }

    private void apply(BootstrapFile file) {
        configureTenant.execute(file.provider());
        file.products().ifPresent(offerProducts::execute);
        offerCalendars.execute(file.calendars());
        offerPlans.execute(file.plans());
        Map<String, PersonId> staff = new HashMap<>();
        for (RegisterStaff.Command command : file.staff()) {
            Person person = registerStaff.execute(command);
            staff.put(person.openId().value(), person.id());
        }
        for (BootstrapFile.Duty duty : file.roster()) {
            PersonId person = Objects.requireNonNull(staff.get(duty.openId()));
            planShift.execute(
                    new PlanShift.Command(Optional.empty(), new Shift(person, duty.role(), duty.from(), duty.until())));
        }
        for (BootstrapFile.Customer customer : file.customers()) {
            Tenant tenant = configureTenant.execute(customer.tenant());
            if (tenant.isInService()) {
                bindServiceGroup.execute(
                        tenant.id(),
                        customer.serviceTeam().stream().map(staff::get).toList());
            }
        }
        LOG.info(
                "Applied the bootstrap file: {} staff, {} tenants",
                file.staff().size(),
                file.customers().size());
    }
}
