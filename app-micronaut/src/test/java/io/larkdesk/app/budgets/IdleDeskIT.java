package io.larkdesk.app.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Roster;
import io.larkdesk.core.roster.Shift;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.scheduling.annotation.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Law 3: nothing that the service does by itself asks Lark anything, while nobody does anything; so an idle tenant costs no call. */
class IdleDeskIT {

    private static final Pattern COUNTED = Pattern.compile("\"counted\" ?: ?(\\d+)");

    /** As many times as the rarest of them comes up in a day. */
    private static final int TIMES = 24;

    /** Work that comes up now and then, whatever it is. */
    private record Chore(Object bean, ExecutableMethod<Object, ?> method) {

        void run() {
            method.invoke(bean);
        }
    }

    @Test
    void workThatComesUpByItselfCostsNoCall() {
        try (RunningDesk desk = RunningDesk.start(Map.of())) {
            planDuties(desk.node());
            List<Chore> chores = chores(desk.node().service().context());
            assertThat(chores).hasSizeGreaterThanOrEqualTo(8);
            for (int time = 0; time < TIMES; time++) {
                chores.forEach(Chore::run);
            }
            for (String app : List.of("cli_alder", "cli_harbour", "cli_meridian")) {
                assertThat(counted(desk, app)).as(app).isZero();
            }
        }
    }

    /** Without a gap there is nothing to tell the duty manager. */
    private static void planDuties(RunningDesk.Node node) {
        Instant from = Instant.now().minusSeconds(60);
        Person anybody = node.bean(People.class).listStaff().get(0);
        for (StaffRole role : List.of(StaffRole.ENGINEER, StaffRole.DUTY_MANAGER)) {
            node.bean(Roster.class).save(new Shift(anybody.id(), role, from, from.plus(Duration.ofDays(30))));
        }
    }

    private static List<Chore> chores(ApplicationContext context) {
        List<Chore> chores = new ArrayList<>();
        for (BeanDefinition<Object> definition : context.getBeanDefinitions(Object.class)) {
            for (ExecutableMethod<Object, ?> method : definition.getExecutableMethods()) {
                if (method.hasAnnotation(Scheduled.class)
                        && method.getDeclaringType().getName().startsWith("io.larkdesk.")) {
                    chores.add(new Chore(context.getBean(definition), method));
                }
            }
        }
        return chores;
    }

    private static int counted(RunningDesk desk, String app) {
        Matcher matcher = COUNTED.matcher(desk.ask("/sandbox/calls?app_id=" + app));
        assertThat(matcher.find()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
