package io.larkdesk.sandbox.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.Names;
import io.larkdesk.sandbox.internal.platform.Person;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.util.Optional;

/** {@code /sandbox/people}: adds people and changes them. A second post with the same open_id changes what it names. */
final class PeopleApi {

    private static final String OPEN_ID = "ou_[A-Za-z0-9_-]{1,64}";

    private final Platform platform;
    private final Names names;

    PeopleApi(Platform platform, Names names) {
        this.platform = platform;
        this.names = names;
    }

    Reply list(Request request) {
        ObjectNode body = Json.object();
        var people = body.putArray("people");
        platform.apps().stream()
                .filter(app ->
                        request.query().find("app_id").map(app.id()::equals).orElse(true))
                .flatMap(app -> platform.peopleOf(app.id()).stream())
                .forEach(person -> people.add(Json.tree(person)));
        return Reply.json(200, body);
    }

    Reply post(Request request) {
        ObjectNode given = Input.object(request);
        String appId = Input.text(given, "app_id");
        if (platform.app(appId).isEmpty()) {
            throw new BadField("app_id", "there is no app " + appId);
        }
        Optional<Person> known =
                given.has("open_id") ? platform.person(Input.matching(given, "open_id", OPEN_ID)) : Optional.empty();
        if (known.filter(person -> !person.appId().equals(appId)).isPresent()) {
            throw new BadField("open_id", "is somebody of another app: an open_id belongs to one app");
        }
        ObjectNode all = known.map(Json::tree).orElseGet(this::newcomer);
        all.setAll(given);
        Input.text(all, "name");
        Person person = Input.read(all, Person.class);
        platform.put(person);
        return Reply.json(200, Json.object().put("open_id", person.openId()).put("union_id", person.unionId()));
    }

    private ObjectNode newcomer() {
        return Person.defaults()
                .put("open_id", names.id("ou_"))
                .put("union_id", names.id("on_"))
                .put("user_id", names.hex(8));
    }
}
