package io.larkdesk.app.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** What the API's document says of it as a whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Larkdesk API",
                        version = "v1",
                        description =
                                "The desk for the provider's own systems. A token acts for the person who made it, within its scopes."
                                        + " Lists come in pages: send next as after until there is no next. Instants are in UTC."
                                        + " Errors are problem documents (RFC 9457).",
                        license = @License(name = "Apache-2.0")),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer", description = "lkd_...")
final class ApiDefinition {

    private ApiDefinition() {}
}
