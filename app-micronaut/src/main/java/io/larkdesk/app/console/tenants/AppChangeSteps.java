package io.larkdesk.app.console.tenants;

import io.larkdesk.app.console.AppForm;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.onboarding.BeginAppChange;
import io.larkdesk.core.onboarding.CheckNewApp;
import io.larkdesk.core.onboarding.GiveUpAppChange;
import io.larkdesk.core.onboarding.SwitchApp;
import io.larkdesk.core.tenant.TenantId;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps by which a customer changes to another Lark app. */
@Singleton
final class AppChangeSteps {

    private static final Logger LOG = LoggerFactory.getLogger(AppChangeSteps.class);

    private final BeginAppChange beginAppChange;
    private final CheckNewApp checkNewApp;
    private final SwitchApp switchApp;
    private final GiveUpAppChange giveUpAppChange;

    AppChangeSteps(
            BeginAppChange beginAppChange,
            CheckNewApp checkNewApp,
            SwitchApp switchApp,
            GiveUpAppChange giveUpAppChange) {
        this.beginAppChange = beginAppChange;
        this.checkNewApp = checkNewApp;
        this.switchApp = switchApp;
        this.giveUpAppChange = giveUpAppChange;
    }

    /**
     * Why a step could not be done.
     *
     * @param status for the browser
     * @param problem the end of the key of what is said
     */
    record Refused(HttpStatus status, String problem) {

        static Refused of(String problem) {
            return new Refused(HttpStatus.UNPROCESSABLE_ENTITY, problem);
        }

        /** The page that is drawn is then that of nothing there. */
        static final Refused NOTHING_THERE = new Refused(HttpStatus.NOT_FOUND, "gone");
    }

    /** Begins, and has the new app checked; empty if it has begun. */
    Optional<Refused> begin(Staff staff, TenantId tenant, AppForm form) {
        if (form.appId().isEmpty()) {
            return Optional.of(Refused.of("app_id"));
        }
        if (form.secret().isEmpty()) {
            return Optional.of(Refused.of("app_secret"));
        }
        BeginAppChange.Result result = beginAppChange.execute(new BeginAppChange.Command(
                staff.id(), tenant, form.appId().get(), form.secret().get()));
        if (result instanceof BeginAppChange.Refused refused) {
            LOG.warn("tenant={} Lark does not accept the new app: {}", tenant, refused.reason());
            return Optional.of(Refused.of("refused"));
        }
        if (result instanceof BeginAppChange.OtherOrganisation) {
            return Optional.of(Refused.of("otherOrganisation"));
        }
        if (result instanceof BeginAppChange.AppTaken) {
            return Optional.of(new Refused(HttpStatus.CONFLICT, "taken"));
        }
        if (result instanceof BeginAppChange.NothingThere) {
            return Optional.of(Refused.NOTHING_THERE);
        }
        LOG.info("tenant={} a change to another app has begun by person={}", tenant, staff.id());
        checkNewApp.execute(tenant, staff.id());
        return Optional.empty();
    }

    /** Has the new app checked; false if there is none. */
    boolean check(Staff staff, TenantId tenant) {
        return checkNewApp.execute(tenant, staff.id()).isPresent();
    }

    /** Changes to the new app; empty if it is the customer's now. */
    Optional<Refused> change(Staff staff, TenantId tenant) {
        return switch (switchApp.execute(tenant, staff.id())) {
            case SWITCHED -> {
                LOG.info("tenant={} changed to another app by person={}", tenant, staff.id());
                yield Optional.empty();
            }
            case NOT_READY -> Optional.of(new Refused(HttpStatus.CONFLICT, "notReady"));
            case APP_TAKEN -> Optional.of(new Refused(HttpStatus.CONFLICT, "taken"));
            case NOTHING_THERE -> Optional.of(Refused.NOTHING_THERE);
        };
    }

    /** Stays with the app that the customer has; false if no change had begun. */
    boolean giveUp(Staff staff, TenantId tenant) {
        return giveUpAppChange.execute(tenant, staff.id());
    }
}
