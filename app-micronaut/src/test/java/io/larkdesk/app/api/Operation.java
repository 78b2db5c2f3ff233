package io.larkdesk.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.app.PlainHttp.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * An operation of the API, as its document describes it.
 *
 * @param method such as GET
 * @param path with its variables in braces
 * @param queries the names of the parameters that stand in the query
 * @param fields of what is sent, with their schemas; empty if nothing is
 */
record Operation(String method, String path, List<String> queries, Optional<Map<String, JsonNode>> fields) {

    Operation {
        queries = List.copyOf(queries);
        fields = fields.map(Map::copyOf);
    }

    /**
     * A request that would be taken, or would be if it did not ask too much at once.
     *
     * @param known what is right, by the names of variables, parameters and fields
     */
    Request right(Map<String, List<String>> known, String token, Random random) {
        StringBuilder target = new StringBuilder(path);
        known.forEach((name, values) -> {
            int at = target.indexOf("{" + name + "}");
            if (at >= 0) {
                target.replace(at, at + name.length() + 2, one(values, random));
            }
        });
        String between = "?";
        for (String query : queries) {
            if (known.containsKey(query) && random.nextInt(3) == 0) {
                target.append(between)
                        .append(query)
                        .append('=')
                        .append(one(known.get(query), random).replace("+", "%2B"));
                between = "&";
            }
        }
        List<String> headers =
                new ArrayList<>(List.of("Authorization", "Bearer " + token, "Accept", "application/json"));
        if (fields.isPresent()) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        return new Request(method, target.toString(), headers, body(known, random));
    }

    private byte[] body(Map<String, List<String>> known, Random random) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        fields.orElse(Map.of()).forEach((name, schema) -> {
            List<String> values = known.get(name);
            if (values == null) {
                throw new AssertionError("nobody knows what is right for " + name + " of " + this);
            }
            String value = one(values, random);
            if (schema.path("type").asText().equals("integer")) {
                body.put(name, Long.parseLong(value));
            } else {
                body.put(name, value);
            }
        });
        return fields.isEmpty() ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String one(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
