package org.example.desk;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.lark.LarkHosts;
import io.larkdesk.sandbox.LarkSandbox;
import io.larkdesk.testkit.PlainSecrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A Lark of one's own, arranged by its API. */
final class Sandbox implements AutoCloseable {

    private final LarkSandbox lark;
    private final HttpClient http = HttpClient.newHttpClient();

    Sandbox() throws IOException {
        lark = LarkSandbox.start(0);
    }

    LarkHosts hosts(Brand brand) {
        URI base = URI.create(brand == Brand.FEISHU ? lark.feishuBaseUrl() : lark.baseUrl());
        return new LarkHosts(base, base, base);
    }

    void app(Tenant tenant) throws IOException, InterruptedException {
        String secret = tenant.larkApp(new PlainSecrets()).secret().reveal();
        post(
                "apps",
                Map.of("app_id", tenant.appId().value(), "app_secret", secret, "organisation", tenant.organisation()));
    }

    void person(Tenant tenant, Person person) throws IOException, InterruptedException {
        post(
                "people",
                Map.of(
                        "app_id",
                        tenant.appId().value(),
                        "open_id",
                        person.openId().value(),
                        "name",
                        person.name().value()));
    }

    /** The next answer to a card is this. */
    void fault(Map<String, Object> what) throws IOException, InterruptedException {
        JsonObject fault = new Gson().toJsonTree(what).getAsJsonObject();
        fault.addProperty("path", "/open-apis/im/v1/messages");
        fault.addProperty("times", 1);
        send(HttpRequest.newBuilder(at("faults")).POST(HttpRequest.BodyPublishers.ofString(fault.toString())));
    }

    JsonArray messages() throws IOException, InterruptedException {
        return JsonParser.parseString(send(HttpRequest.newBuilder(at("messages"))))
                .getAsJsonObject()
                .getAsJsonArray("messages");
    }

    private void post(String kind, Map<String, String> body) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(at(kind)).POST(HttpRequest.BodyPublishers.ofString(new Gson().toJson(body))));
    }

    private URI at(String path) {
        return URI.create(lark.baseUrl() + "/sandbox/" + path);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        lark.close();
    }
}
