package io.larkdesk.core.onboarding;

import java.util.Objects;

/** What came of asking Lark about an app. */
public sealed interface AppAnswer {

    /** How many counted calls it took. */
    int calls();

    /**
     * Lark takes App ID and App Secret.
     *
     * @param facts what it tells of the app
     * @param calls how many counted calls it took
     */
    record Inspected(AppFacts facts, int calls) implements AppAnswer {

        /** Refuses null. */
        public Inspected {
            Objects.requireNonNull(facts, "facts");
        }
    }

    /**
     * Lark tells nothing of the app.
     *
     * @param refusal why
     * @param calls how many counted calls it took
     */
    record Refused(Refusal refusal, int calls) implements AppAnswer {

        /** Refuses null. */
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /** Why Lark tells nothing of an app. */
    enum Refusal {
        /** The App Secret is not that of the app. */
        SECRET_REFUSED,
        /** Neither of the platforms has such an app. */
        UNKNOWN_APP,
        /** App ID or App Secret is wrong; Lark does not say which. */
        CREDENTIALS_REFUSED,
        /** App ID and App Secret are right, on the other platform. */
        OTHER_BRAND,
        /** The app is switched off, or not installed. */
        DISABLED,
        /** The app lets no calls from our address in. */
        ADDRESS_REFUSED,
        /** Lark did not answer. */
        UNREACHABLE
    }
}
