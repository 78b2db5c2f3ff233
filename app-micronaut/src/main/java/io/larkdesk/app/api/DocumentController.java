package io.larkdesk.app.api;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Hands out the description of the API, for everybody: it is made of the same source as the program. */
@Hidden
@Controller(ApiPath.ROOT)
final class DocumentController {

    private static final String FILE = "/META-INF/swagger/larkdesk-api-v1.json";

    private final String document = read();

    /** The OpenAPI document. */
    @Get("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    String show() {
        return document;
    }

    private static String read() {
        try (InputStream file =
                Objects.requireNonNull(DocumentController.class.getResourceAsStream(FILE), "no " + FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
