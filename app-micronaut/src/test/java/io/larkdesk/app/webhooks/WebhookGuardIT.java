package io.larkdesk.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** As it is set up by itself, the service asks nothing within the operator's network, by whichever name. */
class WebhookGuardIT {

    private static final String WEBHOOKS = "/console/webhooks";

    @Test
    void anEndpointWithinTheNetworkIsNotEvenConnectedTo() throws IOException {
        try (RunningDesk desk = RunningDesk.start(Map.of());
                ServerSocket inside = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            SignedIn ines = SignedIn.toConsole(desk.node(), "ou_ines");
            for (String host : List.of("127.0.0.1", "localhost")) {
                String url = "https://" + host + ":" + inside.getLocalPort() + "/hooks";
                assertThat(ines.submit(WEBHOOKS, Map.of("url", url, "type", "ticket.created"))
                                .status())
                        .isEqualTo(201);
            }

            SignedIn.to(desk.node(), "cli_harbour", "ou_daniel").openTicket("Nothing works");

            await().untilAsserted(
                            () -> assertThat(ines.browser().get(WEBHOOKS).body().split("not a public address", -1))
                                    .hasSizeGreaterThan(2));
            inside.setSoTimeout(1);
            assertThatThrownBy(inside::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
