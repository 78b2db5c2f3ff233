package io.larkdesk.app.page;

import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.TicketQuery.Place;
import io.larkdesk.core.ticket.TicketQuery.Show;
import io.larkdesk.core.ticket.TicketQuery.Sort;
import io.larkdesk.core.ticket.TicketWords;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Which tickets the Enterprise Service Workstation shows. It stands in the page's address, so that going back and sharing work.
 *
 * @param tab which of them
 * @param words what they are found by
 * @param product of which product only
 * @param engineer who has them
 * @param sort in which order
 * @param after the place after which to begin
 */
public record TicketFilter(
        Tab tab,
        Optional<TicketWords> words,
        Optional<Product> product,
        Optional<UUID> engineer,
        Sort sort,
        Optional<Place> after) {

    /** All tickets, the last active ones first. */
    public static final TicketFilter NONE = new TicketFilter(
            Tab.ALL, Optional.empty(), Optional.empty(), Optional.empty(), Sort.LAST_ACTIVITY, Optional.empty());

    /** Refuses null. */
    public TicketFilter {
        Objects.requireNonNull(tab, "tab");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(engineer, "engineer");
        Objects.requireNonNull(sort, "sort");
        Objects.requireNonNull(after, "after");
    }

    /** In which state tickets are. */
    public enum Tab {
        /** In any. */
        ALL(Show.ALL),
        /** In those in which there is still something to be done. */
        OPEN(Show.OPEN),
        /** New ones. */
        NEW(Show.NEW),
        /** Those being worked on. */
        IN_PROGRESS(Show.IN_PROGRESS),
        /** Those that wait for the customer. */
        WAITING(Show.WAITING_FOR_CUSTOMER),
        /** Those that have an Emergency. */
        EMERGENCY(Show.ALL),
        /** Resolved ones. */
        RESOLVED(Show.RESOLVED),
        /** Closed ones. */
        CLOSED(Show.CLOSED);

        private final Show show;

        Tab(Show show) {
            this.show = show;
        }

        /** The states. */
        public Show show() {
            return show;
        }
    }

    /** What addresses say; what makes no sense is not said. */
    public static TicketFilter parse(Map<String, String> said) {
        return new TicketFilter(
                Query.find(Tab.class, said.get("show")).orElse(Tab.ALL),
                Optional.ofNullable(said.get("q")).flatMap(TicketWords::of),
                Optional.ofNullable(said.get("product")).filter(Product::isName).map(Product::new),
                Optional.ofNullable(said.get("engineer")).flatMap(TicketFilter::id),
                Query.find(Sort.class, said.get("sort")).orElse(Sort.LAST_ACTIVITY),
                Optional.ofNullable(said.get("after")).flatMap(Place::parse));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same, with another tab, from the beginning. */
    public TicketFilter with(Tab other) {
        return new TicketFilter(other, words, product, engineer, sort, Optional.empty());
    }

    /** The same in another order, from the beginning. */
    public TicketFilter with(Sort other) {
        return new TicketFilter(tab, words, product, engineer, other, Optional.empty());
    }

    /** The same, from another place on. */
    public TicketFilter from(Optional<Place> place) {
        return new TicketFilter(tab, words, product, engineer, sort, place);
    }

    /** Whether tickets are left out that the tab has. */
    public boolean isNarrow() {
        return words.isPresent() || product.isPresent() || engineer.isPresent();
    }

    /** What an address says for it, beginning with {@code ?}, or nothing. */
    public String query() {
        Map<String, String> said = new LinkedHashMap<>();
        if (tab != Tab.ALL) {
            said.put("show", Query.token(tab));
        }
        words.ifPresent(sought -> said.put("q", sought.text()));
        product.ifPresent(of -> said.put("product", of.name()));
        engineer.ifPresent(whose -> said.put("engineer", whose.toString()));
        if (sort != Sort.LAST_ACTIVITY) {
            said.put("sort", Query.token(sort));
        }
        after.ifPresent(place -> said.put("after", place.toString()));
        return Query.of(said);
    }
}
