package io.larkdesk.core.escalation;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells in short how the Emergencies of all tenants stand, so that whoever shows them knows when to look again. */
@Singleton
public final class SurveyEmergencies {

    private final Transactions transactions;
    private final Emergencies emergencies;
    private final Pages pages;

    /** Takes its collaborators. */
    @Inject
    public SurveyEmergencies(Transactions transactions, Emergencies emergencies, Pages pages) {
        this.transactions = transactions;
        this.emergencies = emergencies;
        this.pages = pages;
    }

    /**
     * How they stand.
     *
     * @param active how many are not over
     * @param waiting those that nobody has acknowledged, of the {@value ListEmergencies#PAGE} oldest
     * @param mark another one when any of these, or a page about one, stands otherwise
     */
    public record Survey(int active, List<EmergencyId> waiting, String mark) {

        /** Copies the list. */
        public Survey {
            waiting = List.copyOf(waiting);
        }
    }

    /** Looks. */
    public Survey execute() {
        return transactions.inTransaction(now -> {
            List<Emergency> active = emergencies.listActive(Optional.empty(), ListEmergencies.PAGE);
            int count = active.size() < ListEmergencies.PAGE ? active.size() : emergencies.countActive();
            return new Survey(
                    count,
                    active.stream()
                            .filter(Emergency::isUnacknowledged)
                            .map(Emergency::id)
                            .toList(),
                    mark(count, active));
        });
    }

    private String mark(int count, List<Emergency> active) {
        String all = active.stream()
                .flatMap(emergency -> Stream.concat(
                        Stream.of(standing(emergency)),
                        pages.list(emergency.id()).stream().map(SurveyEmergencies::standing)))
                .collect(Collectors.joining("\n", count + "\n", ""));
        return Integer.toHexString(all.hashCode());
    }

    private static String standing(Emergency emergency) {
        return Stream.of(
                        emergency.id(),
                        emergency.version(),
                        emergency.steps(),
                        emergency.state().getClass().getSimpleName(),
                        emergency.due(),
                        emergency
                                .acknowledgement()
                                .map(held -> held.firm() + " " + held.joined().size()),
                        emergency.back())
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    private static String standing(Page page) {
        String end = page.state() instanceof Page.Over over ? over.end().name() : "";
        return page.id() + " " + page.state().getClass().getSimpleName() + " " + end;
    }
}
