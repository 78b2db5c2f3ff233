package io.larkdesk.benchmarks.cards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The least that a card costs: made as JSON, sent, and the answer's code looked at. Tokens, deadlines and budgets are nobody's. */
final class BareSender implements Sender {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final OkHttpClient client = new OkHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String url;

    BareSender(URI lark) {
        this.url = lark + "/open-apis/im/v1/messages?receive_id_type=open_id";
    }

    @Override
    public boolean send(String openId, UUID uuid) throws IOException {
        Map<String, String> message = Map.of(
                "receive_id", openId, "msg_type", "interactive", "content", card(mapper), "uuid", uuid.toString());
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer t-bench")
                .post(RequestBody.create(mapper.writeValueAsBytes(message), JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            return mapper.readTree(response.body().byteStream()).path("code").asInt(-1) == 0;
        }
    }

    /** The card of a mention, as Lark wants it. */
    static String card(ObjectMapper mapper) throws JsonProcessingException {
        Map<String, Object> text =
                Map.of("tag", "div", "text", Map.of("tag", "plain_text", "content", OurSender.WORDS, "lines", 4));
        Map<String, Object> button = Map.of(
                "tag",
                "button",
                "type",
                "primary_filled",
                "text",
                Map.of("tag", "plain_text", "content", OurSender.LABEL),
                "behaviors",
                List.of(Map.of("type", "open_url", "default_url", OurSender.PAGE.toString())));
        return mapper.writeValueAsString(Map.of(
                "schema", "2.0",
                "config", Map.of("summary", Map.of("content", OurSender.TITLE)),
                "header",
                        Map.of(
                                "template",
                                "turquoise",
                                "title",
                                Map.of("tag", "plain_text", "content", OurSender.TITLE)),
                "card_link", Map.of("url", OurSender.PAGE.toString()),
                "body", Map.of("elements", List.of(text, button))));
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
