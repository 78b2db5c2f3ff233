package io.larkdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LarkSandboxTest {

    @Test
    void sandboxesLiveSideBySideAndKnowNothingOfEachOther() throws IOException {
        try (LarkSandbox one = LarkSandbox.start(0);
                LarkSandbox two = LarkSandbox.start(0)) {
            assertThat(one.baseUrl())
                    .isEqualTo("http://127.0.0.1:" + one.port())
                    .isNotEqualTo(two.baseUrl());
            assertThat(one.feishuBaseUrl()).isEqualTo(one.baseUrl() + "/feishu");
        }
    }

    @Test
    void portThatIsTakenIsRefusedAndClosingFreesIt() throws IOException {
        int port;
        try (LarkSandbox sandbox = LarkSandbox.start(0)) {
            port = sandbox.port();
            assertThatThrownBy(() -> LarkSandbox.start(port)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void usualPortIs8081AndTheEnvironmentSaysAnother() {
        assertThat(Main.port(Map.of(), quiet())).isEqualTo(8081);
        assertThat(Main.port(Map.of("LARK_SANDBOX_PORT", ""), quiet())).isEqualTo(8081);
        assertThat(Main.port(Map.of("LARK_SANDBOX_PORT", "0"), quiet())).isZero();
        assertThat(Main.port(Map.of("LARK_SANDBOX_PORT", "65535"), quiet())).isEqualTo(65535);
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "http", "999999999999"})
    void wrongPortStopsTheStartWithOneLineThatNamesIt(String wrong) {
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int port = Main.port(
                Map.of("LARK_SANDBOX_PORT", wrong), new PrintStream(complaints, true, StandardCharsets.UTF_8));
        assertThat(port).isNegative();
        assertThat(complaints.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("LARK_SANDBOX_PORT: ")
                .endsWith(wrong);
    }

    private static PrintStream quiet() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}
