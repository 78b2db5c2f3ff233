package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.person.SignIn;
import io.larkdesk.core.tenant.Organisations;
import io.larkdesk.lark.LarkError;
import io.larkdesk.lark.LarkOrganisations;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.LarkSignIn;
import io.larkdesk.lark.SentMessage;
import io.larkdesk.lark.UserToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;

/** Whatever comes back, from Lark or from somebody on the way, each call ends in one of its results, and what is told of it is one line. */
class AnswerFuzzTest {

    private static final AnyLark ANY = new AnyLark();
    private static final HttpLark LARK = HttpLark.builder(new RecordingMeter())
            .client(new OkHttpClient.Builder()
                    .dispatcher(AnyLark.inTurn())
                    .addInterceptor(ANY)
                    .build())
            .build();

    @FuzzTest
    void everyAnswerEndsInAResult(byte[] input) {
        ANY.saysAlsoOfTokens(input);

        for (LarkResult<?> result : List.of(
                LARK.checkCredentials(Samples.APP, Samples.SOON),
                LARK.queryApplication(Samples.APP, CallPurpose.SETUP, Samples.SOON),
                LARK.queryAppVersion(Samples.APP, "oav_1", CallPurpose.SETUP, Samples.SOON),
                LARK.queryScopes(Samples.APP, CallPurpose.SETUP, Samples.SOON),
                LARK.queryTenant(Samples.APP, CallPurpose.SETUP, Samples.SOON),
                LARK.sendCard(Samples.APP, Samples.toAnn(), CallPurpose.REMINDER, Samples.SOON),
                LARK.updateCard(Samples.APP, new SentMessage("om_1"), Samples.CARD, CallPurpose.REMINDER, Samples.SOON),
                LARK.exchangeCode(Samples.APP, Samples.exchange("s3cr3t-canary-code"), Samples.SOON),
                LARK.userInfo(Samples.APP, new UserToken("u-s3cr3t-canary-user"), Samples.SOON))) {
            String told = result.<String>fold(value -> "", AnswerFuzzTest::told, detail -> detail);
            assertThat(told).hasSizeLessThan(2_000).doesNotContainPattern("\\p{Cntrl}");
            isText(told);
        }
        organisation(new LarkOrganisations(LARK, Samples.SOON).lookUp(Samples.APP));
        person(new LarkSignIn(LARK, brand -> Samples.hosts("https://lark.test"), Samples.SOON)
                .identify(Samples.APP, Samples.CALLBACK, "s3cr3t-canary-code", Samples.VERIFIER));
    }

    private static String told(LarkError error) {
        assertThat(error.pause()).isBetween(Duration.ZERO, Duration.ofDays(1));
        return error.message() + error.detail();
    }

    private static void organisation(Organisations.Answer answer) {
        if (answer instanceof Organisations.Known known) {
            isText(known.name());
            isText(known.tenantKey());
        }
    }

    private static void person(SignIn.Answer answer) {
        if (answer instanceof SignIn.Identified identified) {
            isText(identified.profile().name().value());
            isText(identified.profile().tenantKey());
        }
    }

    /** As a store takes it. */
    private static void isText(String text) {
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(text).doesNotContain("\u0000");
    }
}
