package io.larkdesk.app.command;

import io.larkdesk.core.auditing.VerifyTimelines;
import io.larkdesk.core.auditing.VerifyTimelines.Verified;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks Timelines. */
@Singleton
final class TimelineCommand {

    private static final Logger LOG = LoggerFactory.getLogger(TimelineCommand.class);

    private final VerifyTimelines verifyTimelines;
    private final Tenants tenants;
    private final Customers customers;

    TimelineCommand(VerifyTimelines verifyTimelines, Tenants tenants, Customers customers) {
        this.verifyTimelines = verifyTimelines;
        this.tenants = tenants;
        this.customers = customers;
    }

    /**
     * Checks them.
     *
     * @param apps of one customer, perhaps
     */
    boolean execute(List<String> apps) {
        List<Tenant> all = apps.isEmpty()
                ? tenants.list()
                : apps.stream().map(customers::get).toList();
        int timelines = 0;
        long entries = 0;
        boolean isWhole = true;
        for (Tenant tenant : all) {
            Verified found = verifyTimelines.execute(tenant.id());
            found.broken()
                    .forEach(broken -> LOG.error(
                            "The Timeline of ticket {} of {} is not as it was written from entry {} on",
                            broken.ticket().value(),
                            tenant.appId(),
                            broken.place()));
            timelines += found.timelines();
            entries += found.entries();
            isWhole &= found.broken().isEmpty();
        }
        if (isWhole) {
            LOG.info("All Timelines are as they were written: {} with {} entries", timelines, entries);
        }
        return isWhole;
    }
}
