package io.larkdesk.testkit.law;

import io.larkdesk.core.budget.CallPurpose;

/** What befalls a tenant. */
final class TenantSteps {

    private TenantSteps() {}

    record Suspend(Company company) implements Step {

        @Override
        public void take(World world) {
            world.people().suspend(company);
        }

        @Override
        public String toString() {
            return "The provider suspends " + company;
        }
    }

    record Resume(Company company) implements Step {

        @Override
        public void take(World world) {
            world.people().resume(company);
        }

        @Override
        public String toString() {
            return "The provider takes " + company + " back into service";
        }
    }

    record Urgent(Company company, int calls) implements Step {

        @Override
        public void take(World world) {
            for (int call = 0; call < calls; call++) {
                world.people().charge(world.desk(), company, CallPurpose.EMERGENCY);
            }
        }

        @Override
        public String toString() {
            return calls + " calls are made for an Emergency of " + company;
        }
    }
}
