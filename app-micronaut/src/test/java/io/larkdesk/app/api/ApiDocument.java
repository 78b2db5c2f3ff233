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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /** Every operation, with what it takes. */
    List<Operation> described() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(new Operation(
                        method.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        queries(method.getValue()),
                        fields(method.getValue())))));
        return operations;
    }

    private static List<String> queries(JsonNode operation) {
        List<String> names = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        });
        return names;
    }

    private Optional<Map<String, JsonNode>> fields(JsonNode operation) {
        String schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema")
                .path("$ref")
                .asText();
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        Map<String, JsonNode> fields = new TreeMap<>();
        document.at(schema.substring(1))
                .path("properties")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return Optional.of(fields);
    }

    /** Fails unless the answer to the operation is as the document says, with no field more. */
    void check(String method, String path, Answer answer) {
        check(method, path, answer.status(), answer.header("Content-Type"), answer.body());
    }

    /** Fails unless an answer with this status, type and body is as the document says, with no field more. */
    void check(String method, String path, int code, String contentType, String body) {
        JsonNode responses = operation(method, path).path("responses");
        String status = Integer.toString(code);
        JsonNode response = code < 400 ? responses.path(status) : responses.path(status.charAt(0) + "XX");
        assertThat(response.isMissingNode())
                .as(method + " " + path + " " + status)
                .isFalse();
        String type = code < 400 ? "application/json" : "application/problem+json";
        assertThat(contentType).isEqualTo(type);
        assertThat(schema(response.path("content").path(type).path("schema")).validate(parse(body)))
                .as(method + " " + path + " " + body)
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
