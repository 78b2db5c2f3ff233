package io.larkdesk.lark;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.onboarding.AppAnswer;
import io.larkdesk.core.onboarding.AppFacts;
import io.larkdesk.core.onboarding.AppFacts.Range;
import io.larkdesk.core.onboarding.AppFacts.Release;
import io.larkdesk.core.onboarding.AppFacts.Scopes;
import io.larkdesk.core.onboarding.AppFacts.Settings;
import io.larkdesk.core.onboarding.AppFacts.Status;
import io.larkdesk.core.onboarding.AppFacts.WebApp;
import io.larkdesk.core.onboarding.Reading;
import io.larkdesk.core.onboarding.Reading.Read;
import io.larkdesk.core.onboarding.Reading.Unread;
import io.larkdesk.core.onboarding.Reading.Why;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.AppVersionInfo.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One look at an app whose credentials Lark takes, call by call. */
final class Inspection {

    private static final int NOT_INSTALLED = 212100;

    private final LarkPlatform lark;
    private final LarkApp app;
    private final CallPurpose purpose;
    private final Duration within;
    private int calls;
    private boolean notReleased;
    private Optional<AppAnswer.Refusal> refusal = Optional.empty();

    Inspection(LarkPlatform lark, LarkApp app, CallPurpose purpose, Duration within) {
        this.lark = lark;
        this.app = app;
        this.purpose = purpose;
        this.within = within;
    }

    AppAnswer carryOut() {
        Reading<List<ScopeGrant>> scopes = ask(() -> lark.queryScopes(app, purpose, within));
        Reading<TenantInfo> organisation = ask(() -> lark.queryTenant(app, purpose, within));
        Reading<ApplicationInfo> application = ask(() -> lark.queryApplication(app, purpose, within));
        Reading<Settings> settings = application.fold(info -> new Read<>(settings(info)), this::unread);
        Reading<Optional<Release>> released =
                application.fold(this::release, why -> notReleased ? new Read<>(Optional.empty()) : unread(why));
        AppFacts facts = new AppFacts(
                organisation.fold(info -> new Read<>(info.name()), this::unread),
                settings,
                released,
                scopes.fold(grants -> new Read<>(scopes(grants)), this::unread));
        return refusal.<AppAnswer>map(why -> new AppAnswer.Refused(why, calls))
                .orElseGet(() -> new AppAnswer.Inspected(facts, calls));
    }

    private <T> Reading<T> unread(Why why) {
        return new Unread<>(notReleased && why == Why.SCOPE_MISSING ? Why.NOT_RELEASED : why);
    }

    /** What is refused for good, or would be refused, is not asked again. */
    private <T> Reading<T> ask(Supplier<LarkResult<T>> call) {
        if (refusal.isPresent()) {
            return new Unread<>(Why.UNREACHABLE);
        }
        return call.get().<Reading<T>>fold(this::read, error -> new Unread<>(why(error)), this::lost);
    }

    private <T> Reading<T> read(T value) {
        calls++;
        return new Read<>(value);
    }

    private <T> Reading<T> lost(String detail) {
        calls++;
        return new Unread<>(Why.UNREACHABLE);
    }

    private Why why(LarkError error) {
        return switch (error.kind()) {
            case SCOPE_MISSING -> Why.SCOPE_MISSING;
            case QUOTA_USED_UP, METER_REFUSED -> Why.OUT_OF_BUDGET;
            case APP_DISABLED -> disabled(error);
            case CREDENTIALS_INVALID,
                    BOT_OFF,
                    RATE_LIMITED,
                    RECIPIENT_UNREACHABLE,
                    RECIPIENT_OPTED_OUT,
                    CONTENT_REFUSED,
                    BEING_SENT,
                    CODE_STALE,
                    PERSON_NOT_AVAILABLE,
                    PERSON_INACTIVE,
                    INVALID_REQUEST,
                    SERVER_ERROR,
                    NOT_SENT,
                    UNRECOGNISED -> Why.UNREACHABLE;
        };
    }

    /** An app of which no version was released counts as one that is not installed. */
    private Why disabled(LarkError error) {
        if (error.code() == NOT_INSTALLED) {
            notReleased = true;
            return Why.NOT_RELEASED;
        }
        refusal = Optional.of(LarkAppInspector.ofDisabled(error));
        return Why.UNREACHABLE;
    }

    private Settings settings(ApplicationInfo info) {
        return new Settings(
                info.name(),
                switch (info.status()) {
                    case 0 -> Status.DISABLED;
                    case 1 -> Status.ENABLED;
                    case 2 -> Status.NOT_ENABLED;
                    default -> Status.UNKNOWN;
                },
                info.redirectUrls(),
                waiting(info.unauditVersionId()));
    }

    private Optional<String> waiting(String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Reading<AppVersionInfo> version = version(id);
        return Optional.of(version.<String>fold(AppVersionInfo::version, why -> id))
                .map(number -> number.isEmpty() ? id : number);
    }

    private Reading<Optional<Release>> release(ApplicationInfo info) {
        return info.onlineVersionId().isEmpty()
                ? new Read<>(Optional.empty())
                : version(info.onlineVersionId())
                        .fold(version -> new Read<>(Optional.of(release(version))), this::unread);
    }

    private Reading<AppVersionInfo> version(String id) {
        return ask(() -> lark.queryAppVersion(app, id, purpose, within));
    }

    private static Release release(AppVersionInfo version) {
        Visibility visibility = version.visibility();
        return new Release(
                version.version(),
                version.publishedAt(),
                version.bot(),
                version.webApp().map(pages -> new WebApp(pages.pcUrl(), pages.mobileUrl())),
                visibility.all()
                        ? Range.EVERYBODY
                        : new Range(false, visibility.openIds(), visibility.departmentIds(), visibility.groupIds()));
    }

    private static Scopes scopes(List<ScopeGrant> grants) {
        return new Scopes(names(grants, ScopeGrant::granted), names(grants, grant -> !grant.granted()));
    }

    private static Set<String> names(List<ScopeGrant> grants, Function<ScopeGrant, Boolean> which) {
        return grants.stream().filter(which::apply).map(ScopeGrant::name).collect(Collectors.toUnmodifiableSet());
    }
}
