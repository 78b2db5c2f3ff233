package io.larkdesk.app.wiring;

import io.larkdesk.app.config.Settings;
import io.larkdesk.app.health.LarkCalls;
import io.larkdesk.app.tracing.Spans;
import io.larkdesk.core.budget.MeterCalls;
import io.larkdesk.core.escalation.Pager;
import io.larkdesk.core.notice.NoticeChannel;
import io.larkdesk.core.onboarding.AppInspector;
import io.larkdesk.core.person.SignIn;
import io.larkdesk.core.reminder.ReminderChannel;
import io.larkdesk.core.tenant.Organisations;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.lark.BudgetMeter;
import io.larkdesk.lark.DeskLinks;
import io.larkdesk.lark.LarkAppInspector;
import io.larkdesk.lark.LarkConsole;
import io.larkdesk.lark.LarkNotices;
import io.larkdesk.lark.LarkOrganisations;
import io.larkdesk.lark.LarkPager;
import io.larkdesk.lark.LarkPlatform;
import io.larkdesk.lark.LarkReminders;
import io.larkdesk.lark.LarkSignIn;
import io.larkdesk.lark.http.HttpLark;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What the core needs of Lark, over HTTP. */
@Factory
final class LarkFactory {

    /** A person waits in front of the browser meanwhile. */
    private static final Duration SIGN_IN_WITHIN = Duration.ofSeconds(8);

    /** Each of at most seven calls, while somebody waits. */
    private static final Duration INSPECTION_WITHIN = Duration.ofSeconds(5);

    @Singleton
    @Bean(preDestroy = "close")
    HttpLark lark(Settings settings, MeterCalls meterCalls, LarkCalls calls, Spans spans) {
        return HttpLark.builder(new BudgetMeter(meterCalls))
                .hosts(settings.lark()::of)
                .listener((api, outcome, took) -> {
                    calls.ended(word(api.name()), word(outcome), took);
                    spans.ended(
                            "lark " + word(api.name()),
                            Map.of("lark.result", word(outcome)),
                            took,
                            outcome.equals(HttpLark.CallListener.SUCCESS));
                })
                .build();
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }

    @Singleton
    ReminderChannel reminderChannel(LarkPlatform lark, Secrets secrets, Settings settings) {
        return new LarkReminders(lark, secrets, links(settings));
    }

    @Singleton
    Pager pager(LarkPlatform lark, Secrets secrets, Settings settings) {
        return new LarkPager(lark, secrets, links(settings));
    }

    @Singleton
    NoticeChannel noticeChannel(LarkPlatform lark, Secrets secrets, Settings settings) {
        return new LarkNotices(lark, secrets, links(settings));
    }

    private static DeskLinks links(Settings settings) {
        return new DeskLinks(settings.publicUrl(), settings.lark().links(), settings.lark()::of);
    }

    @Singleton
    SignIn signIn(LarkPlatform lark, Settings settings) {
        return new LarkSignIn(lark, settings.lark()::of, SIGN_IN_WITHIN);
    }

    @Singleton
    AppInspector appInspector(LarkPlatform lark) {
        return new LarkAppInspector(lark, INSPECTION_WITHIN);
    }

    @Singleton
    LarkConsole larkConsole(Settings settings) {
        return new LarkConsole(settings.lark()::of);
    }

    @Singleton
    Organisations organisations(LarkPlatform lark) {
        return new LarkOrganisations(lark, SIGN_IN_WITHIN);
    }
}
