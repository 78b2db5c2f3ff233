package io.larkdesk.lark;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.onboarding.AppAnswer;
import io.larkdesk.core.onboarding.AppAnswer.Refusal;
import io.larkdesk.core.onboarding.AppAnswer.Refused;
import io.larkdesk.core.onboarding.AppInspector;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.LarkApp;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * Inspects apps by asking Lark: first, and free, whether it takes the credentials; then for what the app may read of itself, with five counted
 * calls, or six if a connection was lost.
 */
public final class LarkAppInspector implements AppInspector {

    private static final int WRONG_SECRET = 10015;
    private static final int NO_APP_ID = 10003;
    private static final int ADDRESS_NOT_ALLOWED = 99991401;

    private final LarkPlatform lark;
    private final Duration within;

    /**
     * Takes what it asks.
     *
     * @param lark the platform
     * @param within how long Lark may take for each answer
     */
    public LarkAppInspector(LarkPlatform lark, Duration within) {
        this.lark = Objects.requireNonNull(lark, "lark");
        this.within = Objects.requireNonNull(within, "within");
    }

    @Override
    public AppAnswer inspect(LarkApp app, CallPurpose purpose) {
        return lark.checkCredentials(app, within)
                .fold(
                        taken -> new Inspection(lark, app, purpose, within).carryOut(),
                        error -> new Refused(refusal(app, error), 0),
                        detail -> new Refused(Refusal.UNREACHABLE, 0));
    }

    private Refusal refusal(LarkApp app, LarkError error) {
        return switch (error.kind()) {
            case CREDENTIALS_INVALID -> refusedCredentials(app, error);
            case APP_DISABLED -> ofDisabled(error);
            case SCOPE_MISSING,
                    BOT_OFF,
                    RATE_LIMITED,
                    QUOTA_USED_UP,
                    METER_REFUSED,
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
                    UNRECOGNISED -> Refusal.UNREACHABLE;
        };
    }

    /** What kept the desk out, of a failure that is {@link LarkError.Kind#APP_DISABLED}. */
    static Refusal ofDisabled(LarkError error) {
        return error.code() == ADDRESS_NOT_ALLOWED ? Refusal.ADDRESS_REFUSED : Refusal.DISABLED;
    }

    /** Lark has one code for an unknown app and a wrong secret; only its words tell them apart, and they may change any day. */
    private Refusal refusedCredentials(LarkApp app, LarkError error) {
        String words = error.message().toLowerCase(Locale.ROOT);
        if (error.code() == WRONG_SECRET || words.contains("secret")) {
            return Refusal.SECRET_REFUSED;
        }
        if (words.contains("disabled")) {
            return Refusal.DISABLED;
        }
        if (isOfOtherBrand(app)) {
            return Refusal.OTHER_BRAND;
        }
        return error.code() == NO_APP_ID || words.contains("not exist")
                ? Refusal.UNKNOWN_APP
                : Refusal.CREDENTIALS_REFUSED;
    }

    private boolean isOfOtherBrand(LarkApp app) {
        Brand other =
                switch (app.brand()) {
                    case LARK -> Brand.FEISHU;
                    case FEISHU -> Brand.LARK;
                };
        return lark.checkCredentials(new LarkApp(app.tenant(), other, app.id(), app.secret()), within)
                .<Boolean>fold(taken -> true, error -> false, detail -> false);
    }
}
