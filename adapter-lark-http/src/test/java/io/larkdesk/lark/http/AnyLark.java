package io.larkdesk.lark.http;

import io.larkdesk.lark.http.HttpLark.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * Answers every call with the same bytes, written as HTTP/1.1 writes an answer: a line with the status, headers, an empty line, a body. Who
 * asks for a token gets a good one, so that what comes after it is tried, too, unless the token is what is tried.
 */
final class AnyLark implements Interceptor {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final byte[] GOOD = ("{\"code\":0,\"tenant_access_token\":\"" + FakeLark.TOKEN
                    + "\",\"expire\":7200}")
            .getBytes(StandardCharsets.UTF_8);

    private int status;
    private Headers headers = new Headers.Builder().build();
    private byte[] body = {};
    private boolean first;
    private String sent = "";

    /** The body of the last message that was sent. */
    String sent() {
        return sent;
    }

    /** What the next calls are answered; the first of them even if it asks for a token. */
    void saysAlsoOfTokens(byte[] answer) {
        says(answer);
        first = true;
    }

    /** What the next calls are answered. */
    void says(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        List<String> lines = text.substring(0, Math.max(end, 0)).lines().toList();
        status = lines.isEmpty() ? 200 : status(lines.get(0));
        headers = headers(lines);
        body = end < 0 ? answer : Arrays.copyOfRange(answer, end + 2, answer.length);
        first = false;
    }

    private static int status(String line) {
        String digits = line.replaceAll("[^0-9]", "");
        int status = digits.isEmpty() ? 200 : Integer.parseInt(digits.substring(0, Math.min(3, digits.length())));
        return Math.max(200, status);
    }

    private static Headers headers(List<String> lines) {
        Headers.Builder headers = new Headers.Builder();
        lines.stream().skip(1).filter(line -> line.matches("[!-9;-~]+:.*")).forEach(line -> {
            int colon = line.indexOf(':');
            headers.addUnsafeNonAscii(
                    line.substring(0, colon), line.substring(colon + 1).strip());
        });
        return headers.build();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (chain.request().url().encodedPath().equals(Api.CARD_SEND.path())) {
            Buffer buffer = new Buffer();
            Objects.requireNonNull(chain.request().body()).writeTo(buffer);
            sent = buffer.readUtf8();
        }
        boolean good = !first && chain.request().url().encodedPath().equals(Api.APP_TOKEN.path());
        first = false;
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(good ? 200 : status)
                .message("")
                .headers(good ? new Headers.Builder().build() : headers)
                .body(ResponseBody.create(good ? GOOD : body, JSON))
                .build();
    }

    /** Does each call on the thread that makes it, so that an input does the same each time. */
    static Dispatcher inTurn() {
        return new Dispatcher(new AbstractExecutorService() {
            @Override
            public void execute(Runnable task) {
                task.run();
            }

            @Override
            public void shutdown() {}

            @Override
            public List<Runnable> shutdownNow() {
                return List.of();
            }

            @Override
            public boolean isShutdown() {
                return false;
            }

            @Override
            public boolean isTerminated() {
                return false;
            }

            @Override
            public boolean awaitTermination(long time, TimeUnit unit) {
                return true;
            }
        });
    }
}
