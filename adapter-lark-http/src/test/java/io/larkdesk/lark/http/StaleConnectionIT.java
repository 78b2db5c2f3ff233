package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.UserInfo;
import io.larkdesk.lark.UserToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that the other side closes just when they are used again. */
class StaleConnectionIT {

    private static final String PERSON = "{\"code\":0,\"data\":{\"open_id\":\"ou_1\",\"tenant_key\":\"k\"}}";
    private static final String TOKEN = "{\"code\":0,\"access_token\":\"u-1\"}";

    private final ServerSocket socket = listen();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpLark lark = HttpLark.builder(new RecordingMeter())
            .hosts(brand -> Samples.hosts("http://127.0.0.1:" + socket.getLocalPort()))
            .build();

    @AfterEach
    void close() throws IOException {
        lark.close();
        socket.close();
        threads.shutdownNow();
    }

    @Test
    void aSendThatMeetsTheCloseIsUnknownAndNotRepeated() {
        serve(connection -> {
            answer(connection, TOKEN);
            read(connection);
        });

        Results.value(exchange());
        assertThat(Results.unknown(exchange())).startsWith("the connection was lost");

        assertThat(requests).hasValue(2);
    }

    @Test
    void aQuestionThatMeetsTheCloseIsAskedOnANewConnection() {
        serve(connection -> {
            answer(connection, PERSON);
            read(connection);
        });

        Results.value(userInfo());
        Results.value(userInfo());

        assertThat(requests).hasValue(3);
    }

    private LarkResult<UserToken> exchange() {
        return lark.exchangeCode(Samples.APP, Samples.exchange("c"), Samples.SOON);
    }

    private LarkResult<UserInfo> userInfo() {
        return lark.userInfo(Samples.APP, new UserToken("u-1"), Samples.SOON);
    }

    private interface Conversation {
        void with(Socket connection) throws IOException;
    }

    private void serve(Conversation conversation) {
        threads.execute(() -> {
            while (!socket.isClosed()) {
                try (Socket connection = socket.accept()) {
                    conversation.with(connection);
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void answer(Socket connection, String body) throws IOException {
        read(connection);
        OutputStream out = connection.getOutputStream();
        out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** One request, of which the next one has not come yet. */
    private void read(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        for (int i = 0; i < length; i++) {
            if (in.read() < 0) {
                throw new IOException("half a request");
            }
        }
        requests.incrementAndGet();
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
