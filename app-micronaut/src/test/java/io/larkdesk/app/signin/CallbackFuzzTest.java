package io.larkdesk.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.crypto.tink.Aead;
import io.larkdesk.app.secrets.MasterKeys;
import io.larkdesk.app.web.LocalPath;
import io.larkdesk.app.web.TestCookies;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.SeededRandomness;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whatever state and cookie somebody comes back from Lark with, nothing is found but the attempt that began in this browser. An input has
 * an App ID, a state and a cookie, each in a line.
 */
class CallbackFuzzTest {

    /** What a cookie can hold at all. */
    private static final Pattern COOKIE = Pattern.compile("[!#-+--:<-\\[\\]-~]*");

    private static final AppId APP = new AppId("cli_harbour");
    private static final Attempts ATTEMPTS = new Attempts(
            TestCookies.at("https://desk.example"), aead(), new SeededRandomness(1), new ManualClock()::instant);
    private static final Attempt BEGUN = ATTEMPTS.begin(LocalPath.workbench(APP));
    private static final Cookie HELD = ATTEMPTS.hold(BEGUN);

    private static Aead aead() {
        try {
            Path file = Files.createTempDirectory("keys").resolve("keys");
            MasterKeys.create(file);
            return MasterKeys.read(file).aead();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FuzzTest
    void onlyWhatBeganHereIsEnded(FuzzedDataProvider data) {
        String[] lines = (data.consumeRemainingAsString() + "\n\n\n").split("\n", 4);
        Optional<AppId> app = AppId.parse(lines[0]);
        String state = lines[1].equals("BEGUN") ? BEGUN.state() : lines[1];
        String sealed = lines[2].replace("HELD", HELD.getValue());

        if (app.isPresent() && Attempt.isState(state) && COOKIE.matcher(sealed).matches()) {
            Cookie cookie = Cookie.of("__Host-sign-in-" + Attempt.name(state), sealed);
            HttpRequest<?> request = HttpRequest.GET("/").cookie(cookie);
            boolean own = app.get().equals(APP) && state.equals(BEGUN.state()) && sealed.equals(HELD.getValue());
            assertThat(ATTEMPTS.find(request, app.get(), state)).isEqualTo(own ? Optional.of(BEGUN) : Optional.empty());
            assertThat(ATTEMPTS.makeRoom(request)).isEmpty();
            assertThat(ATTEMPTS.drop(state).getName()).isEqualTo(cookie.getName());
        }
        Attempt.read(String.join("\n", lines))
                .ifPresent(read -> assertThat(Attempt.read(read.write())).hasValue(read));
    }
}
