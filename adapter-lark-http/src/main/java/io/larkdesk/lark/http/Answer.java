package io.larkdesk.lark.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Function;
import okhttp3.Response;
import okio.BufferedSource;

/** An answer with its body, whoever on the way gave it. Has no text form, since the body may hold a token. */
final class Answer implements Reply {

    /** The largest body that is read. Lark's own answers are far smaller. */
    static final int LARGEST_BODY = 1024 * 1024;

    private static final int LONGEST_REQUEST_ID = 128;

    private final int status;
    private final JsonNode body;
    private final String requestId;
    private final Duration pause;

    private Answer(int status, JsonNode body, String requestId, Duration pause) {
        this.status = status;
        this.body = body;
        this.requestId = requestId;
        this.pause = pause;
    }

    /** Reads all of the response; what is no JSON has no fields. */
    static Reply read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(LARGEST_BODY + 1L)) {
            return NoAnswer.unknown("HTTP " + response.code() + " with an endless answer");
        }
        byte[] bytes = source.getBuffer().readByteArray();
        return new Answer(response.code(), json(bytes), requestId(response), Pause.askedBy(response));
    }

    int status() {
        return status;
    }

    JsonNode body() {
        return body;
    }

    /** Lark's code. One of Lark's pages has it as a text. */
    OptionalInt code() {
        JsonNode code = body.path("code");
        if (code.canConvertToInt() && code.isIntegralNumber()) {
            return OptionalInt.of(code.intValue());
        }
        return code.isTextual() && code.textValue().matches("[0-9]{1,9}")
                ? OptionalInt.of(Integer.parseInt(code.textValue()))
                : OptionalInt.empty();
    }

    boolean has(int code) {
        return code().orElse(0) == code;
    }

    /** Lark's words, or OAuth's; empty if there are none. */
    String words() {
        JsonNode words = body.has("msg") ? body.path("msg") : body.path("error_description");
        return words.isTextual() ? words.textValue() : "";
    }

    String requestId() {
        return requestId;
    }

    Duration pause() {
        return pause;
    }

    /** Status and request id, for the operator's log. */
    String detail() {
        return "HTTP " + status + (requestId.isEmpty() ? "" : ", request " + requestId);
    }

    @Override
    public <R> R fold(Function<Answer, R> answer, Function<NoAnswer, R> none) {
        return answer.apply(this);
    }

    private static JsonNode json(byte[] bytes) throws IOException {
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            return Json.MAPPER.missingNode();
        }
    }

    private static String requestId(Response response) {
        String id = response.header("X-Tt-Logid", response.header("X-Request-Id", ""));
        String visible = id == null ? "" : id.replaceAll("[^!-~]", "");
        return visible.substring(0, Math.min(visible.length(), LONGEST_REQUEST_ID));
    }
}
