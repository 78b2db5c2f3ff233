package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Answers a person's question "why was I (not) reminded?". */
@Singleton
public final class ExplainMention {

    private final Transactions transactions;
    private final Members members;
    private final ExplainFate explain;

    /** Takes its collaborators. */
    @Inject
    public ExplainMention(Transactions transactions, Members members, ExplainFate explain) {
        this.transactions = transactions;
        this.members = members;
        this.explain = explain;
    }

    /** What became of the asker's mention in {@code message}; empty if there is none that the asker may know of. */
    public Optional<Explanation> execute(MessageId message, PersonId asker) {
        return transactions.inTransaction(now -> members.find(message.group(), asker)
                .filter(Member::isIn)
                .flatMap(member -> explain.execute(message, asker, now)));
    }
}
