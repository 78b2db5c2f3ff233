package io.larkdesk.lark;

import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.Profile;
import io.larkdesk.core.person.SignIn;
import io.larkdesk.core.person.UnionId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.LarkApp;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Identifies people by Lark's OAuth: no scope is asked for, so inside the client nobody has to click.
 *
 * @see <a href="https://open.larksuite.com/document/common-capabilities/sso/api/obtain-oauth-code">Authorize page</a>
 */
public final class LarkSignIn implements SignIn {

    private static final int LONGEST_ADDRESS = 2_000;

    private final LarkPlatform lark;
    private final Function<Brand, LarkHosts> hosts;
    private final Duration within;

    /**
     * Takes what it asks.
     *
     * @param lark the platform
     * @param hosts the addresses of each brand
     * @param within how long each of the two calls may take
     */
    public LarkSignIn(LarkPlatform lark, Function<Brand, LarkHosts> hosts, Duration within) {
        this.lark = Objects.requireNonNull(lark, "lark");
        this.hosts = Objects.requireNonNull(hosts, "hosts");
        this.within = Objects.requireNonNull(within, "within");
    }

    @Override
    public URI authorizePage(LarkApp app, URI callback, String state, String codeChallenge) {
        return URI.create(hosts.apply(app.brand()).accounts() + "/open-apis/authen/v1/authorize"
                + "?response_type=code&client_id=" + app.id()
                + "&redirect_uri=" + encoded(callback.toString())
                + "&state=" + encoded(state)
                + "&code_challenge=" + encoded(codeChallenge)
                + "&code_challenge_method=S256");
    }

    @Override
    public Answer identify(LarkApp app, URI callback, String code, String codeVerifier) {
        if (code.isBlank()) {
            return new Refused(Why.STALE, "the code is blank");
        }
        return lark.exchangeCode(app, new CodeExchange(code, callback, codeVerifier), within)
                .fold(token -> whoIs(app, token), LarkSignIn::refused, LarkSignIn::unreachable);
    }

    private Answer whoIs(LarkApp app, UserToken token) {
        return lark.userInfo(app, token, within)
                .fold(info -> new Identified(profile(info)), LarkSignIn::refused, LarkSignIn::unreachable);
    }

    private static Profile profile(UserInfo info) {
        Optional<PersonName> latinName =
                info.enName().isBlank() ? Optional.empty() : Optional.of(PersonName.of(info.enName()));
        PersonName name = info.name().isBlank()
                ? latinName.orElseGet(() -> PersonName.of(info.name()))
                : PersonName.of(info.name());
        return new Profile(
                info.openId(),
                info.tenantKey(),
                name,
                latinName,
                picture(info.avatarThumb()),
                UnionId.parse(info.unionId()));
    }

    private static Optional<URI> picture(String address) {
        if (address.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(address))
                    .filter(uri -> "https".equals(uri.getScheme()) && uri.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Answer refused(LarkError error) {
        return new Refused(why(error.kind()), error.detail());
    }

    private static Answer unreachable(String detail) {
        return new Refused(Why.UNREACHABLE, detail);
    }

    private static Why why(LarkError.Kind kind) {
        return switch (kind) {
            case CODE_STALE -> Why.STALE;
            case PERSON_NOT_AVAILABLE, PERSON_INACTIVE, RECIPIENT_UNREACHABLE, RECIPIENT_OPTED_OUT ->
                Why.NOT_AVAILABLE_TO_PERSON;
            case CREDENTIALS_INVALID, APP_DISABLED, SCOPE_MISSING, BOT_OFF -> Why.APP_MISCONFIGURED;
            case RATE_LIMITED,
                    QUOTA_USED_UP,
                    METER_REFUSED,
                    CONTENT_REFUSED,
                    BEING_SENT,
                    INVALID_REQUEST,
                    SERVER_ERROR,
                    NOT_SENT,
                    UNRECOGNISED -> Why.UNREACHABLE;
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
