package io.larkdesk.core.token;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists tokens for those who may have some: administrators see everybody's, TAMs their own. */
@Singleton
public final class ListTokens {

    /** How many are listed at most. */
    public static final int MOST = 200;

    private final Transactions transactions;
    private final People people;
    private final ApiTokens tokens;

    /** Takes its collaborators. */
    @Inject
    public ListTokens(Transactions transactions, People people, ApiTokens tokens) {
        this.transactions = transactions;
        this.people = people;
        this.tokens = tokens;
    }

    /**
     * A token.
     *
     * @param token itself
     * @param owner for whom it acts
     * @param works whether it opens anything now
     */
    public record Entry(ApiToken token, Person owner, boolean works) {

        /** Refuses null. */
        public Entry {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(owner, "owner");
        }
    }

    /** At most {@link #MOST} tokens, those that work first, and the last one first; empty if {@code asker} may have none. */
    public Optional<List<Entry>> execute(PersonId asker) {
        return transactions.inTransaction(
                now -> people.find(asker).filter(ApiToken::isFor).map(person -> {
                    List<ApiToken> listed = person.is(StaffRole.ADMIN)
                            ? tokens.list(asker.tenant(), now, MOST)
                            : tokens.listOf(asker, now, MOST);
                    Map<PersonId, Person> owners = owners(listed);
                    return listed.stream()
                            .map(token -> {
                                Person owner = Objects.requireNonNull(owners.get(token.owner()));
                                return new Entry(token, owner, token.isOpenAt(now) && ApiToken.isFor(owner));
                            })
                            .toList();
                }));
    }

    private Map<PersonId, Person> owners(List<ApiToken> listed) {
        return people.listAll(listed.stream().map(ApiToken::owner).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }
}
