package io.larkdesk.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.larkdesk.app.TestBrowser.Answer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the running service says of its API. Checks answers against it, by a library of others. */
final class ApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;

    ApiDocument(String text) {
        this.document = parse(text);
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** Every operation, such as {@code GET /api/v1/tenants}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** Fails unless the answer to the operation is as the document says, with no field more. */
    void check(String method, String path, Answer answer) {
        JsonNode responses = operation(method, path).path("responses");
        String status = Integer.toString(answer.status());
        JsonNode response = answer.status() < 400 ? responses.path(status) : responses.path(status.charAt(0) + "XX");
        assertThat(response.isMissingNode())
                .as(method + " " + path + " " + status)
                .isFalse();
        String type = answer.status() < 400 ? "application/json" : "application/problem+json";
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(schema(response.path("content").path(type).path("schema")).validate(parse(answer.body())))
                .as(method + " " + path + " " + answer.body())
                .isEmpty();
    }

    private JsonNode operation(String method, String path) {
        String plain = path.replaceAll("\\?.*", "");
        return document.path("paths").properties().stream()
                .filter(entry -> Pattern.matches(entry.getKey().replaceAll("\\{\\w+}", "[^/]+"), plain))
                // what is written out goes before what stands for something
                .min((one, other) -> Boolean.compare(
                        one.getKey().endsWith("}"), other.getKey().endsWith("}")))
                .orElseThrow(() -> new AssertionError("not documented: " + path))
                .getValue()
                .path(method.toLowerCase(Locale.ROOT));
    }

    private JsonSchema schema(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        ObjectNode components = document.path("components").deepCopy();
        components.path("schemas").forEach(known -> {
            ObjectNode strict = (ObjectNode) known;
            strict.put("additionalProperties", false);
            // what is empty is left out, never null
            strict.path("properties").forEach(property -> ((ObjectNode) property).remove("nullable"));
        });
        whole.set("components", components);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(whole);
    }
}
