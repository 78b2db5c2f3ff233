package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.lark.http.HttpLark.Api;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class HttpLarkTest {

    @Test
    void anAddressThatIsNoneIsFoundWhenItIsBuilt() {
        HttpLark.Builder builder =
                HttpLark.builder(new RecordingMeter()).hosts(brand -> Samples.hosts("http://desk.example.com:99999"));

        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void larksOwnAddressesAreTheDefault() {
        HttpLark lark = HttpLark.builder(new RecordingMeter()).build();

        assertThat(lark).isNotNull();
        lark.close();
    }

    @Test
    void pathsAreLarks() {
        assertThat(Api.values()).allSatisfy(api -> assertThat(api.path()).startsWith("/open-apis/"));
    }

    @Test
    void aListenerThatFailsChangesNoResult() {
        try (FakeLark fake = new FakeLark();
                HttpLark lark = HttpLark.builder(new RecordingMeter())
                        .hosts(brand -> Samples.hosts(fake.address()))
                        .listener((api, outcome, took) -> {
                            throw new IllegalStateException("no metrics today");
                        })
                        .build()) {
            Results.value(lark.sendCard(Samples.APP, Samples.toAnn(), CallPurpose.REMINDER, Duration.ofSeconds(20)));
        }
    }

    @Test
    void aClientThatWasGivenStaysOpen() {
        OkHttpClient client = new OkHttpClient();

        HttpLark.builder(new RecordingMeter()).client(client).build().close();

        assertThat(client.dispatcher().executorService().isShutdown()).isFalse();
        client.dispatcher().executorService().shutdown();
    }
}
