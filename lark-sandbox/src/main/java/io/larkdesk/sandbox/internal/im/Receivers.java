package io.larkdesk.sandbox.internal.im;

import io.larkdesk.sandbox.internal.gate.Refusal;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Person;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds whom a message is for, and whether the app's bot reaches them. */
final class Receivers {

    private final Platform platform;

    Receivers(Platform platform) {
        this.platform = platform;
    }

    Person find(App app, String idType, String id) {
        Person person =
                switch (idType) {
                    case "open_id" -> byOpenId(app, id);
                    case "union_id" ->
                        search(app, one -> one.unionId().equals(id)).orElseThrow(() -> unknown("union_id"));
                    case "user_id" -> byUserId(app, id);
                    case "email" ->
                        search(app, one -> one.email().equals(id))
                                .orElseThrow(() -> Refusal.badRequest(230034, "The receive_id is invalid"));
                    case "chat_id" ->
                        search(app, one -> one.chatId().equals(id))
                                .orElseThrow(() -> Refusal.badRequest(230002, "The bot can not be outside the group."));
                    default ->
                        throw Refusal.field(
                                "receive_id_type",
                                idType,
                                "receive_id_type must be open_id, union_id, user_id, email or chat_id");
                };
        reach(app, person);
        return person;
    }

    private static void reach(App app, Person person) {
        if (person.resigned()) {
            throw Refusal.badRequest(230029, "The user has resigned");
        }
        if (!app.isAvailableTo(person.openId())) {
            throw Refusal.badRequest(230013, "Bot has NO availability to this user");
        }
        if (person.botOptedOut()) {
            throw Refusal.badRequest(230053, "The user has stopped the bot from sending messages");
        }
    }

    private Person byOpenId(App app, String openId) {
        Person person = platform.person(openId).orElseThrow(() -> unknown("open_id"));
        if (!person.appId().equals(app.id())) {
            throw Refusal.badRequest(99992361, "open_id cross app");
        }
        return person;
    }

    private Person byUserId(App app, String userId) {
        if (!app.isGranted("contact:user.employee_id:readonly")) {
            throw Refusal.badRequest(230027, "Lack of necessary permissions: contact:user.employee_id:readonly");
        }
        return search(app, one -> one.userId().equals(userId)).orElseThrow(() -> unknown("user_id"));
    }

    private Optional<Person> search(App app, Predicate<Person> which) {
        return platform.peopleOf(app.id()).stream().filter(which).findFirst();
    }

    private static Refusal unknown(String kind) {
        return Refusal.badRequest(99992351, "The request you send is not a valid {" + kind + "} or not exists");
    }
}
