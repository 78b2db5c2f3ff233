package io.larkdesk.app.command;

import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds whom an operator names. */
@Singleton
final class Customers {

    private final Tenants tenants;
    private final People people;

    Customers(Tenants tenants, People people) {
        this.tenants = tenants;
        this.people = people;
    }

    /**
     * The organisation whose app is {@code app}.
     *
     * @throws UnknownCommandException if there is none
     */
    Tenant get(String app) {
        return AppId.parse(app).flatMap(tenants::findByApp).orElseThrow(() -> unknown("organisation has the app", app));
    }

    /**
     * The one of the provider's people whom Lark calls {@code openId}; whether this is an administrator is looked at by whoever acts.
     *
     * @throws UnknownCommandException if there is none
     */
    PersonId administrator(String openId) {
        return tenants.findProvider()
                .flatMap(provider -> find(provider, openId))
                .map(Person::id)
                .orElseThrow(() -> unknown("one of the provider's people is", openId));
    }

    private Optional<Person> find(Tenant provider, String openId) {
        try {
            return people.findByOpenId(provider.id(), new OpenId(openId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static UnknownCommandException unknown(String what, String word) {
        return new UnknownCommandException("No " + what + " '" + word + "'");
    }
}
